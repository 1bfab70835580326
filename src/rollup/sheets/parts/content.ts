import type { Content } from '../../../spreadsheet/plan/content.ts';
import { planSheet, type SheetStart } from '../../../spreadsheet/plan/planSheet.ts';
import {
  headerRow,
  type SheetMarks as PlainMarks,
  type TableSheet as PlainSheet,
  planTableSheet as planPlainSheet,
} from '../../../spreadsheet/plan/planTableSheet.ts';
import type { SheetPart } from '../../../spreadsheet/plan/sheetParts.ts';
import type { SheetPlan } from '../../../spreadsheet/plan/sheetPlan.ts';
import { rowsAsRead } from '../../../spreadsheet/plan/tableRows.ts';
import type { TermRollUp } from '../../load/byTerm.ts';
import type { Grouping } from '../../load/groups.ts';
import { missingValueMarks } from '../../load/missingValueMarks.ts';
import type { RollUp } from '../../load/rollUp.ts';
import type { DataLimits, DataPlan } from './dataPlan.ts';

/** The properties that all sheets have in common. */
export interface SheetMarks extends PlainMarks {
  /** Columns that could identify partners are suppressed. */
  readonly anonymous?: true | undefined;
  /** Without filter buttons and frozen panes, which published spreadsheets should not have (practice A7). */
  readonly forPublication?: true | undefined;
}

/** The data from which the sheets of a roll-up are written. */
export interface RollUpContent extends SheetMarks {
  readonly rollUp: RollUp;
  /** The time at which the roll-up is made. */
  readonly made: Date;
  /** The grouping by which partners are compared. */
  readonly by: Grouping;
  /** Actions due before this day, `YYYY-MM-DD`, are overdue. */
  readonly overdueAt: string;
  /** The name of a region, if the roll-up does not cover all partners of the round. */
  readonly scope: string | undefined;
  readonly data: DataPlan;
  readonly limits: DataLimits;
}

/** The data from which the sheets of a roll-up by term are written. */
export interface TermContent extends SheetMarks {
  readonly rollUp: TermRollUp;
  readonly made: Date;
}

/** A sheet of one table, in which some columns could identify the partner of a row, as times do. */
export interface TableSheet extends PlainSheet {
  readonly columns: readonly (PlainSheet['columns'][number] & {
    /** Suppressed in an anonymous roll-up. */
    readonly identifying?: true;
  })[];
  /**
   * For a table to work with: its headings have filter buttons, and they and so many columns, which name the rows, stay in
   * view.
   */
  readonly nameColumns?: number;
}

/** A sheet with one table, the form of most sheets of a roll-up. Its note says that the figures are not validated. */
export function planTableSheet(marks: SheetMarks, sheet: TableSheet): SheetPlan {
  const mayShow = (cell: Content | undefined, column: number): boolean =>
    sheet.columns[column]?.identifying !== true || cell === missingValueMarks.noReturn;
  const { rows, nameColumns, ...plain } = sheet;
  const shown =
    marks.anonymous !== true || sheet.columns.every(({ identifying }) => identifying !== true)
      ? rows
      : rowsAsRead(rows.length, function* () {
          for (const row of rows) {
            yield row.map((cell, column) => (mayShow(cell, column) ? cell : missingValueMarks.suppressed));
          }
        });
  const working =
    nameColumns === undefined || marks.forPublication === true
      ? {}
      : ({ frozen: { rows: headerRow, columns: nameColumns }, filterButtons: true } as const);
  return planPlainSheet(marks, { ...plain, ...working, rows: shown, note: noted(sheet.note) });
}

/** A sheet that holds something else than one table, with the same note. */
export const planBlocksSheet = (
  { marking, footer }: SheetMarks,
  sheet: Omit<SheetStart, 'marking' | 'footer'>,
  parts: readonly SheetPart[],
): SheetPlan => planSheet({ ...sheet, marking, footer, note: noted(sheet.note) }, parts);

const noted = (note: string): string => `${note} Self-assessed, not validated.`;
