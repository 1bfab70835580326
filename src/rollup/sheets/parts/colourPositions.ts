import type { Worksheet } from 'exceljs';
import { address } from '../../../spreadsheet/model/address.ts';
import { colourWhen } from '../../../spreadsheet/write/worksheet.ts';
import { bandRules } from '../../../workbook/parts/bands.ts';
import { headerRow } from './content.ts';

/** Columns of a table, and the number of its rows. */
export interface ColouredCells {
  readonly firstColumn: number;
  readonly lastColumn: number;
  readonly rows: number;
}

/** Colours the positions in columns of a sheet's table by their words. */
export function colourPositions(sheet: Worksheet, { firstColumn, lastColumn, rows }: ColouredCells): void {
  if (rows === 0 || lastColumn < firstColumn) return;
  const first = address(headerRow + 1, firstColumn);
  colourWhen(sheet, `${first}:${address(headerRow + rows, lastColumn)}`, bandRules(first));
}
