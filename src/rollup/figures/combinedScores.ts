import type { Instrument, View } from '../../instrument/model/schema.ts';
import { scoredScaleOf, viewsOf } from '../../instrument/model/traverse.ts';
import { answeredOf, bandOf, coverageOf, type Tally } from '../../scoring/position.ts';
import { type PartScore, partsOf } from '../../scoring/scorecard.ts';
import { partLabel } from '../../workbook/layout/layout.ts';
import type { PartnerResult, ReturnedResult } from '../load/rollUp.ts';
import { median } from './median.ts';

/** Where several partners stand together in a part: the instrument's own rule applied to all their answers. */
export interface CombinedScore extends Omit<PartScore, 'key' | 'title'> {
  /** Undefined for the whole instrument. */
  readonly view: View | undefined;
  /** The part as tables name it. */
  readonly label: string;
  /** The middle level of all answers; half levels are shown as such (practice G5). */
  readonly median: number | undefined;
  /** Partners who answered at least one question of the part. */
  readonly answering: number;
}

/** The whole, and then the parts of every view, for the partners given. */
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
