import { scoredScaleOf } from '../../../instrument/model/traverse.ts';
import type { Tally } from '../../../scoring/position.ts';
import type { BarChart } from '../../../spreadsheet/charts/chart.ts';
import { sheetCell, sheetColumn } from '../../../spreadsheet/model/address.ts';
import { headerRow as usualHeaderRow } from '../../../spreadsheet/plan/planTableSheet.ts';
import { levelColour } from '../../../workbook/parts/bands.ts';
import type { RollUp } from '../../load/rollUp.ts';

/** Rows of a table of which a chart shows the counts at each level. */
export interface ChartedRows extends Pick<BarChart, 'sheet' | 'from' | 'to' | 'title' | 'description'> {
  readonly firstRow: number;
  /** The row of the headings; that of a sheet with one table if absent. */
  readonly headerRow?: number;
  readonly labelColumn: number;
  readonly firstLevelColumn: number;
  /** Headings of the levels' columns. */
  readonly levels: readonly string[];
  readonly rows: readonly { readonly label: string; readonly tally: Tally }[];
}

/** A chart of the answers at each level, with a bar for each row. It refers to the cells and stores their present values. */
export function levelChart(
  { rollUp }: { readonly rollUp: Pick<RollUp, 'instrument'> },
  charted: ChartedRows,
): BarChart {
  const { sheet, from, to, title, description, firstRow, labelColumn, firstLevelColumn, levels, rows } = charted;
  const { headerRow = usualHeaderRow } = charted;
  const scale = scoredScaleOf(rollUp.instrument);
  const lastRow = firstRow + rows.length - 1;
  return {
    sheet,
    from,
    to,
    kind: 'shares',
    title,
    description,
    axisTitle: 'Share of the answers; the figures in the bars count them',
    categories: {
      reference: sheetColumn(sheet, labelColumn, firstRow, lastRow),
      values: rows.map(({ label }) => label),
    },
    series: scale.options.map(({ level }, index) => {
      const column = firstLevelColumn + index;
      return {
        name: { reference: sheetCell(sheet, headerRow, column), values: [levels[index] ?? ''] },
        values: {
          reference: sheetColumn(sheet, column, firstRow, lastRow),
          values: rows.map(({ tally }) => tally.levels.get(level) ?? 0),
        },
        colour: levelColour(scale, level),
      };
    }),
  };
}
