import { expect, test } from 'vitest';
import { planTableSheet, type SheetMarks, type TableSheet } from '../../../../src/rollup/sheets/parts/content.ts';

const sheet: TableSheet = {
  ...{ name: 'Returns', title: 'Returns', note: 'Who has returned.', table: 'returns' },
  columns: [
    { heading: 'Partner', role: 'text', width: 30 },
    { heading: 'Returned', role: 'text', width: 18, identifying: true },
    { heading: 'Returns', role: 'number', width: 10, identifying: true },
    { heading: 'Coverage', role: 'percent', width: 11 },
  ],
  rows: [
    ['Ashmere', '2026-12-17 10:00', 1, 0.8],
    ['Bramblewick', '[x]', 0, '[x]'],
  ],
};
const planned = (marks: Partial<SheetMarks> = {}) =>
  planTableSheet({ marking: undefined, footer: '', ...marks }, sheet);
const rowsFor = (marks?: Partial<SheetMarks>) => [...(planned(marks).long?.rows ?? [])];

test('columns that could identify a partner are suppressed in an anonymous roll-up; that nothing came back is shown', () => {
  expect(rowsFor({ anonymous: true })).toEqual([
    ['Ashmere', '[c]', '[c]', 0.8],
    ['Bramblewick', '[x]', '[c]', '[x]'],
  ]);
});

test('in any other roll-up they are shown', () => {
  expect(rowsFor()).toEqual(sheet.rows);
});

test('the note says that the figures are not validated', () => {
  expect(planned().cells.find(({ row }) => row === 2)?.content).toBe('Who has returned. Self-assessed, not validated.');
});

test('of a table to work with, headings and the names of rows stay in view, and headings have filter buttons', () => {
  const { frozen, tables } = planTableSheet({ marking: undefined, footer: '' }, { ...sheet, nameColumns: 1 });
  expect(frozen).toEqual({ rows: 5, columns: 1 });
  expect(tables.map(({ filterButtons }) => filterButtons)).toEqual([true]);
});

test('for publication, and of other tables, nothing is frozen and there are no buttons', () => {
  const published = { marking: undefined, footer: '', forPublication: true } as const;
  for (const plan of [planTableSheet(published, { ...sheet, nameColumns: 1 }), planned()]) {
    expect(plan.frozen).toBeUndefined();
    expect(plan.tables.map(({ filterButtons }) => filterButtons)).toEqual([undefined]);
  }
});
