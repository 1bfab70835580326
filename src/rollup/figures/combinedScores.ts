import type { Instrument, View } from '../../instrument/model/schema.ts';
import { scoredScaleOf, viewsOf } from '../../instrument/model/traverse.ts';
import { type Band, bandsOf, notScored } from '../../scoring/bands.ts';
import { answeredOf, bandOf, coverageOf, figureOf } from '../../scoring/position.ts';
import { overallOf, type Part, type PartScore, partsOf, scoredItems } from '../../scoring/scorecard.ts';
import { sumOfTallies } from '../../scoring/tally.ts';
import { partLabel, shortPartLabel } from '../../workbook/layout/layout.ts';
import type { PartnerResult } from '../load/rollUp.ts';
import { median } from './median.ts';

/** The combined score of several partners in a part: the instrument's own rule applied to all their answers. */
export interface CombinedScore extends Omit<PartScore, 'key' | 'title'> {
  /** Undefined for the whole instrument. */
  readonly view: View | undefined;
  /** The name of the part in tables, and in charts with little room. */
  readonly label: string;
  readonly shortLabel: string;
  /** The median level of all answers. Half levels are not rounded. */
  readonly median: number | undefined;
  /** Partners who answered at least one question of the part. */
  readonly answering: number;
  /** Shares of all answers at the lowest and at the highest level, 0 to 1; undefined without an answer. */
  readonly lowestShare: number | undefined;
  readonly highestShare: number | undefined;
  /** Partners with a return, by their own position. */
  readonly positions: ReadonlyMap<Band, number>;
}

/** The counts from which a combined score follows. */
export type PartCounts = Pick<CombinedScore, 'tally' | 'answering' | 'positions'>;

/** The combined scores of partners: the whole, then the parts of every view. */
export function combinedScores(instrument: Instrument, partners: readonly PartnerResult[]): readonly CombinedScore[] {
  const scorecards = partners.flatMap(({ result }) => result?.scorecard ?? []);
  const scored = scorecards.map(({ overall, views }) => [overall, ...views.flatMap(({ parts }) => parts)]);
  return scoresOf(
    instrument,
    scoredParts(instrument).map((_part, place) =>
      countsOf(
        instrument,
        scored.flatMap((own) => own[place] ?? []),
      ),
    ),
  );
}

/** The same from their counts, in the order of `scoredParts`. */
export function scoresOf(instrument: Instrument, counts: readonly PartCounts[]): readonly CombinedScore[] {
  const { rule } = instrument.scorecard ?? {};
  const scores = scoredParts(instrument).flatMap((part, place): readonly CombinedScore[] => {
    const own = counts[place];
    if (own === undefined) return [];
    const { tally } = own;
    const [levels, answered] = [[...tally.levels.values()], answeredOf(tally)];
    const shareOf = (count = 0): number | undefined => (answered === 0 ? undefined : count / answered);
    return [
      {
        ...{ view: part.view, label: part.label, shortLabel: part.shortLabel, ...own },
        coverage: coverageOf(tally),
        band: rule === undefined ? notScored : bandOf(tally, rule),
        figure: rule === undefined ? undefined : figureOf(tally, rule),
        median: median(tally),
        lowestShare: shareOf(levels.at(0)),
        highestShare: shareOf(levels.at(-1)),
      },
    ];
  });
  const [first] = viewsOf(instrument);
  return scores.map((score) =>
    score.view === undefined
      ? overallOf(
          instrument,
          score,
          scores.filter(({ view }) => view !== undefined && view === first),
        )
      : score,
  );
}

/** What is scored: the whole, then the parts of every view. */
interface ScoredPart extends Pick<CombinedScore, 'view' | 'label' | 'shortLabel'>, Pick<Part, 'items'> {}

export const scoredParts = (instrument: Instrument): readonly ScoredPart[] => [
  { view: undefined, label: 'Overall', shortLabel: 'Overall', items: scoredItems(instrument) },
  ...viewsOf(instrument).flatMap((view) =>
    partsOf(instrument, view).map((part) => ({
      view,
      label: partLabel(view, part),
      shortLabel: shortPartLabel(instrument, view, part),
      items: part.items,
    })),
  ),
];

function countsOf(instrument: Instrument, scores: readonly PartScore[]): PartCounts {
  const tallies = scores.map(({ tally }) => tally);
  return {
    tally: sumOfTallies(scoredScaleOf(instrument), tallies),
    answering: tallies.filter((tally) => answeredOf(tally) > 0).length,
    positions: new Map(
      bandsOf(instrument).map(({ band }) => [band, scores.filter((score) => score.band === band).length] as const),
    ),
  };
}

/**
 * Sorts scores: the largest share of answers at the lowest level first, then the smallest at the highest. Ties keep their
 * order, and parts without an answer come last.
 */
export const weakestPartsFirst = <T extends CombinedScore>(scores: readonly T[]): readonly T[] =>
  scores.toSorted(
    (a, b) => (b.lowestShare ?? -1) - (a.lowestShare ?? -1) || (a.highestShare ?? 2) - (b.highestShare ?? 2),
  );
