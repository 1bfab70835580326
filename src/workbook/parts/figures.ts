import type { Instrument } from '../../instrument/model/schema.ts';
import { describeOption, scoredScaleOf } from '../../instrument/model/traverse.ts';
import { bandName, hasFigure } from '../../scoring/bands.ts';
import type { PartScore } from '../../scoring/scorecard.ts';
import { headingText } from '../../spreadsheet/plan/sheetParts.ts';
import type { Words } from '../../words/words.ts';
import { levelLabel } from './levelWords.ts';

/** The heading of the figure by which positions are given; none if they follow from counts. */
export function ruleFigureHeadings({ rules }: Words, { scorecard }: Instrument): readonly string[] {
  const rule = scorecard?.rule;
  return rule === undefined || !hasFigure(rule) ? [] : [rules.figures[rule.by]];
}

/** Headings of the Scorecard's figures, after the label of a part. */
export function figureHeadings(words: Words, instrument: Instrument): readonly string[] {
  const scale = scoredScaleOf(instrument);
  const levels = scale.options.map(({ level }) => levelLabel(words, scale, level));
  return headings(words, instrument, levels);
}

/** The headings of the figures, in the same order, in the workbooks of the first version. */
export function firstFigureHeadings(words: Words, instrument: Instrument): readonly string[] {
  const scale = scoredScaleOf(instrument);
  const levels = scale.options.map((option) => describeOption(scale, option));
  return headings(words, instrument, levels);
}

function headings(words: Words, instrument: Instrument, levels: readonly string[]): readonly string[] {
  const { position, coverage, notApplicable, unanswered } = words.scorecard;
  const figure = ruleFigureHeadings(words, instrument);
  return [position, ...figure, coverage, ...levels, notApplicable, unanswered].map(headingText);
}

/**
 * The figures below them: the name of the position, the figure behind it if the rule has one, coverage as a share, counts at
 * each level, not applicable and unanswered.
 */
export const figuresOf = (
  words: Words,
  instrument: Instrument,
  { tally, coverage, band, figure }: PartScore,
): readonly (number | string)[] => [
  bandName(band, words.bands),
  ...ruleFigureHeadings(words, instrument).map(() => figure ?? words.scorecard.noFigure),
  coverage ?? words.scorecard.noneApplies,
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
