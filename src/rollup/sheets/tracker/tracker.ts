import type { SheetPlan } from '../../../spreadsheet/plan/sheetPlan.ts';
import { planTableSheet, type SheetMarks } from '../parts/content.ts';
import { positionFormats } from '../parts/positionFormats.ts';
import type { TrackerTable } from './trackerTable.ts';

export const trackerSheetName = 'Tracker';

/** The sheet Tracker. */
export function trackerSheet(marks: SheetMarks, round: string, table: TrackerTable): SheetPlan {
  const { columns, printedColumns, nameColumns, rows, bands } = table;
  const position = columns.findIndex(({ role }) => role === 'position') + 1;
  return planTableSheet(marks, {
    name: trackerSheetName,
    title: `Round ${round}: tracker`,
    note: 'One row for each partner. The sheet Notes explains each column, and how to have changes in the light cells read back.',
    table: 'tracker',
    ...{ nameColumns, columns, printedColumns },
    formats: positionFormats(bands, { firstColumn: position, lastColumn: position, rows: rows.length }),
    rows: rows.map(({ cells }) => cells),
  });
}
