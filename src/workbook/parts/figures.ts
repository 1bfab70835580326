import type { Instrument } from '../../instrument/model/schema.ts';
import { describeOption, scoredScaleOf } from '../../instrument/model/traverse.ts';
import { bandName, hasFigure } from '../../scoring/bands.ts';
import { figureNames } from '../../scoring/describeRule.ts';
import type { PartScore } from '../../scoring/scorecard.ts';
import { headingText } from '../../spreadsheet/plan/sheetParts.ts';
import { levelLabel } from './levelWords.ts';

/** The label of the whole instrument among the parts. */
export const overallLabel = 'Overall';

/** The text of the coverage cell if no item of a part applies. */
export const noneApplies = 'None applies';

/** The text of the cell of a rule's figure if nothing is answered. */
export const noFigure = 'No answers';

/** The heading of the figure by which positions are given; none if they follow from counts. */
export function ruleFigureHeadings({ scorecard }: Instrument): readonly string[] {
  const rule = scorecard?.rule;
  return rule === undefined || !hasFigure(rule) ? [] : [figureNames[rule.by]];
}

/** Headings of the Scorecard's figures, after the label of a part. */
export function figureHeadings(instrument: Instrument): readonly string[] {
  const scale = scoredScaleOf(instrument);
  const levels = scale.options.map(({ level }) => levelLabel(scale, level));
  return ['Position', ...ruleFigureHeadings(instrument), 'Coverage', ...levels, 'Not applicable', 'Unanswered'].map(
    headingText,
  );
}

/** The headings of the figures, in the same order, in the workbooks of the first version. */
export function firstFigureHeadings(instrument: Instrument): readonly string[] {
  const scale = scoredScaleOf(instrument);
  const levels = scale.options.map((option) => describeOption(scale, option));
  return ['Position', ...ruleFigureHeadings(instrument), 'Coverage', ...levels, 'Not applicable', 'Unanswered'].map(
    headingText,
  );
}

/**
 * The figures below them: the name of the position, the figure behind it if the rule has one, coverage as a share, counts at
 * each level, not applicable and unanswered.
 */
export const figuresOf = (
  instrument: Instrument,
  { tally, coverage, band, figure }: PartScore,
): readonly (number | string)[] => [
  bandName(band),
  ...ruleFigureHeadings(instrument).map(() => figure ?? noFigure),
  coverage ?? noneApplies,
  ...tally.levels.values(),
  tally.notApplicable,
  tally.unanswered,
];

/** How the figure behind positions is shown: with more digits than cut-offs have, so that it never looks as if it were there. */
export function ruleFigureRole({ scorecard }: Instrument): 'number' | 'coefficient' | 'exactPercent' {
  const by = scorecard?.rule.by;
  if (by === 'percentage') return 'exactPercent';
  return by === 'lowest' ? 'number' : 'coefficient';
}
