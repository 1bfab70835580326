import type { Workbook, Worksheet } from 'exceljs';
import type { Scale, View } from '../../instrument/model/schema.ts';
import { describeOptions, scoredScaleOf } from '../../instrument/model/traverse.ts';
import { sheetCell, sheetColumn } from '../../spreadsheet/model/address.ts';
import {
  type ChartCells,
  type ChartSeries,
  chartPatterns,
  type StackedBarChart,
} from '../../spreadsheet/style/chart.ts';
import { widthOf } from '../../spreadsheet/style/rowHeight.ts';
import type { WorkbookContent } from '../layout/content.ts';
import { type BlockRows, type ChartPlace, sheetNames } from '../layout/layout.ts';
import { levelColour } from '../parts/bands.ts';

/**
 * The scorecard's charts: one for each view, with the share of the answered questions at each level. Not applicable and
 * unanswered are left out, and the label of each part shows its position. They refer to cells of sheets that have
 * already been written, and store their present values.
 */
export function scorecardCharts(workbook: Workbook, content: WorkbookContent): readonly StackedBarChart[] {
  const { layout } = content;
  const scorecard = sheetOf(workbook, sheetNames.scorecard);
  const workings = sheetOf(workbook, sheetNames.workings);
  return layout.scorecard.views.flatMap(({ view, ...rows }, index) => {
    const place = layout.scorecard.charts.places[index];
    const labels = layout.workings.chartLabels[index];
    if (place === undefined || labels === undefined) return [];
    return [
      {
        sheet: sheetNames.scorecard,
        ...chartCorners(scorecard, place),
        title: `${view.title}: position and answers by level`,
        description: descriptionOf(content, view),
        axisTitle: 'Share of the answered questions; the figures in the bars are counts',
        categories: texts(workings, layout.workings.columns.chartLabel, labels.firstRow, labels.lastRow),
        series: seriesOf(scorecard, content, rows),
      },
    ];
  });
}

/** Points between two charts side by side. */
const gap = 8;

/** Programs differ in how wide they draw columns, so charts meet where a column begins. */
export function chartCorners(
  sheet: Worksheet,
  { firstRow, lastRow, side }: ChartPlace,
): Pick<StackedBarChart, 'from' | 'to'> {
  const middle = middleColumn(sheet);
  const [left, right] =
    side === 'left'
      ? [{ column: 1 }, { column: middle }]
      : [{ column: middle, right: gap }, { column: sheet.columns.length + 1 }];
  return { from: { row: firstRow, ...left }, to: { row: lastRow + 1, ...right } };
}

/** The column that begins nearest to the middle. */
function middleColumn({ columns }: Worksheet): number {
  const middle = widthOf(columns) / 2;
  const distances = columns.map((_column, index) => Math.abs(widthOf(columns.slice(0, index)) - middle));
  return distances.indexOf(Math.min(...distances)) + 1;
}

/** The figures change with the answers, but a description cannot: so it refers to the cells with the figures. */
function descriptionOf({ instrument }: WorkbookContent, view: View): string {
  const scale = scoredScaleOf(instrument);
  return (
    `Stacked bar chart. Each bar is one row of the table "${view.title}" on this sheet, labelled with its position. ` +
    `It shows which share of the answered questions is at each level, from left to right: ${describeOptions(scale).join(', ')}. ` +
    'Questions that are not applicable or unanswered are left out. The table holds the figures.'
  );
}

function seriesOf(sheet: Worksheet, { instrument, layout }: WorkbookContent, rows: BlockRows): readonly ChartSeries[] {
  const scale = scoredScaleOf(instrument);
  return scale.options.map((_option, index) => {
    const column = layout.scorecard.columns.firstLevel + index;
    return {
      name: {
        reference: sheetCell(sheet.name, rows.headerRow, column),
        values: [textAt(sheet, rows.headerRow, column)],
      },
      values: numbers(sheet, column, rows.firstRow, rows.lastRow),
      ...levelStyle(scale, index),
    };
  });
}

/** The look of a level's bars: those between the lowest and the highest share a colour, the last of them is plain. */
export function levelStyle(scale: Scale, index: number): Pick<ChartSeries, 'colour' | 'pattern'> {
  const colour = levelColour(scale, scale.options[index]?.level ?? 0);
  const pattern =
    colour === 'amber' && index < scale.options.length - 2
      ? chartPatterns[(index - 1) % chartPatterns.length]
      : undefined;
  return { colour, ...(pattern === undefined ? {} : { pattern }) };
}

function sheetOf(workbook: Workbook, name: string): Worksheet {
  const sheet = workbook.getWorksheet(name);
  if (sheet === undefined) throw new Error(`Charts follow the sheet ${name}, which is not written`);
  return sheet;
}

const texts = (sheet: Worksheet, column: number, firstRow: number, lastRow: number): ChartCells<string> => ({
  reference: sheetColumn(sheet.name, column, firstRow, lastRow),
  values: downward(firstRow, lastRow).map((row) => textAt(sheet, row, column)),
});

const numbers = (sheet: Worksheet, column: number, firstRow: number, lastRow: number): ChartCells<number> => ({
  reference: sheetColumn(sheet.name, column, firstRow, lastRow),
  values: downward(firstRow, lastRow).map((row) => Number(sheet.getCell(row, column).result)),
});

const downward = (firstRow: number, lastRow: number): readonly number[] =>
  Array.from({ length: lastRow - firstRow + 1 }, (_, index) => firstRow + index);

/** The displayed content of a cell: its text, or the stored result of its formula. */
function textAt(sheet: Worksheet, row: number, column: number): string {
  const { value, result } = sheet.getCell(row, column);
  return String(typeof value === 'string' ? value : result);
}
