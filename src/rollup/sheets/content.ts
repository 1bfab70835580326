import type { Workbook, Worksheet } from 'exceljs';
import { openSheet, type SheetStart } from '../../spreadsheet/openSheet.ts';
import { type Content, completeSheet, type TableColumn, writeTable } from '../../spreadsheet/worksheet.ts';
import type { RollUp } from '../rollUp.ts';

/** What the sheets of a roll-up are written from. */
export interface RollUpContent {
  readonly rollUp: RollUp;
  /** When the roll-up is made. */
  readonly made: Date;
}

/** Tables begin here: above stand the title, the note and the marking. */
export const headerRow = 5;

/** Adds a sheet that says which round it is of, and that the figures are the partners' own. */
function startSheet(
  workbook: Workbook,
  { rollUp: { round } }: RollUpContent,
  start: Omit<SheetStart, 'marking' | 'footer' | 'headerRow'>,
): Worksheet {
  return openSheet(workbook, {
    ...start,
    note: `${start.note} Self-assessed, not validated.`,
    marking: round.marking,
    headerRow,
    footer: `${round.instrument}, round ${round.round}`,
  });
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

/** Adds a sheet with one table, which is all that most sheets of a roll-up are (practice A22). */
export function writeTableSheet(workbook: Workbook, content: RollUpContent, sheet: TableSheet): Worksheet {
  const { name, title, note, table, columns, rows } = sheet;
  const worksheet = startSheet(workbook, content, {
    name,
    title,
    note,
    widths: columns.map(({ width }) => width),
    ...(sheet.pages === undefined ? {} : { pages: sheet.pages }),
  });
  writeTable(worksheet, table, headerRow, columns, rows);
  completeSheet(worksheet);
  return worksheet;
}
