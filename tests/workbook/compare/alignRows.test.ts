import { expect, test } from 'vitest';
import type { RawCell } from '../../../src/spreadsheet/model/rawWorkbook.ts';
import { alignRows, type Cells } from '../../../src/workbook/compare/alignRows.ts';

/** Cells by row; `.` is an empty one. */
function cells(rows: Readonly<Record<number, string>>): Cells {
  return new Map(
    Object.entries(rows).map(([row, texts]) => [
      Number(row),
      new Map(
        texts
          .split(' ')
          .flatMap((value, index): readonly (readonly [number, RawCell])[] =>
            value === '.'
              ? []
              : [[index + 1, { row: Number(row), column: index + 1, value: { kind: 'text', value }, formula: false }]],
          ),
      ),
    ]),
  );
}

const sent = cells({ 1: 'title', 3: 'number question', 4: 'one first', 5: 'two second', 6: 'three third' });
const rows = (now: Readonly<Record<number, string>>) => Object.fromEntries(alignRows(sent, cells(now)).rows);

test('everything is where it was', () => {
  expect(alignRows(sent, sent)).toEqual({
    rows: new Map([1, 3, 4, 5, 6].map((row) => [row, row])),
    columns: new Map([
      [1, 1],
      [2, 2],
    ]),
  });
});

test('rows below an added one are further down', () => {
  expect(rows({ 1: 'title', 3: 'number question', 4: 'one first', 6: 'two second', 7: 'three third' })).toEqual({
    ...{ 1: 1, 3: 3, 4: 4, 5: 6, 6: 7 },
  });
});

test('a row that was deleted is missing', () => {
  expect(rows({ 1: 'title', 3: 'number question', 4: 'one first', 5: 'three third' })).toEqual({
    1: 1,
    3: 3,
    4: 4,
    6: 5,
  });
});

test('a row is found where most of its texts are, also in another order', () => {
  expect(rows({ 1: 'title', 3: 'number question', 4: 'three third', 5: 'one first', 6: 'two second' })).toEqual({
    ...{ 1: 1, 3: 3, 4: 5, 5: 6, 6: 4 },
  });
});

test('a row of which nothing is recognised keeps its distance from the one before it', () => {
  expect(rows({ 2: 'title', 4: 'number question', 5: 'x y', 6: 'two second', 7: 'three third' })).toEqual({
    ...{ 1: 2, 3: 4, 4: 5, 5: 6, 6: 7 },
  });
});

test('columns are found alike', () => {
  const now = cells({ 1: 'title', 3: 'number . question', 4: 'one . first', 5: 'two . second', 6: 'three . third' });
  expect(Object.fromEntries(alignRows(sent, now).columns)).toEqual({ 1: 1, 2: 3 });
});
