import { expect, test } from 'vitest';
import { balanceWidths as balance, type ColumnNeeds, rowHeight } from '../../../src/spreadsheet/plan/balanceWidths.ts';

const balanceWidths = (columns: readonly ColumnNeeds[], room: number): readonly number[] => balance(columns, room, 400);

const words = (count: number): string => Array.from({ length: count }, () => 'word').join(' ');

const column = (texts: readonly string[], bounds: Partial<ColumnNeeds> = {}): ColumnNeeds => ({
  ...{ min: 10, max: 60, texts },
  ...bounds,
});

const fixed = (width: number): ColumnNeeds => ({ min: width, max: width, texts: [] });

test('the room is filled, and rows are no higher than with equal widths where texts are equal', () => {
  const columns = Array.from({ length: 3 }, () => column([words(30), words(40)]));
  const widths = balanceWidths(columns, 90);
  expect(widths.reduce((sum, width) => sum + width, 0)).toBe(90);
  for (const row of [0, 1])
    expect(rowHeight(columns, widths, row)).toBeLessThanOrEqual(rowHeight(columns, [30, 30, 30], row));
});

test('a column with longer texts is wider, and one of a fixed width stays as it is', () => {
  const [number, short = 0, long = 0] = balanceWidths([fixed(6), column([words(10)]), column([words(60)])], 80);
  expect(number).toBe(6);
  expect(short + long).toBe(74);
  expect(long).toBeGreaterThan(2 * short);
});

test('what counts is the highest cell of each row, and not the length of all texts of a column', () => {
  // The second column has most text, but always beside as much in the first.
  const [first = 0, second = 0] = balanceWidths(
    [column([words(40), words(40), '']), column([words(40), words(40), words(4)])],
    80,
  );
  expect(second - first).toBeLessThanOrEqual(2);
});

test('no column is wider than its texts need', () => {
  expect(balanceWidths([column(['short'], { max: 20 }), column(['short'], { max: 20 })], 100)).toEqual([20, 20]);
});

test('where there is too little room, every column has its least width', () => {
  expect(balanceWidths([column([words(50)]), column([words(50)]), fixed(12)], 20)).toEqual([10, 10, 12]);
});
