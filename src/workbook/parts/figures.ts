import type { Instrument } from '../../instrument/model/schema.ts';
import { optionWords, scoredScaleOf } from '../../instrument/model/traverse.ts';
import { bandWords } from '../../scoring/position.ts';
import type { PartScore } from '../../scoring/scorecard.ts';

/** What the coverage cell says when no item of a part applies: there is nothing to be covered. */
export const noneApplies = 'None applies';

/** Headings of what the Scorecard shows of a part after its label. */
export function figureHeadings(instrument: Instrument): readonly string[] {
  const scale = scoredScaleOf(instrument);
  const levels = scale.options.map((option) => optionWords(scale, option));
  return [...levels, 'Not applicable', 'Unanswered', 'Coverage', 'Position'];
}

/** What stands under them: counts at each level, not applicable and unanswered, coverage as a share, the position's word. */
export const figuresOf = ({ tally, coverage, band }: PartScore): readonly (number | string)[] => [
  ...tally.levels.values(),
  tally.notApplicable,
  tally.unanswered,
  coverage ?? noneApplies,
  bandWords[band],
];
