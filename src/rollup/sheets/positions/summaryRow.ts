import { bandName, bandsOf } from '../../../scoring/bands.ts';
import { scoredItems } from '../../../scoring/scorecard.ts';
import { isByCounts } from '../../../scoring/tally.ts';
import { address, fixed, sheetColumn } from '../../../spreadsheet/model/address.ts';
import type { Content } from '../../../spreadsheet/plan/content.ts';
import { quotedText } from '../../../spreadsheet/plan/formulaText.ts';
import { headerRow } from '../../../spreadsheet/plan/planTableSheet.ts';
import type { CombinedScore } from '../../figures/combinedScores.ts';
import type { CombinedColumns } from '../parts/combinedColumns.ts';
import { combinedValues } from '../parts/combinedValues.ts';
import type { RollUpContent } from '../parts/content.ts';
import { figure, figureFormula, linkTo, medianOf, positionOf, shareOf, sumOf } from '../parts/formulas.ts';
import { type QuestionColumns, questionColumns } from '../parts/questionColumns.ts';
import type { SummaryScore } from '../parts/summaryTables.ts';
import { firstPartColumn } from './heatMap.ts';

/** The row of a part on the sheet Summary: figures by formulas over Questions and the heat map, where these can be traced. */
export function summaryRow(
  content: RollUpContent,
  columns: CombinedColumns,
  score: SummaryScore,
  row: number,
): readonly Content[] {
  const name = linkTo('Heat map', headerRow + 1, firstPartColumn + score.place, score.label);
  const values = combinedValues(score, columns);
  const formulas = content.data.traced === 'by formula' ? formulasOf(content, columns, score, row) : undefined;
  return [
    name,
    ...values.map((value, index) => {
      const formula = formulas?.get(columns.position + index);
      return figure(formula !== undefined, formula ?? '', value);
    }),
    score.shortLabel,
  ];
}

/** By column; undefined if the questions of the part cannot be identified on the sheet Questions. */
function formulasOf(
  content: RollUpContent,
  columns: CombinedColumns,
  score: SummaryScore,
  row: number,
): ReadonlyMap<number, string> | undefined {
  const { rollUp } = content;
  const { instrument, partners } = rollUp;
  const sum = sumsOver(content, questionColumns(rollUp), score, row);
  if (sum === undefined) return undefined;
  const levels = { row, first: columns.firstLevel, last: columns.lastLevel };
  const cellIn = (column: number): string => address(row, column);
  const answered = cellIn(columns.answered);
  const positions = sheetColumn(
    'Heat map',
    firstPartColumn + score.place,
    headerRow + 2,
    headerRow + 1 + Math.max(1, partners.length),
  );
  // On the sheet Questions the counts of levels are followed by those of not applicable and unanswered.
  const counts = [...score.tally.levels.keys()].map((_level, at) => [columns.firstLevel + at, sum(at)] as const);
  const levelCount = counts.length;
  // The position of the whole may follow from those of the parts.
  const isChosen = score.view === undefined && instrument.scorecard?.overall !== undefined;
  return new Map<number, string>([
    ...(isChosen ? [] : ruleFormulas(content, columns, row)),
    [columns.lowestShare, shareOf(cellIn(levels.first), answered)],
    [columns.highestShare, shareOf(cellIn(levels.last), answered)],
    ...bandsOf(instrument).map(
      ({ band }, at) => [columns.firstBand + at, `COUNTIF(${positions},${quotedText(bandName(band))})`] as const,
    ),
    ...counts,
    [columns.notApplicable, sum(levelCount)],
    [columns.unanswered, sum(levelCount + 1)],
    [columns.answered, sumOf(levels)],
    ...(columns.median === undefined ? [] : [[columns.median, medianOf(instrument, levels, answered)] as const]),
    [columns.coverage, shareOf(answered, `(${answered}+${cellIn(columns.unanswered)})`)],
  ]);
}

/** The formulas of the position and of the figure behind it. */
function ruleFormulas(
  { rollUp: { instrument } }: RollUpContent,
  columns: CombinedColumns,
  row: number,
): readonly (readonly [column: number, formula: string])[] {
  const counts = { row, first: columns.firstLevel, last: columns.lastLevel };
  const answered = address(row, columns.answered);
  const { figure } = columns;
  const position = positionOf(instrument, {
    ...{ counts, answered, coverage: address(row, columns.coverage) },
    figure: figure === undefined ? '' : address(row, figure),
  });
  return [
    [columns.position, position],
    ...(figure === undefined || !isByCounts(instrument)
      ? []
      : [[figure, figureFormula(instrument, counts, answered)] as const]),
  ];
}

/** The formulas of a part's counts over the sheet Questions; undefined if its questions cannot be identified there. */
function sumsOver(
  { rollUp }: RollUpContent,
  questions: QuestionColumns,
  { view }: CombinedScore,
  row: number,
): ((count: number) => string) | undefined {
  const lastRow = headerRow + scoredItems(rollUp.instrument).length;
  const cells = (column: number): string => sheetColumn('Questions', column, headerRow + 1, lastRow);
  const counted = (at: number): string => cells(questions.firstCount + at);
  if (view === undefined) return (at) => `SUM(${counted(at)})`;
  const place = questions.views.find((known) => known.view === view);
  if (place === undefined) return undefined;
  return (at) => `SUMPRODUCT((${cells(place.column)}=${fixed(row, 1)})*${counted(at)})`;
}
