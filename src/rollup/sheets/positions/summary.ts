import { viewsOf } from '../../../instrument/model/traverse.ts';
import { answeredOf, bandNames } from '../../../scoring/position.ts';
import { scoredItems } from '../../../scoring/scorecard.ts';
import { address, fixed, sheetColumn } from '../../../spreadsheet/model/address.ts';
import type { Content } from '../../../spreadsheet/plan/content.ts';
import { firstChartRow, headerRow } from '../../../spreadsheet/plan/planTableSheet.ts';
import type { SheetPlan } from '../../../spreadsheet/plan/sheetPlan.ts';
import { chartCorners } from '../../../workbook/scorecard/charts.ts';
import { type CombinedScore, combinedScores } from '../../figures/combinedScores.ts';
import { missingValueMarks } from '../../load/missingValueMarks.ts';
import { returned } from '../../load/rollUp.ts';
import { combinedColumns } from '../parts/combinedColumns.ts';
import { planTableSheet, type RollUpContent } from '../parts/content.ts';
import { figure, linkTo, medianOf, positionOf, shareOf, sumOf } from '../parts/formulas.ts';
import { levelChart } from '../parts/levelChart.ts';
import { positionFormats } from '../parts/positionFormats.ts';
import { type QuestionColumns, questionColumns } from '../parts/questionColumns.ts';
import { firstPartColumn } from './heatMap.ts';

const name = 'Summary';
const firstCount = 3;
/** Rows of the sheet below a chart: for each bar, of which the label may take two lines, and around the bars. */
const rowsOfBar = 1.5;
const rowsAround = 8;
const minRows = 16;

/** The sheet Summary: the combined position of all partners in each part, with charts of the counts. */
export function summarySheet(content: RollUpContent): SheetPlan {
  const { rollUp } = content;
  const scores = combinedScores(rollUp.instrument, rollUp.partners);
  const columns = combinedColumns(rollUp.instrument, []);
  const views = viewsOf(rollUp.instrument);
  const maxBars = Math.max(0, ...views.map((view) => scores.filter((score) => score.view === view).length));
  const chartRows = Math.max(minRows, Math.ceil(maxBars * rowsOfBar) + rowsAround);
  const position = columns.findIndex(({ role }) => role === 'position') + 1;
  const plan = planTableSheet(content, {
    name,
    title: `Summary: combined positions of all partners (${returned(rollUp).length} of ${rollUp.partners.length} returned)`,
    note: 'The counts are of answers of all partners who returned. The position follows the rule on the sheet Positions, applied to all of them together.',
    table: 'summary',
    columns,
    formats: positionFormats({ firstColumn: position, lastColumn: position, rows: scores.length }),
    rows: scores.map((score, index) => summaryRow(content, score, headerRow + 1 + index, index)),
    chartRows: Math.ceil(views.length / 2) * chartRows,
  });
  const charts = views.map((view, index) => {
    const rows = scores.filter((score) => score.view === view);
    const firstRow = firstChartRow(plan) + Math.floor(index / 2) * chartRows;
    const whole = {
      from: { row: firstRow, column: 1 },
      to: { row: firstRow + chartRows - 1, column: columns.length + 1 },
    };
    const half = chartCorners(plan.widths, {
      firstRow,
      lastRow: firstRow + chartRows - 2,
      side: index % 2 === 0 ? 'left' : 'right',
    });
    return levelChart(content, {
      sheet: name,
      ...(views.length === 1 ? whole : half),
      title: `${view.title}: answers of all partners by level`,
      description: `Stacked bar chart. Each bar is one row of "${view.title}" in the table above. It shows which share of the answers of all partners is at each level, the lowest on the left. The table holds the figures.`,
      firstRow: headerRow + 1 + scores.findIndex((score) => score.view === view),
      labelColumn: 2,
      firstLevelColumn: firstCount,
      levels: columns.slice(firstCount - 1).map(({ heading }) => heading),
      rows,
    });
  });
  return { ...plan, charts };
}

function summaryRow(content: RollUpContent, score: CombinedScore, row: number, index: number): readonly Content[] {
  const { rollUp, data } = content;
  const { instrument, partners } = rollUp;
  const { view, label, tally, coverage, band, answering } = score;
  const questions = questionColumns(rollUp);
  const sums = data.traced === 'by formula' ? sumsOver(content, questions, score, row) : undefined;
  const isTraced = sums !== undefined;
  const counts = [...tally.levels.values(), tally.notApplicable, tally.unanswered];
  const levels = { row, first: firstCount, last: firstCount + tally.levels.size - 1 };
  const blankCell = address(row, levels.last + 2);
  const answered = address(row, levels.last + 3);
  const medianCells = questions.median === undefined ? 0 : 1;
  const coverageCell = address(row, levels.last + 4 + medianCells);
  const applicable = `(${answered}+${blankCell})`;
  return [
    view?.title ?? label,
    label,
    ...counts.map((count, at) => figure(isTraced, sums?.(at) ?? '', count)),
    figure(isTraced, sumOf(levels), answeredOf(tally)),
    ...(questions.median === undefined
      ? []
      : [figure(isTraced, medianOf(instrument, levels, answered), score.median ?? missingValueMarks.unanswered)]),
    figure(isTraced, shareOf(answered, applicable), coverage ?? missingValueMarks.unanswered),
    figure(isTraced, positionOf(instrument, levels, answered, coverageCell), bandNames[band]),
    answering,
    partners.length,
    linkTo('Heat map', headerRow + 1, firstPartColumn + index, 'See the heat map'),
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
  return (at) => `SUMPRODUCT((${cells(place.column)}=${fixed(row, 2)})*${counted(at)})`;
}
