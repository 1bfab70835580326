import { headerRow } from '../../../spreadsheet/plan/planTableSheet.ts';
import { heightOf } from '../../../spreadsheet/plan/printedPage.ts';
import { cell } from '../../../spreadsheet/plan/sheetParts.ts';
import type { SheetPlan } from '../../../spreadsheet/plan/sheetPlan.ts';
import { defaultRowHeight } from '../../../spreadsheet/style/rowHeight.ts';
import { describeDay, ukDay } from '../../../time.ts';
import { asksForActions } from '../../figures/actions.ts';
import type { ChangeSince } from '../../figures/change.ts';
import type { QuestionCounts } from '../../figures/questions.ts';
import type { Trend } from '../../figures/trend.ts';
import { planBlocksSheet, type RollUpContent, type TableSheet } from '../parts/content.ts';
import { smallTable } from '../parts/smallTable.ts';
import { type BoardChart, positionChart, responseChart, weakestChart } from './boardCharts.ts';
import { type BoardRow, findingWidth, fitsAfter } from './boardRow.ts';
import { changeRows, trendRows } from './changeRows.ts';
import { actionRows, priorityRows } from './otherRows.ts';
import { responseRows } from './responseRows.ts';
import { positionRows, questionRows } from './scoreRows.ts';
import { cutAtWord } from './sentence.ts';
import { targetRows } from './targetRows.ts';

export const boardName = 'Board summary';

const columns: TableSheet['columns'] = [
  { heading: 'Topic', role: 'question', width: 18 },
  { heading: 'What the returns say', role: 'text', width: findingWidth },
  { heading: 'Detail', role: 'link', width: 21 },
];
/** Between the table and the charts, and of the charts, in characters. */
const [gapWidth, chartsWidth] = [1, 51];

/** The title, axis and legend of a chart take as much room as so many bars. */
const barsAround = 6;
/** A label with more characters takes two lines, and the room of three bars. A line of the legend holds some 50; two lines are usual. */
const [labelLine, legendLine, usualLegend] = [24, 50, 2] as const;

/** The lowest height of a chart, in points. */
const minChartHeight = 180;

/**
 * The first sheet: what a board needs to know, one sentence for each figure, with links to the detail and with charts.
 * It is printed on one page.
 *
 * @param questions Undefined for an instrument that scores nothing.
 * @param change Undefined without an earlier round.
 * @param trend Undefined without several.
 */
export function boardSheet(
  content: RollUpContent,
  questions: readonly QuestionCounts[] | undefined,
  change: ChangeSince | undefined,
  trend: Trend | undefined,
): SheetPlan {
  const { rollUp } = content;
  const { priorities } = rollUp.instrument;
  const rows: readonly BoardRow[] = [
    ...responseRows(content),
    ...(questions === undefined ? [] : positionRows(content)),
    ...(rollUp.previous === undefined || change === undefined ? [] : changeRows(rollUp.previous, change)),
    ...(trend === undefined ? [] : trendRows(content, trend)),
    ...(asksForActions(rollUp.instrument) ? actionRows(content) : []),
    ...(priorities === undefined ? [] : priorityRows(content, priorities)),
    ...(questions === undefined ? [] : [...targetRows(content, questions), ...questionRows(content, questions)]),
  ];
  const plan = planBlocksSheet(
    content,
    {
      name: boardName,
      title: 'Board summary',
      note: `${cutAtWord(rollUp.instrument.title, fitsAfter())}.`,
      widths: [...columns.map(({ width }) => width), gapWidth, chartsWidth],
      headerRow,
      pages: 1,
      tabColour: 'result',
    },
    [
      { cells: [cell(headerRow - 1, 1, describeRound(content), 'note')] },
      ...smallTable({
        ...{ name: 'board_summary', row: headerRow, columns },
        rows: rows.map(({ topic, finding, link }) => [topic, finding, link]),
      }),
    ],
  );
  const charts =
    questions === undefined ? [responseChart(content)] : [positionChart(content), weakestChart(content, questions)];
  return withCharts(
    plan,
    charts.flatMap((chart) => chart ?? []),
    headerRow + rows.length,
  );
}

function describeRound({ rollUp: { round }, scope, made }: RollUpContent): string {
  const [deadline, now] = [round.due, made].map((time) => describeDay(ukDay(time)));
  const place = scope === undefined ? '' : ` in ${scope}`;
  return `Round ${round.round}${place}, deadline ${deadline}; figures of ${now}. Click the last column for the detail.`;
}

/**
 * Puts charts below each other on the right of the table, and together as high as it, if that is high enough. Those with
 * more bars are higher.
 */
function withCharts(plan: SheetPlan, charts: readonly BoardChart[], lastRow: number): SheetPlan {
  if (charts.length === 0) return plan;
  const bars = charts.map(barsOf);
  const perBar = heightOf(plan, headerRow, lastRow) / bars.reduce((sum, count) => sum + count, 0);
  const column = columns.length + 2;
  let row = headerRow;
  const placed = charts.map((chart, index) => {
    const from = row;
    const isLast = index === charts.length - 1;
    const height = isLast ? minChartHeight : Math.max(minChartHeight, (bars[index] ?? 0) * perBar);
    row = isLast ? Math.max(lastRow + 1, rowAfter(plan, from, height)) : rowAfter(plan, from, height);
    return { ...chart, sheet: plan.name, from: { row: from, column }, to: { row, column: column + 1 } };
  });
  const { print } = plan;
  const area = print && { ...print.area, rows: Math.max(lastRow, row - 1) };
  return { ...plan, charts: placed, ...(print && area && { print: { ...print, area } }) };
}

/** The room that a chart needs, in bars of one line. */
function barsOf({ categories, series }: BoardChart): number {
  const labels = categories.values.reduce<number>((sum, label) => sum + (String(label).length > labelLine ? 3 : 1), 0);
  const names = series
    .flatMap(({ name }) => name.values)
    .reduce<number>((sum, name) => sum + String(name).length + 4, 0);
  return labels + barsAround + 2 * Math.max(0, Math.ceil(names / legendLine) - usualLegend);
}

/** The first row that begins so many points, or a little more, below another. */
function rowAfter({ heights }: SheetPlan, from: number, points: number): number {
  let [row, height] = [from, 0];
  while (height < points) {
    height += heights.get(row) ?? defaultRowHeight;
    row += 1;
  }
  return row;
}
