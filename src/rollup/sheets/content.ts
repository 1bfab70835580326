import type { Workbook, Worksheet } from 'exceljs';
import { type HeldContent, holdRows } from '../../spreadsheet/heldRows.ts';
import { openSheet, type SheetStart } from '../../spreadsheet/openSheet.ts';
import { completeSheet, type TableColumn, writeTable } from '../../spreadsheet/worksheet.ts';
import type { TermRollUp } from '../byTerm.ts';
import { comparable } from '../comparable.ts';
import type { Grouping } from '../groups.ts';
import type { RollUp } from '../rollUp.ts';
import type { DataPlan } from './dataPlan.ts';

/** What stands on every sheet. */
export interface SheetMarks {
  /** Protective marking. */
  readonly marking: string | undefined;
  /** What stands at the left of the printed footer. */
  readonly footer: string;
}

/** What the sheets of a roll-up are written from. */
export interface RollUpContent extends SheetMarks {
  readonly rollUp: RollUp;
  /** When the roll-up is made. */
  readonly made: Date;
  /** By what partners are set side by side. */
  readonly by: Grouping;
  /** Actions that were due before this day, `YYYY-MM-DD`, are overdue. */
  readonly overdueAt: string;
  /** The region that it is of, where it is not of all partners of the round. */
  readonly scope: string | undefined;
  readonly data: DataPlan;
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
  readonly columns: readonly (TableColumn & { readonly width: number })[];
  readonly rows: readonly (readonly HeldContent[])[];
  /** Most pages that the print may take; as many as it needs when absent. */
  readonly pages?: number;
  /** For tables too wide for A4. */
  readonly paper?: 'A3';
  /** Rows below the table that charts stand on, with an empty one above them. */
  readonly chartRows?: number;
}

/** Points: low enough for prints to break where they like. */
const chartRowHeight = 20;

/** Rows that a sheet has below the header of a table. */
export const mostRows = 1_048_576 - headerRow;

/** Adds a sheet with one table, which is all that most sheets of a roll-up are (practice A22). */
export function writeTableSheet(workbook: Workbook, marks: SheetMarks, sheet: TableSheet): Worksheet {
  const { name, title, table, columns, chartRows = 0 } = sheet;
  const rows = sheet.rows.slice(0, mostRows);
  const cut = sheet.rows.length > mostRows ? ` Excel has room for ${rows.length} of ${sheet.rows.length} rows.` : '';
  const note = `${sheet.note}${cut}`;
  const worksheet = startSheet(workbook, marks, {
    name,
    title,
    note,
    widths: columns.map(({ width }) => width),
    ...(sheet.pages === undefined ? {} : { pages: sheet.pages }),
    ...(sheet.paper === undefined ? {} : { paper: sheet.paper }),
  });
  writeTable(worksheet, table, headerRow, columns, rows.slice(0, 1));
  if (rows.length > 1) {
    holdRows(workbook, { sheet: name, table, firstRow: headerRow + 2, columns, rows: rows.slice(1) });
  }
  completeSheet(worksheet, headerRow + rows.length + (chartRows === 0 ? 0 : chartRows + 1));
  for (let row = 1; row <= chartRows; row += 1)
    worksheet.getRow(headerRow + rows.length + 1 + row).height = chartRowHeight;
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
