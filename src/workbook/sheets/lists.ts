import type { Workbook } from 'exceljs';
import { put } from '../../spreadsheet/worksheet.ts';
import { type Layout, sheetNames } from '../layout.ts';

/** The allowed answers of every scale, which the drop-down lists point to. */
export function writeLists(workbook: Workbook, layout: Layout): void {
  const sheet = workbook.addWorksheet(sheetNames.lists, { state: 'veryHidden' });
  put(sheet, 1, 1, 'Lists', 'title');
  put(sheet, 2, 1, 'The answers that can be chosen, by scale. The drop-down lists point here: change nothing.', 'note');
  for (const { scale, column, firstRow, notApplicable } of layout.lists) {
    put(sheet, firstRow - 1, column, scale.title, 'header');
    scale.options.forEach(({ level }, index) => {
      put(sheet, firstRow + index, column, level, 'number');
    });
    if (notApplicable !== undefined) put(sheet, firstRow + scale.options.length, column, notApplicable, 'text');
  }
}
