import type { Workbook, Worksheet } from 'exceljs';
import { openSheet } from './openSheet.ts';
import { type Content, completeSheet, type TableColumn, writeTable } from './worksheet.ts';

/** What stands on every sheet of a workbook. */
export interface SheetMarks {
  /** Protective marking. */
  readonly marking: string | undefined;
  /** What stands at the left of the printed footer. */
  readonly footer: string;
}

export interface TableSheet {
  readonly name: string;
  readonly title: string;
  readonly note: string;
  /** Unique name of the table. */
  readonly table: string;
  readonly columns: readonly (TableColumn & { readonly width: number })[];
  readonly rows: readonly (readonly Content[])[];
  /** Most pages that the print may take; as many as it needs when absent. */
  readonly pages?: number;
}

/** Tables begin here: above stand the title, the note and the marking. */
export const headerRow = 5;

/** Adds a sheet with one table and nothing else (practice A22). */
export function writeTableSheet(workbook: Workbook, { marking, footer }: SheetMarks, sheet: TableSheet): Worksheet {
  const { name, title, note, table, columns, rows } = sheet;
  const worksheet = openSheet(workbook, {
    name,
    title,
    note,
    marking,
    footer,
    headerRow,
    widths: columns.map(({ width }) => width),
    ...(sheet.pages === undefined ? {} : { pages: sheet.pages }),
  });
  writeTable(worksheet, table, headerRow, columns, rows);
  completeSheet(worksheet);
  return worksheet;
}
