import type { Workbook } from 'exceljs';
import { put } from '../../spreadsheet/write/worksheet.ts';
import { sheetNames, stampCell } from '../layout/layout.ts';
import { type SealedStamp, stampText } from '../layout/stamp.ts';
import { nameCell } from '../parts/names.ts';

/**
 * Writes the stamp into a cell, besides the one in the document's properties: some programs preserve only one of them.
 */
export function writeStamp(workbook: Workbook, stamp: SealedStamp): void {
  const sheet = workbook.addWorksheet(sheetNames.stamp, { state: 'veryHidden' });
  put(sheet, 1, 1, 'Stamp', 'title');
  put(sheet, 2, 1, 'Identifies this workbook, so that it can be read when it is returned. Do not change it.', 'note');
  put(sheet, stampCell.row, stampCell.column, stampText(stamp), 'value');
  nameCell(workbook, sheetNames.stamp, stampCell);
}
