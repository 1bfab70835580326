import { expect } from 'vitest';
import { headerRow } from '../../src/spreadsheet/plan/planTableSheet.ts';
import type { WorkbookPlan } from '../../src/spreadsheet/plan/sheetPlan.ts';
import { readPackage } from '../../src/spreadsheet/read/readPackage.ts';
import { plannedSheet, type Shown, shown } from '../planned.ts';
import { tableOf } from './tableOf.ts';

/** The table of a planned sheet, below title, note and marking: its header row first, and each cell as it is shown. */
export function plannedTable(workbook: WorkbookPlan, name: string): readonly (readonly Shown[])[] {
  const { cells, long } = plannedSheet(workbook, name);
  const headings = cells.filter(({ row }) => row === headerRow);
  return [headings.map(({ content }) => shown(content)), ...[...(long?.rows ?? [])].map((row) => row.map(shown))];
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
