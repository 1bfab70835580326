import type { Workbook } from 'exceljs';
import { sheetCell } from '../../spreadsheet/model/address.ts';

/** Gives a cell its defined name. */
export function nameCell(
  workbook: Workbook,
  sheet: string,
  cell: { readonly row: number; readonly column: number; readonly name: string },
): void {
  workbook.definedNames.add(sheetCell(sheet, cell.row, cell.column), cell.name);
}
