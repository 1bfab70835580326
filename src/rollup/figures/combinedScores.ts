import type { Instrument, View } from '../../instrument/model/schema.ts';
import { scoredScaleOf, viewsOf } from '../../instrument/model/traverse.ts';
import { answeredOf, bandOf, coverageOf, type Tally } from '../../scoring/position.ts';
import { type PartScore, partsOf } from '../../scoring/scorecard.ts';
import { partLabel } from '../../workbook/layout/layout.ts';
import type { PartnerResult, ReturnedResult } from '../load/rollUp.ts';
import { median } from './median.ts';

/** The combined score of several partners in a part: the instrument's own rule applied to all their answers. */
export interface CombinedScore extends Omit<PartScore, 'key' | 'title'> {
  /** Undefined for the whole instrument. */
  readonly view: View | undefined;
  /** The name of the part in tables. */
  readonly label: string;
  /** The median level of all answers. Half levels are not rounded. */
  readonly median: number | undefined;
  /** Partners who answered at least one question of the part. */
  readonly answering: number;
}

/** The combined scores of partners: the whole, then the parts of every view. */
export function combinedScores(instrument: Instrument, partners: readonly PartnerResult[]): readonly CombinedScore[] {
  const results = partners.filter((partner): partner is ReturnedResult => partner.result !== undefined);
  const score = (view: View | undefined, label: string, tallies: readonly Tally[]): CombinedScore => {
    const tally = sumOf(instrument, tallies);
    const { rule } = instrument.scorecard ?? {};
    return {
      view,
      label,
      tally,
      coverage: coverageOf(tally),
      band: rule === undefined ? 'not-scored' : bandOf(tally, rule),
      median: median(tally),
      answering: tallies.filter((one) => answeredOf(one) > 0).length,
    };
  };
  return [
    score(
      undefined,
      'Overall',
      results.map(({ result }) => result.scorecard.overall.tally),
    ),
    ...viewsOf(instrument).flatMap((view, at) =>
      partsOf(instrument, view).map((part, index) =>
        score(
          view,
          partLabel(view, part),
          results.flatMap(({ result }) => result.scorecard.views[at]?.parts[index]?.tally ?? []),
        ),
      ),
    ),
  ];
}

function sumOf(instrument: Instrument, tallies: readonly Tally[]): Tally {
  const levels = new Map(scoredScaleOf(instrument).options.map(({ level }) => [level, 0]));
  let [notApplicable, unanswered] = [0, 0];
  for (const tally of tallies) {
    for (const [level, count] of tally.levels) levels.set(level, (levels.get(level) ?? 0) + count);
    notApplicable += tally.notApplicable;
    unanswered += tally.unanswered;
  }
  return { levels, notApplicable, unanswered };
}
