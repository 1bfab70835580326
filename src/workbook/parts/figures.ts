import type { Instrument } from '../../instrument/model/schema.ts';
import { describeOption, scoredScaleOf } from '../../instrument/model/traverse.ts';
import { bandNames } from '../../scoring/position.ts';
import type { PartScore } from '../../scoring/scorecard.ts';
import { headingText } from '../../spreadsheet/plan/sheetParts.ts';
import { levelLabel } from './levelWords.ts';

/** The label of the whole instrument among the parts. */
export const overallLabel = 'Overall';

/** The text of the coverage cell if no item of a part applies. */
export const noneApplies = 'None applies';

/** Headings of the Scorecard's figures, after the label of a part. */
export function figureHeadings(instrument: Instrument): readonly string[] {
  const scale = scoredScaleOf(instrument);
  const levels = scale.options.map(({ level }) => levelLabel(scale, level));
  return ['Position', 'Coverage', ...levels, 'Not applicable', 'Unanswered'].map(headingText);
}

/** The headings of the figures, in the same order, in the workbooks of the first version. */
export function firstFigureHeadings(instrument: Instrument): readonly string[] {
  const scale = scoredScaleOf(instrument);
  const levels = scale.options.map((option) => describeOption(scale, option));
  return ['Position', 'Coverage', ...levels, 'Not applicable', 'Unanswered'].map(headingText);
}

/**
 * The figures below them: the name of the position, coverage as a share, counts at each level, not applicable and
 * unanswered.
 */
export const figuresOf = ({ tally, coverage, band }: PartScore): readonly (number | string)[] => [
  bandNames[band],
  coverage ?? noneApplies,
  ...tally.levels.values(),
  tally.notApplicable,
  tally.unanswered,
];
