import type { Chart, ChartSize } from '../charts/chart.ts';
import { widthOf } from '../style/rowHeight.ts';
import { heightOf } from './printedPage.ts';
import { defaultWidth } from './rowHeights.ts';
import type { SheetPlan, WorkbookPlan } from './sheetPlan.ts';

export interface PlacedChart {
  readonly chart: Chart;
  readonly size: ChartSize;
}

/** The charts of a workbook in the order of its sheets, with their sizes. */
export const placedCharts = ({ sheets }: Pick<WorkbookPlan, 'sheets'>): readonly PlacedChart[] =>
  sheets.flatMap((sheet) => sheet.charts.map((chart) => ({ chart, size: sizeOf(sheet, chart) })));

/** The size of the cells that a chart covers. */
function sizeOf(sheet: SheetPlan, { from, to }: Chart): ChartSize {
  const columns = Array.from({ length: to.column - from.column }, (_, index) => from.column + index);
  const widths = columns.map((column) => sheet.widths[column - 1] ?? defaultWidth);
  return {
    width: widthOf(widths) + (to.right ?? 0) - (from.right ?? 0),
    height: heightOf(sheet, from.row, to.row - 1),
  };
}
