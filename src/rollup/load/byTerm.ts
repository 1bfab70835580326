import type { Instrument, View, Vocabulary } from '../../instrument/model/schema.ts';
import type { Partner } from '../../partners/partner.ts';
import { type PartScore, partsOf, scorePart } from '../../scoring/scorecard.ts';
import { areaNames } from './areaNames.ts';
import { compareTexts } from './compareTexts.ts';
import type { RollUp } from './rollUp.ts';

/** The instruments of a round that share a vocabulary, each with its own responses. */
export interface TermRollUp {
  readonly round: string;
  /** Key of the vocabulary. */
  readonly vocabulary: string;
  readonly title: string;
  readonly terms: Vocabulary['terms'];
  readonly rollUps: readonly RollUp[];
}

/** The result of one partner for one term by one instrument. */
export interface TermResult {
  readonly term: Vocabulary['terms'][number];
  /** Undefined if the list of partners gives none. */
  readonly area: string | undefined;
  readonly partner: Partner;
  readonly instrument: Instrument;
  /** By the instrument's own scale and rule; undefined without a return that counts. */
  readonly score: PartScore | undefined;
}

/**
 * Results sorted by term, area, instrument and partner. An instrument is left out of the terms under which it scores nothing. Levels
 * stay those of their own scale: no figure combines several instruments.
 */
export function resultsByTerm({ vocabulary, terms, rollUps }: TermRollUp): readonly TermResult[] {
  const areaOf = areaNames(rollUps.flatMap(({ partners }) => partners.map(({ partner }) => partner)));
  const view: View = { key: vocabulary, title: vocabulary, by: 'tag', vocabulary };
  const results = rollUps.flatMap(({ instrument, partners }) =>
    partsOf(instrument, view).flatMap((part) =>
      partners.flatMap(({ partner, result }) =>
        terms
          .filter(({ key }) => key === part.key)
          .map((term) => ({
            term,
            area: areaOf(partner),
            partner,
            instrument,
            score: result === undefined ? undefined : scorePart(instrument, result.response, part),
          })),
      ),
    ),
  );
  return results.toSorted(
    (a, b) =>
      terms.indexOf(a.term) - terms.indexOf(b.term) ||
      compareTexts(a.area, b.area) ||
      compareTexts(a.instrument.title, b.instrument.title) ||
      compareTexts(a.instrument.key, b.instrument.key) ||
      compareTexts(a.partner.name, b.partner.name) ||
      compareTexts(a.partner.code, b.partner.code),
  );
}
