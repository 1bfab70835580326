import { bandName } from '../../../scoring/bands.ts';
import { answeredOf } from '../../../scoring/position.ts';
import type { Content } from '../../../spreadsheet/plan/content.ts';
import type { CombinedScore } from '../../figures/combinedScores.ts';
import { missingValueMarks } from '../../load/missingValueMarks.ts';
import type { CombinedColumns } from './combinedColumns.ts';

/** The figures of a combined score, in the order of their columns. */
export function combinedValues(
  { tally, band, lowestShare, highestShare, positions, median, coverage, answering, figure }: CombinedScore,
  { median: medianColumn, figure: figureColumn }: CombinedColumns,
): readonly (string | number)[] {
  const { unanswered } = missingValueMarks;
  return [
    bandName(band),
    ...(figureColumn === undefined ? [] : [figure ?? unanswered]),
    lowestShare ?? unanswered,
    highestShare ?? unanswered,
    ...positions.values(),
    ...tally.levels.values(),
    ...(medianColumn === undefined ? [] : [median ?? unanswered]),
    coverage ?? unanswered,
    tally.notApplicable,
    tally.unanswered,
    answeredOf(tally),
    answering,
  ] satisfies readonly Content[];
}
