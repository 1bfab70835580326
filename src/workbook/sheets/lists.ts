import type { Workbook } from 'exceljs';
import { chosenValue } from '../../instrument/model/traverse.ts';
import { put } from '../../spreadsheet/write/worksheet.ts';
import { type Layout, sheetNames } from '../layout/layout.ts';

/** Writes the allowed answers of every scale, to which the drop-down lists refer. */
export function writeLists(workbook: Workbook, layout: Layout): void {
  const sheet = workbook.addWorksheet(sheetNames.lists, { state: 'veryHidden' });
  put(sheet, 1, 1, 'Lists', 'title');
  put(sheet, 2, 1, 'The allowed answers, by scale. The drop-down lists refer to this sheet: do not change it.', 'note');
  for (const { scale, column, levelColumn, firstRow, notApplicable } of layout.lists) {
    put(sheet, firstRow - 1, column, scale.title, 'header');
    if (levelColumn !== column) put(sheet, firstRow - 1, levelColumn, `${scale.title}: level`, 'header');
    scale.options.forEach((option, index) => {
      const value = chosenValue(scale, option);
      put(sheet, firstRow + index, column, value, typeof value === 'number' ? 'number' : 'text');
      if (levelColumn !== column) put(sheet, firstRow + index, levelColumn, option.level, 'number');
    });
    if (notApplicable !== undefined) put(sheet, firstRow + scale.options.length, column, notApplicable, 'text');
  }
  for (const { field, column, firstRow } of layout.choices) {
    put(sheet, firstRow - 1, column, field.heading, 'header');
    field.options.forEach((option, index) => {
      put(sheet, firstRow + index, column, option, 'text');
    });
  }
}
