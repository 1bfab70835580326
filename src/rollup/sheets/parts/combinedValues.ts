import { answeredOf, bandNames } from '../../../scoring/position.ts';
import type { Content } from '../../../spreadsheet/plan/content.ts';
import type { CombinedScore } from '../../figures/combinedScores.ts';
import { missingValueMarks } from '../../load/missingValueMarks.ts';
import { type CombinedColumns, countedBands } from './combinedColumns.ts';

/** The figures of a combined score, in the order of their columns. */
export function combinedValues(
  { tally, band, lowestShare, highestShare, positions, median, coverage, answering }: CombinedScore,
  { median: medianColumn }: CombinedColumns,
): readonly (string | number)[] {
  const { unanswered } = missingValueMarks;
  return [
    bandNames[band],
    lowestShare ?? unanswered,
    highestShare ?? unanswered,
    ...countedBands.map((one) => positions[one]),
    ...tally.levels.values(),
    ...(medianColumn === undefined ? [] : [median ?? unanswered]),
    coverage ?? unanswered,
    tally.notApplicable,
    tally.unanswered,
    answeredOf(tally),
    answering,
  ] satisfies readonly Content[];
}
