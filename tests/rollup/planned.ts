import { expect } from 'vitest';
import { headerRow } from '../../src/spreadsheet/plan/planTableSheet.ts';
import type { WorkbookPlan } from '../../src/spreadsheet/plan/sheetPlan.ts';
import { readPackage } from '../../src/spreadsheet/read/readPackage.ts';
import { plannedSheet, type Shown, shown } from '../planned.ts';
import { tableOf } from './tableOf.ts';

/**
 * The table of a planned sheet, below title, note and marking: its header row first, and each cell as it is shown. Of a
 * sheet with several tables, all of them below each other, with their titles.
 */
export function plannedTable(workbook: WorkbookPlan, name: string): readonly (readonly Shown[])[] {
  const { cells, long } = plannedSheet(workbook, name);
  const width = Math.max(...cells.filter(({ row }) => row === headerRow).map(({ column }) => column));
  const rows = new Map<number, Shown[]>();
  for (const { row, column, content } of cells.filter((cell) => cell.row >= headerRow)) {
    const shownRow = rows.get(row) ?? Array.from({ length: width }, () => undefined);
    shownRow[column - 1] = shown(content);
    rows.set(row, shownRow);
  }
  const below = [...rows].toSorted(([a], [b]) => a - b).map(([, row]) => row);
  return [...below, ...[...(long?.rows ?? [])].map((row) => row.map(shown))];
}

/** Everything that a workbook shows in cells. */
export const plannedContents = ({ sheets }: WorkbookPlan): readonly Shown[] =>
  sheets.flatMap(({ cells, long }) => [
    ...cells.map(({ content }) => shown(content)),
    ...[...(long?.rows ?? [])].flatMap((row) => row.map(shown)),
  ]);

/** Expects a written workbook, read back, to have the sheets and the tables that are planned. */
export function expectAsPlanned(bytes: Uint8Array, plan: WorkbookPlan): void {
  const written = readPackage(bytes);
  expect(written.sheets.map(({ name }) => name)).toEqual(plan.sheets.map(({ name }) => name));
  for (const { name } of plan.sheets) expect(tableOf(written, name), name).toEqual(plannedTable(plan, name));
}
