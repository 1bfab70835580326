import { expect, test } from 'vitest';
import { Anchor } from '../../../src/spreadsheet/drawings/anchor.ts';

type Corner = readonly [column: string, columnOffset: string, row: string, rowOffset: string];

function rangeOf(corners: { readonly from?: Corner; readonly to?: Corner }) {
  const anchor = new Anchor();
  for (const [name, values] of Object.entries(corners)) {
    anchor.open(name);
    for (const [index, field] of ['col', 'colOff', 'row', 'rowOff'].entries()) {
      anchor.open(field);
      anchor.text(values[index] ?? '');
      anchor.close(field);
    }
    anchor.close(name);
  }
  return anchor.range();
}

const b3 = { firstRow: 3, firstColumn: 2 };

test('an object covers the cells between its corners', () => {
  expect(rangeOf({ from: ['1', '0', '2', '0'], to: ['3', '5', '4', '5'] })).toEqual({
    ...b3,
    lastRow: 5,
    lastColumn: 4,
  });
});

test('it does not cover a cell at the edge of which it ends', () => {
  expect(rangeOf({ from: ['1', '0', '2', '0'], to: ['3', '0', '4', '0'] })).toEqual({
    ...b3,
    lastRow: 4,
    lastColumn: 3,
  });
});

test('without a second corner it covers one cell, and without a first none that is known', () => {
  expect(rangeOf({ from: ['1', '9', '2', '9'] })).toEqual({ ...b3, lastRow: 3, lastColumn: 2 });
  expect(rangeOf({ to: ['1', '9', '2', '9'] })).toBeUndefined();
});

test('it stays within the grid, whatever the file says', () => {
  expect(rangeOf({ from: ['-5', '0', 'x', '0'], to: ['1e9', '1', '1e9', '1'] })).toEqual({
    firstRow: 1,
    firstColumn: 1,
    lastRow: 1_048_576,
    lastColumn: 1_048_576,
  });
});
