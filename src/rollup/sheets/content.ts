import type { Workbook, Worksheet } from 'exceljs';
import { openSheet, type SheetStart } from '../../spreadsheet/openSheet.ts';
import { type Content, completeSheet, type TableColumn, writeTable } from '../../spreadsheet/worksheet.ts';
import type { TermRollUp } from '../byTerm.ts';
import { comparable } from '../comparable.ts';
import type { RollUp } from '../rollUp.ts';
import { shorthand } from '../shorthand.ts';

/** What stands on every sheet. */
export interface SheetMarks {
  /** Protective marking. */
  readonly marking: string | undefined;
  /** What stands at the left of the printed footer. */
  readonly footer: string;
  /** Nothing may tell which partner is which. */
  readonly anonymous?: true | undefined;
}

/** What the sheets of a roll-up are written from. */
export interface RollUpContent extends SheetMarks {
  readonly rollUp: RollUp;
  /** When the roll-up is made. */
  readonly made: Date;
}

/** What the sheets of a roll-up by term are written from. */
export interface TermContent extends SheetMarks {
  readonly rollUp: TermRollUp;
  readonly made: Date;
}

/** Tables begin here: above stand the title, the note and the marking. */
export const headerRow = 5;

/** Adds a sheet that says which round it is of, and that the figures are the partners' own. */
function startSheet(
  workbook: Workbook,
  { marking, footer }: SheetMarks,
  start: Omit<SheetStart, 'marking' | 'footer' | 'headerRow'>,
): Worksheet {
  return openSheet(workbook, {
    ...start,
    note: `${start.note} Self-assessed, not validated.`,
    marking,
    headerRow,
    footer,
  });
}

export interface TableSheet {
  readonly name: string;
  readonly title: string;
  readonly note: string;
  /** Unique name of the table. */
  readonly table: string;
  readonly columns: readonly (TableColumn & {
    readonly width: number;
    /** Could tell which partner a row is about, as times do: withheld where nothing may. */
    readonly identifying?: true;
  })[];
  readonly rows: readonly (readonly Content[])[];
  /** Most pages that the print may take; as many as it needs when absent. */
  readonly pages?: number;
  /** Rows below the table that charts stand on, with an empty one above them. */
  readonly chartRows?: number;
}

/** Points: low enough for prints to break where they like. */
const chartRowHeight = 20;

/** Adds a sheet with one table, which is all that most sheets of a roll-up are (practice A22). */
export function writeTableSheet(workbook: Workbook, marks: SheetMarks, sheet: TableSheet): Worksheet {
  const { name, title, note, table, columns, chartRows = 0 } = sheet;
  const mayTell = (cell: Content, column: number): boolean =>
    marks.anonymous !== true || columns[column]?.identifying !== true || cell === shorthand.noReturn;
  const rows = sheet.rows.map((row) => row.map((cell, column) => (mayTell(cell, column) ? cell : shorthand.withheld)));
  const worksheet = startSheet(workbook, marks, {
    name,
    title,
    note,
    widths: columns.map(({ width }) => width),
    ...(sheet.pages === undefined ? {} : { pages: sheet.pages }),
  });
  writeTable(worksheet, table, headerRow, columns, rows);
  for (let row = 1; row <= chartRows; row += 1)
    worksheet.getRow(headerRow + rows.length + 1 + row).height = chartRowHeight;
  completeSheet(worksheet);
  return worksheet;
}

/** The headings as a table can have them, each its own: one that stands there already gets a number (practice A5). */
export function uniqueHeadings(headings: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return headings.map((heading) => {
    let [unique, number] = [heading, 1];
    while (taken.has(comparable(unique))) {
      number += 1;
      unique = `${heading} (${number})`;
    }
    taken.add(comparable(unique));
    return unique;
  });
}
