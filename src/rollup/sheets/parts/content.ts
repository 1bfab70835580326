import type { Workbook, Worksheet } from 'exceljs';
import {
  type SheetMarks as PlainMarks,
  type TableSheet as PlainSheet,
  writeTableSheet as writeSheet,
} from '../../../spreadsheet/write/tableSheet.ts';
import type { Content } from '../../../spreadsheet/write/worksheet.ts';
import type { TermRollUp } from '../../load/byTerm.ts';
import type { Grouping } from '../../load/groups.ts';
import { missingValueMarks } from '../../load/missingValueMarks.ts';
import type { RollUp } from '../../load/rollUp.ts';
import type { DataLimits, DataPlan } from './dataPlan.ts';

export { headerRow, maxRows as mostRows } from '../../../spreadsheet/write/tableSheet.ts';

/** What stands on every sheet. */
export interface SheetMarks extends PlainMarks {
  /** Nothing may tell which partner is which. */
  readonly anonymous?: true | undefined;
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
  readonly limits: DataLimits;
}

/** What the sheets of a roll-up by term are written from. */
export interface TermContent extends SheetMarks {
  readonly rollUp: TermRollUp;
  readonly made: Date;
}

/** A sheet of one table, some of whose columns could tell which partner a row is about, as times do. */
export interface TableSheet extends PlainSheet {
  readonly columns: readonly (PlainSheet['columns'][number] & {
    /** Withheld where nothing may tell which partner is which. */
    readonly identifying?: true;
  })[];
}

/** Adds a sheet with one table, which is all that most sheets of a roll-up are: its figures are the partners' own. */
export function writeTableSheet(workbook: Workbook, marks: SheetMarks, sheet: TableSheet): Worksheet {
  const mayTell = (cell: Content, column: number): boolean =>
    sheet.columns[column]?.identifying !== true || cell === missingValueMarks.noReturn;
  const rows =
    marks.anonymous !== true
      ? sheet.rows
      : sheet.rows.map((row) => row.map((cell, column) => (mayTell(cell, column) ? cell : missingValueMarks.suppressed)));
  return writeSheet(workbook, marks, { ...sheet, rows, note: `${sheet.note} Self-assessed, not validated.` });
}
