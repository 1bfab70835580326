import { expect, test } from 'vitest';
import { contentsSheet } from '../../../src/rollup/sheets/contents.ts';
import type { Content } from '../../../src/spreadsheet/plan/content.ts';
import { planTableSheet } from '../../../src/spreadsheet/plan/planTableSheet.ts';
import type { SheetPlan } from '../../../src/spreadsheet/plan/sheetPlan.ts';

const marks = { marking: 'SAMPLE DATA', footer: 'Sample' };

const sheetOf = (name: string, ...rows: readonly (readonly Content[])[]): SheetPlan =>
  planTableSheet(marks, {
    ...{ name, title: `The sheet ${name}`, note: '', table: name.toLowerCase() },
    columns: [
      { heading: 'Figure', role: 'number', width: 20 },
      { heading: 'Link', role: 'link', width: 20 },
    ],
    rows,
  });
const link: Content = { formula: 'HYPERLINK("#\'Data\'!A1","Rows 6 to 9")', result: 'Rows 6 to 9' };
const sum: Content = { formula: 'SUM(A1:A2)', result: 3 };

const rowsFor = (...following: readonly SheetPlan[]) => [...(contentsSheet(marks, following).long?.rows ?? [])];

test('each sheet is listed with a link to its first cell, and its title; Notes comes first', () => {
  expect(rowsFor(sheetOf('Response', [1, link]), sheetOf('Data', [2, 'text']))).toEqual([
    [
      { formula: 'HYPERLINK("#\'Notes\'!A1","Notes")', result: 'Notes' },
      'What this workbook shows, from which returns, and how to read it',
      'By value',
    ],
    [{ formula: 'HYPERLINK("#\'Response\'!A1","Response")', result: 'Response' }, 'The sheet Response', 'By value'],
    [{ formula: 'HYPERLINK("#\'Data\'!A1","Data")', result: 'Data' }, 'The sheet Data', 'By value'],
  ]);
});

test.each([
  ['without rows', [], 'By value'],
  ['with values', [[3, 'See there']], 'By value'],
  ['with a link, which is a formula that works out no figure', [[3, link]], 'By value'],
  ['with a formula in its first row', [[sum, link]], 'By formula'],
  [
    'with a formula in its last row only',
    [
      [3, link],
      [sum, link],
    ],
    'By formula',
  ],
] as const)('a sheet %s', (_case, rows, figures) => {
  expect(rowsFor(sheetOf('Summary', ...rows)).at(-1)?.[2]).toBe(figures);
});

test('a formula outside the table counts too', () => {
  const plan = sheetOf('Summary', [3, link]);
  const cells = [...plan.cells, { row: 4, column: 1, content: sum, role: 'number', origin: 'answer' } as const];
  expect(rowsFor({ ...plan, cells }).at(-1)?.[2]).toBe('By formula');
});

test('it has the marking and the footer of the other sheets, and is printed with all its rows', () => {
  const { cells, print } = contentsSheet(marks, [sheetOf('Data', [1, 'x'])]);
  expect(cells.find(({ row }) => row === 3)?.content).toBe('SAMPLE DATA');
  expect(print).toMatchObject({ footer: 'Sample', marking: 'SAMPLE DATA', area: { rows: 7, columns: 3 } });
});
