import { viewsOf } from '../../../instrument/model/traverse.ts';
import { bandsOf } from '../../../scoring/bands.ts';
import { answeredOf } from '../../../scoring/position.ts';
import type { BarChart } from '../../../spreadsheet/charts/chart.ts';
import { address } from '../../../spreadsheet/model/address.ts';
import { chartRowHeight, headerRow } from '../../../spreadsheet/plan/planTableSheet.ts';
import { heightOf, pageHeight, printScale } from '../../../spreadsheet/plan/printedPage.ts';
import { withHeights } from '../../../spreadsheet/plan/rowHeights.ts';
import { cell, type SheetPart } from '../../../spreadsheet/plan/sheetParts.ts';
import type { SheetPlan } from '../../../spreadsheet/plan/sheetPlan.ts';
import { bandRules } from '../../../workbook/parts/bands.ts';
import { returned } from '../../load/rollUp.ts';
import { chartCorners } from '../parts/chartCorners.ts';
import type { CombinedColumns } from '../parts/combinedColumns.ts';
import { planBlocksSheet, type RollUpContent } from '../parts/content.ts';
import { levelChart } from '../parts/levelChart.ts';
import { columnRange, smallTable } from '../parts/smallTable.ts';
import { type SummaryTable, summaryName, summaryTables } from '../parts/summaryTables.ts';
import { summaryRow } from './summaryRow.ts';

/** Rows of the sheet below a chart: for each bar, of which the label may take two lines, and around the bars. */
const rowsOfBar = 1.5;
const rowsAround = 8;
const minRows = 11;
/** Of the size on the screen. With so many parts that one page would be smaller, the charts are on a page of their own. */
const minScale = 0.75;

/** The sheet Summary: the combined position of all partners in each part, the weakest first, with charts. */
export function summarySheet(content: RollUpContent): SheetPlan {
  const { rollUp } = content;
  const { columns, tables } = summaryTables(rollUp);
  const planned = planBlocksSheet(
    content,
    {
      name: summaryName,
      title: `Summary: all partners together (${returned(rollUp).length} of ${rollUp.partners.length} returned)`,
      note: 'By part, the weakest first. Click a part for the positions of its partners. The counts are of partners and of answers, those who returned.',
      widths: columns.columns.map(({ width }) => width),
      headerRow,
      pages: 1,
      tabColour: 'result',
    },
    tables.flatMap((table, index) => tableParts(content, columns, table, index)),
  );
  const plan = printedUpTo(planned, columns.printed);
  const isAnswered = tables.some(({ scores }) => scores.some(({ tally }) => answeredOf(tally) > 0));
  return isAnswered ? withCharts(content, plan, columns, tables) : plan;
}

function tableParts(
  content: RollUpContent,
  columns: CombinedColumns,
  { title, row, scores }: SummaryTable,
  index: number,
): readonly SheetPart[] {
  const table = {
    name: index === 0 ? 'summary' : `summary_${index + 1}`,
    row,
    columns: columns.columns,
    rows: scores.map((score, at) => summaryRow(content, columns, score, row + 1 + at)),
  };
  return [
    { cells: [cell(row - 1, 1, title, 'heading')] },
    ...smallTable(table),
    {
      formats: [
        {
          range: columnRange(table, columns.position),
          colours: bandRules(address(row + 1, columns.position), bandsOf(content.rollUp.instrument)),
        },
        { range: columnRange(table, columns.lowestShare), bars: { colour: 'paleRed', to: 1 } },
        { range: columnRange(table, columns.highestShare), bars: { colour: 'paleGreen', to: 1 } },
      ],
    },
  ];
}

/** Adds a chart for each view below the tables, as high as the page has room. */
function withCharts(
  content: RollUpContent,
  plan: SheetPlan,
  columns: CombinedColumns,
  tables: readonly SummaryTable[],
): SheetPlan {
  const views = viewsOf(content.rollUp.instrument);
  const widths = plan.widths.slice(0, columns.printed);
  const last = Math.max(...plan.cells.map(({ row }) => row));
  const first = last + 2;
  const lines = Math.ceil(views.length / 2);
  const maxBars = Math.max(0, ...tables.map(({ scores }) => scores.length));
  const wanted = Math.ceil(maxBars * rowsOfBar) + rowsAround;
  const above = heightOf(plan, 1, last + 1);
  const onePage = above + lines * minRows * chartRowHeight <= (pageHeight(plan) * printScale(plan)) / minScale;
  const page = pageHeight(plan) - (onePage ? above : heightOf(plan, last + 1, last + 1));
  const room = Math.floor(page / chartRowHeight / Math.max(1, lines));
  const rows = Math.max(minRows, Math.min(wanted, room));
  const charts = views.flatMap((view, index): readonly BarChart[] => {
    const table = tables[index];
    if (table === undefined) return [];
    const scores = table.scores.filter((score) => score.view === view);
    const firstRow = first + Math.floor(index / 2) * rows;
    const place = { firstRow, lastRow: firstRow + rows - 2 };
    const whole = {
      from: { row: firstRow, column: 1 },
      to: { row: firstRow + rows - 1, column: widths.length + 1 },
    };
    return [
      levelChart(content, {
        sheet: summaryName,
        ...(views.length === 1 ? whole : chartCorners(widths, { ...place, side: index % 2 === 0 ? 'left' : 'right' })),
        title: `${view.title}: answers of all partners by level`,
        description: `Stacked bar chart. Each bar is one part in the table "${view.title}" above, the weakest first. It shows which share of the answers of all partners is at each level, the lowest on the left. The table holds the figures.`,
        headerRow: table.row,
        firstRow: table.row + 1 + table.scores.findIndex((score) => score.view === view),
        labelColumn: 1,
        firstLevelColumn: columns.firstLevel,
        levels: columns.columns.slice(columns.firstLevel - 1, columns.lastLevel).map(({ heading }) => heading),
        rows: scores,
      }),
    ];
  });
  const chartRows = lines * rows;
  const withRows = withHeights(
    plan,
    Array.from({ length: chartRows }, (_, index) => [first + index, chartRowHeight]),
  );
  const { print } = withRows;
  if (print === undefined) return { ...withRows, charts };
  const { pages: _one, ...unlimited } = print;
  const area = { ...print.area, rows: first + chartRows - 1 };
  return {
    ...withRows,
    print: onePage ? { ...print, area } : { ...unlimited, area, breaks: [...print.breaks, last] },
    charts,
  };
}

/** Prints the first columns of a sheet. */
const printedUpTo = (plan: SheetPlan, columns: number): SheetPlan =>
  plan.print === undefined ? plan : { ...plan, print: { ...plan.print, area: { ...plan.print.area, columns } } };
