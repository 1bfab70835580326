import { expect, test } from 'vitest';
import { columnBreaks } from '../../../../src/rollup/sheets/parts/columnBreaks.ts';

const columns = (count: number, width: number): readonly number[] => Array.from({ length: count }, () => width);

test('a table that fits on a page has no breaks', () => {
  expect(columnBreaks([35, ...columns(13, 10)], 1)).toEqual([]);
});

test('as many columns are on each page, after those that are repeated', () => {
  expect(columnBreaks([38, ...columns(13, 10)], 1)).toEqual([8]);
  expect(columnBreaks([20, 38, ...columns(25, 10)], 2)).toEqual([11, 20]);
});

test('a column that is wider than the rest of a page has one to itself', () => {
  expect(columnBreaks([100, 90, 90], 1)).toEqual([2]);
});

test('there may be nothing but the columns that are repeated', () => {
  expect(columnBreaks([38], 1)).toEqual([]);
});
