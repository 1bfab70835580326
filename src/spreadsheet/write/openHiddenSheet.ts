import type { Workbook, Worksheet } from 'exceljs';
import type { SheetStart } from './openSheet.ts';
import { put } from './worksheet.ts';

/** Adds a hidden sheet for the data of another one, with title, note and widths. */
export function openHiddenSheet(
  workbook: Workbook,
  { name, title, note, widths }: Pick<SheetStart, 'name' | 'title' | 'note' | 'widths'>,
): Worksheet {
  const sheet = workbook.addWorksheet(name, { state: 'hidden' });
  widths.forEach((width, index) => {
    sheet.getColumn(index + 1).width = width;
  });
  put(sheet, 1, 1, title, 'title');
  put(sheet, 2, 1, note, 'note');
  return sheet;
}
