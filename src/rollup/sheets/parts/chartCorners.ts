import type { Chart } from '../../../spreadsheet/charts/chart.ts';
import { widthOf } from '../../../spreadsheet/style/rowHeight.ts';

/** Rows for charts side by side. */
export interface ChartPlace {
  readonly firstRow: number;
  readonly lastRow: number;
  /** About half of the columns' width, by whole columns. */
  readonly side: 'left' | 'right';
}

/** Points between two charts side by side. */
const gap = 8;

/**
 * The corners of a chart. Programs differ in how wide they draw columns, so charts meet where a column begins.
 *
 * @param widths Those of the sheet's columns, in characters.
 */
export function chartCorners(
  widths: readonly number[],
  { firstRow, lastRow, side }: ChartPlace,
): Pick<Chart, 'from' | 'to'> {
  const middle = middleColumn(widths);
  const [left, right] =
    side === 'left'
      ? [{ column: 1 }, { column: middle }]
      : [{ column: middle, right: gap }, { column: widths.length + 1 }];
  return { from: { row: firstRow, ...left }, to: { row: lastRow + 1, ...right } };
}

/** The column that begins nearest to the middle. */
function middleColumn(widths: readonly number[]): number {
  const middle = widthOf(widths) / 2;
  const distances = widths.map((_width, index) => Math.abs(widthOf(widths.slice(0, index)) - middle));
  return distances.indexOf(Math.min(...distances)) + 1;
}
