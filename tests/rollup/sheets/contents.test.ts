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

const rowsFor = (...following: readonly SheetPlan[]) => [...(contentsSheet(marks, following).long?.rows ?? [])];

test('each sheet is listed with a link to its first cell, and its title', () => {
  expect(rowsFor(sheetOf('Response', [1, link]), sheetOf('Data', [2, 'text']))).toEqual([
    [{ formula: 'HYPERLINK("#\'Response\'!A1","Response")', result: 'Response' }, 'The sheet Response'],
    [{ formula: 'HYPERLINK("#\'Data\'!A1","Data")', result: 'Data' }, 'The sheet Data'],
  ]);
});

test('it has the marking and the footer of the other sheets, and is printed with all its rows', () => {
  const { cells, print } = contentsSheet(marks, [sheetOf('Data', [1, 'x'])]);
  expect(cells.find(({ row }) => row === 3)?.content).toBe('SAMPLE DATA');
  expect(print).toMatchObject({ footer: 'Sample', marking: 'SAMPLE DATA', area: { rows: 6, columns: 2 } });
});
