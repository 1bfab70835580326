import { expect } from 'vitest';
import type { Content } from '../../src/spreadsheet/plan/content.ts';
import { headerRow } from '../../src/spreadsheet/plan/planTableSheet.ts';
import type { SheetPlan, WorkbookPlan } from '../../src/spreadsheet/plan/sheetPlan.ts';
import { readPackage } from '../../src/spreadsheet/read/readPackage.ts';
import { tableOf } from './tableOf.ts';

type Shown = string | number | undefined;

export function plannedSheet({ sheets }: WorkbookPlan, name: string): SheetPlan {
  const sheet = sheets.find((one) => one.name === name);
  if (sheet === undefined) throw new Error(`No sheet ${name} is planned`);
  return sheet;
}

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

function shown(content: Content | undefined): Shown {
  if (typeof content !== 'object') return content;
  if (content instanceof Date) return content.getTime() / 86_400_000 + 25_569;
  return 'address' in content ? content.text : content.result;
}
