import type { Instrument } from '../../instrument/model/schema.ts';
import { describeOption, scoredScaleOf } from '../../instrument/model/traverse.ts';
import { bandNames } from '../../scoring/position.ts';
import type { PartScore } from '../../scoring/scorecard.ts';

/** The label of the whole instrument among the parts. */
export const overallLabel = 'Overall';

/** The text of the coverage cell if no item of a part applies. */
export const noneApplies = 'None applies';

/** Headings of the Scorecard's figures, after the label of a part. */
export function figureHeadings(instrument: Instrument): readonly string[] {
  const scale = scoredScaleOf(instrument);
  const levels = scale.options.map((option) => describeOption(scale, option));
  return [...levels, 'Not applicable', 'Unanswered', 'Coverage', 'Position'];
}

/**
 * The figures below them: counts at each level, not applicable and unanswered, coverage as a share, the name of the
 * position.
 */
export const figuresOf = ({ tally, coverage, band }: PartScore): readonly (number | string)[] => [
  ...tally.levels.values(),
  tally.notApplicable,
  tally.unanswered,
  coverage ?? noneApplies,
  bandNames[band],
];
