import type { Instrument, View } from '../../instrument/model/schema.ts';
import { scoredScaleOf, viewsOf } from '../../instrument/model/traverse.ts';
import { type Band, bandsOf, notScored } from '../../scoring/bands.ts';
import { answeredOf, bandOf, coverageOf, figureOf } from '../../scoring/position.ts';
import { overallOf, type PartScore, partsOf } from '../../scoring/scorecard.ts';
import { sumOfTallies } from '../../scoring/tally.ts';
import { partLabel, shortPartLabel } from '../../workbook/layout/layout.ts';
import type { PartnerResult, ReturnedResult } from '../load/rollUp.ts';
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

/** The combined scores of partners: the whole, then the parts of every view. */
export function combinedScores(instrument: Instrument, partners: readonly PartnerResult[]): readonly CombinedScore[] {
  const results = partners.filter((partner): partner is ReturnedResult => partner.result !== undefined);
  const score = (
    view: View | undefined,
    [label, shortLabel]: readonly [label: string, shortLabel: string],
    scores: readonly Omit<PartScore, 'key' | 'title'>[],
  ): CombinedScore => {
    const tallies = scores.map(({ tally }) => tally);
    const tally = sumOfTallies(scoredScaleOf(instrument), tallies);
    const [counts, answered] = [[...tally.levels.values()], answeredOf(tally)];
    const shareOf = (count = 0): number | undefined => (answered === 0 ? undefined : count / answered);
    const { rule } = instrument.scorecard ?? {};
    return {
      view,
      label,
      shortLabel,
      tally,
      coverage: coverageOf(tally),
      band: rule === undefined ? notScored : bandOf(tally, rule),
      figure: rule === undefined ? undefined : figureOf(tally, rule),
      median: median(tally),
      answering: tallies.filter((one) => answeredOf(one) > 0).length,
      lowestShare: shareOf(counts.at(0)),
      highestShare: shareOf(counts.at(-1)),
      positions: positionsIn(instrument, scores),
    };
  };
  const parts = viewsOf(instrument).map((view, at) =>
    partsOf(instrument, view).map((part, index) =>
      score(
        view,
        [partLabel(view, part), shortPartLabel(instrument, view, part)],
        results.flatMap(({ result }) => result.scorecard.views[at]?.parts[index] ?? []),
      ),
    ),
  );
  const whole = score(
    undefined,
    ['Overall', 'Overall'],
    results.map(({ result }) => result.scorecard.overall),
  );
  return [overallOf(instrument, whole, parts[0] ?? []), ...parts.flat()];
}

function positionsIn(instrument: Instrument, scores: readonly Pick<PartScore, 'band'>[]): CombinedScore['positions'] {
  return new Map(
    bandsOf(instrument).map(({ band }) => [band, scores.filter((score) => score.band === band).length] as const),
  );
}

/**
 * Sorts scores: the largest share of answers at the lowest level first, then the smallest at the highest. Ties keep their
 * order, and parts without an answer come last.
 */
export const weakestPartsFirst = <T extends CombinedScore>(scores: readonly T[]): readonly T[] =>
  scores.toSorted(
    (a, b) => (b.lowestShare ?? -1) - (a.lowestShare ?? -1) || (a.highestShare ?? 2) - (b.highestShare ?? 2),
  );
