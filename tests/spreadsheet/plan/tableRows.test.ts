import { expect, test } from 'vitest';
import { firstRows, rowsAsRead, valuesOf } from '../../../src/spreadsheet/plan/tableRows.ts';

/** Rows that count how many of them were made. */
function counted(length: number) {
  const made = { rows: 0 };
  const rows = rowsAsRead(length, function* () {
    for (let row = 1; row <= length; row += 1) {
      made.rows += 1;
      yield [row];
    }
  });
  return { rows, made };
}

test('rows are made as they are read, each time anew', () => {
  const { rows, made } = counted(3);
  expect(rows.length).toBe(3);
  expect(made.rows).toBe(0);
  const [first] = rows;
  expect([first, made.rows]).toEqual([[1], 1]);
  expect([...rows]).toEqual([[1], [2], [3]]);
  expect([...rows]).toEqual([[1], [2], [3]]);
});

test('things are counted before a row is made for any of them', () => {
  const rows = valuesOf(new Set(['one', 'two']), (thing) => [thing.length, thing]);
  expect(rows.length).toBe(2);
  expect([...rows]).toEqual([
    [3, 'one'],
    [3, 'two'],
  ]);
});

test('no row beyond the maximum is made', () => {
  const { rows, made } = counted(5);
  const cut = firstRows(rows, 2);
  expect([cut.length, ...cut]).toEqual([2, [1], [2]]);
  expect(made.rows).toBe(2);
});

test('rows up to the maximum are the same rows', () => {
  const rows = [[1], [2]];
  expect(firstRows(rows, 2)).toBe(rows);
});
