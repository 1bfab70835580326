import type { Workbook, Worksheet } from 'exceljs';
import { put, setUpPrinting } from '../../spreadsheet/worksheet.ts';
import type { WorkbookContent } from '../content.ts';

export interface SheetStart {
  readonly name: string;
  /** Stands in A1 (practice A14). */
  readonly title: string;
  /** What the sheet is for and what to do on it, in A2. */
  readonly note: string;
  readonly widths: readonly number[];
  /** The row that is repeated on every printed page. */
  readonly headerRow?: number;
  /** Rows and columns that stay in view while the rest is scrolled. */
  readonly frozen?: { readonly rows: number; readonly columns: number };
  readonly orientation?: 'landscape' | 'portrait';
}

/** Adds a sheet with what every sheet has: title, note, marking, widths, view and print set-up. */
export function startSheet(workbook: Workbook, content: WorkbookContent, start: SheetStart): Worksheet {
  const { frozen } = start;
  const sheet = workbook.addWorksheet(start.name, {
    views: [
      frozen === undefined
        ? { state: 'normal', activeCell: 'A1', showGridLines: false }
        : { state: 'frozen', xSplit: frozen.columns, ySplit: frozen.rows, activeCell: 'A1', showGridLines: false },
    ],
  });
  start.widths.forEach((width, index) => {
    sheet.getColumn(index + 1).width = width;
  });
  put(sheet, 1, 1, start.title, 'title');
  put(sheet, 2, 1, start.note, 'note');
  if (content.marking !== undefined) put(sheet, 3, 1, content.marking, 'marking');
  const { code, name } = content.partner;
  setUpPrinting(sheet, {
    footer: `${code} ${name}, round ${content.stamp.round}${content.marking === undefined ? '' : `. ${content.marking}`}`,
    ...(start.headerRow === undefined ? {} : { headerRow: start.headerRow }),
    ...(start.orientation === undefined ? {} : { orientation: start.orientation }),
  });
  return sheet;
}
