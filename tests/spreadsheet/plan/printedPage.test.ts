import { expect, test } from 'vitest';
import { instruments } from '../../../definitions/index.ts';
import { address } from '../../../src/spreadsheet/model/address.ts';
import { pageHeight } from '../../../src/spreadsheet/plan/printedPage.ts';
import type { PrintArea, SheetPlan } from '../../../src/spreadsheet/plan/sheetPlan.ts';
import { lineWidth } from '../../../src/spreadsheet/style/rowHeight.ts';
import { layoutOf } from '../../../src/workbook/layout/layoutOf.ts';
import { planFor, plannedSheet, shown } from '../../planned.ts';

/** The share of a page that plans fill: programs round in different ways. */
const reserve = 0.97;

interface Page {
  readonly sheet: string;
  /** Rows that are on it besides the repeated ones. */
  readonly rows: readonly number[];
  readonly repeated: readonly number[];
}

/** The pages of a sheet where they hold a share of what they should: programs round heights in their own ways. */
function pagesOf(sheet: SheetPlan, share: number): readonly Page[] {
  const { name, heights, print } = sheet;
  if (print === undefined || print.pages !== undefined) return [];
  const room = (pageHeight(sheet) / reserve) * share;
  const height = (row: number): number => heights.get(row) ?? 15;
  const { area, breaks, headerRow: lastRepeated = 0, titleRow: firstRepeated = lastRepeated } = print;
  const repeated = firstRepeated === 0 ? [] : between(firstRepeated, lastRepeated);
  const pages: Page[] = [];
  let rows: number[] = [];
  let used = 0;
  for (const row of between(1, lastRow(sheet, area))) {
    if (rows.length > 0 && (breaks.includes(row - 1) || used + height(row) > room)) {
      pages.push({ sheet: name, rows, repeated: (rows[0] ?? 0) > lastRepeated ? repeated : [] });
      rows = [];
      used = row > lastRepeated ? sum(repeated.map(height)) : 0;
    }
    rows.push(row);
    used += height(row);
  }
  return [...pages, { sheet: name, rows, repeated: (rows[0] ?? 0) > lastRepeated ? repeated : [] }];
}

/** The last printed row: empty ones at the end may be left out. */
function lastRow({ cells }: SheetPlan, { rows, filled }: PrintArea): number {
  if (filled === undefined) return rows;
  const used = cells.filter(({ column, content }) => column === filled.column && (shown(content) ?? '') !== '');
  return Math.max(filled.fromRow - 1, ...used.map(({ row }) => row));
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

const between = (first: number, last: number): readonly number[] =>
  Array.from({ length: last - first + 1 }, (_row, index) => first + index);

test.each(instruments.map((instrument) => [instrument.key, instrument] as const))(
  'no printed page of a blank workbook of %s has the headings of a table alone',
  (_key, instrument) => {
    const bare = planFor(instrument)
      .sheets.filter(({ state }) => state === undefined)
      .flatMap((sheet) => {
        const headings = new Set(sheet.tables.map(({ row }) => row));
        const said = new Set(sheet.cells.filter(({ content }) => (shown(content) ?? '') !== '').map(({ row }) => row));
        const isDrawnOn = (row: number): boolean =>
          sheet.charts.some(({ from, to }) => row >= from.row && row < to.row);
        const isContent = (row: number): boolean => (said.has(row) && !headings.has(row)) || isDrawnOn(row);
        return [0.98, 1]
          .flatMap((share) => pagesOf(sheet, share))
          .filter(({ rows, repeated }) => ![...repeated, ...rows].some(isContent));
      });
    expect(bare).toEqual([]);
  },
);

test('the rows to complete are printed with rows of the list before them, on one page', () => {
  for (const instrument of instruments) {
    const checklist = plannedSheet(planFor(instrument), 'Checklist');
    const table = checklist.tables.find(({ name }) => name === 'checklist_rows');
    if (table === undefined) throw new Error('There is no table of rows to complete');
    const page = pagesOf(checklist, 1).find(({ rows }) => rows.includes(table.row));
    expect(page?.rows, instrument.key).toContain(table.row + table.rows);
    expect(page?.rows, instrument.key).toContain(table.row - 3);
  }
});

test('no link in a table for reference is cut off, where its column would not be wider than a page allows', () => {
  for (const instrument of instruments) {
    const names = layoutOf(instrument).references.map(({ name }) => name);
    const cut = planFor(instrument)
      .sheets.filter(({ name }) => names.includes(name))
      .flatMap(({ name, widths, cells }) =>
        cells.flatMap(({ row, column, content }) => {
          if (typeof content !== 'object' || !('address' in content)) return [];
          const fits = Math.min(110, lineWidth(content.text, 10)) <= (widths[column - 1] ?? 0);
          return fits ? [] : [`${name} ${address(row, column)}: ${content.text}`];
        }),
      );
    expect(cut, instrument.key).toEqual([]);
  }
});
