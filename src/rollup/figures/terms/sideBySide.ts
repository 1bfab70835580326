import type { Instrument, Vocabulary } from '../../../instrument/model/schema.ts';
import { bandName, worstFirst } from '../../../scoring/bands.ts';
import { resultsByTerm, type TermResult, type TermRollUp } from '../../load/byTerm.ts';
import { compareTexts } from '../../load/compareTexts.ts';
import { missingValueMarks } from '../../load/missingValueMarks.ts';

/** The results of different instruments for one area, or a partner without one, under one term. */
export interface SideBySideRow {
  readonly place: string;
  readonly term: Vocabulary['terms'][number];
  /** One for each instrument: the position as a word, or several with their partners, the worst first. */
  readonly positions: readonly string[];
}

export interface SideBySide {
  /** Instruments that score something under a term, by title. */
  readonly instruments: readonly Instrument[];
  /** By area, partners without one last, then by term. */
  readonly rows: readonly SideBySideRow[];
}

export function sideBySide(rollUp: TermRollUp): SideBySide {
  const results = resultsByTerm(rollUp);
  const instruments = rollUp.rollUps
    .map(({ instrument }) => instrument)
    .filter((instrument) => results.some((result) => result.instrument === instrument))
    .toSorted((a, b) => compareTexts(a.title, b.title) || compareTexts(a.key, b.key));
  const rows = new Map<string, TermResult[]>();
  for (const result of results) {
    const place = result.area === undefined ? ['partner', result.partner.code] : ['area', result.area];
    const key = JSON.stringify([...place, result.term.key]);
    rows.set(key, [...(rows.get(key) ?? []), result]);
  }
  return {
    instruments,
    rows: [...rows.values()]
      .flatMap((found) => {
        const [first] = found;
        if (first === undefined) return [];
        const positions = instruments.map((instrument) =>
          positionsIn(found.filter((result) => result.instrument === instrument)),
        );
        return [{ place: placeOf(first), term: first.term, area: first.area, positions }];
      })
      .toSorted(
        (a, b) =>
          compareTexts(a.area, b.area) ||
          compareTexts(a.place, b.place) ||
          rollUp.terms.indexOf(a.term) - rollUp.terms.indexOf(b.term),
      ),
  };
}

const placeOf = ({ area, partner }: TermResult): string => area ?? `${partner.name} (${partner.code})`;

function positionsIn(results: readonly TermResult[]): string {
  const [only, ...others] = results;
  if (only === undefined) return missingValueMarks.notApplicable;
  if (others.length === 0) return positionWord(only);
  const order = worstFirst(only.instrument);
  return results
    .toSorted((a, b) => order(a.score?.band, b.score?.band))
    .map((result) => `${positionWord(result)} (${result.partner.code})`)
    .join(', ');
}

const positionWord = ({ score }: TermResult): string =>
  score === undefined ? missingValueMarks.noReturn : bandName(score.band);
