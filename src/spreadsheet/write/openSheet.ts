import type { Workbook, Worksheet } from 'exceljs';
import { put, setUpPrinting } from './worksheet.ts';

export interface SheetStart {
  readonly name: string;
  /** Shown in A1 (practice A14). */
  readonly title: string;
  /** What the sheet is for and how to use it, in A2. */
  readonly note: string;
  /** A line shown on every sheet, in A3, such as a protective marking. */
  readonly marking?: string | undefined;
  /** Text before the marking, such as the name of a body. */
  readonly textBeforeMarking?: string | undefined;
  readonly widths: readonly number[];
  /** The row that is repeated on every printed page. */
  readonly headerRow?: number;
  /** The row above it, if that is also repeated. */
  readonly titleRow?: number;
  /** Maximum number of printed pages; unlimited when absent. */
  readonly pages?: number;
  /** A4 when absent. */
  readonly paper?: 'A3';
  /** Rows and columns that stay in view while the rest is scrolled. */
  readonly frozen?: { readonly rows: number; readonly columns: number };
  /** Text at the left of the printed footer. */
  readonly footer: string;
}

/** Adds a sheet with the parts that every sheet has: title, note, marking, widths, view and print set-up. */
export function openSheet(workbook: Workbook, start: SheetStart): Worksheet {
  const { frozen, marking } = start;
  const line = [start.textBeforeMarking, marking].filter((part) => part !== undefined).join(' – ');
  const view = { activeCell: 'A1', showGridLines: false, zoomScale: 90 };
  const sheet = workbook.addWorksheet(start.name, {
    views: [
      frozen === undefined
        ? { ...view, state: 'normal' }
        : { ...view, state: 'frozen', xSplit: frozen.columns, ySplit: frozen.rows },
    ],
  });
  start.widths.forEach((width, index) => {
    // exceljs omits a width of 9, taking it for the default, and programs then use a default of their own.
    sheet.getColumn(index + 1).width = width === 9 ? 9.01 : width;
  });
  put(sheet, 1, 1, start.title, 'title');
  put(sheet, 2, 1, start.note, 'note');
  if (line !== '') put(sheet, 3, 1, line, 'marking');
  setUpPrinting(sheet, {
    footer: start.footer,
    marking,
    ...(start.headerRow === undefined ? {} : { headerRow: start.headerRow }),
    ...(start.titleRow === undefined ? {} : { titleRow: start.titleRow }),
    ...(start.pages === undefined ? {} : { pages: start.pages }),
    ...(start.paper === undefined ? {} : { paper: start.paper }),
  });
  return sheet;
}
