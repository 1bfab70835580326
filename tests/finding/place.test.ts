import { expect, test } from 'vitest';
import { placeText } from '../../src/finding/index.ts';

test.each([
  [{}, ''],
  [{ file: 'partners.csv' }, 'partners.csv'],
  [{ file: 'partners.csv', line: 4 }, 'partners.csv line 4'],
  [{ sheet: '1 Assessing need' }, "'1 Assessing need'"],
  [{ sheet: '1 Assessing need', cell: 'G14' }, "'1 Assessing need'!G14"],
  [{ sheet: '1 Assessing need', cell: 'G14', key: '1.2.3' }, "'1 Assessing need'!G14 (1.2.3)"],
  [{ key: '1.2.3' }, '1.2.3'],
  [{ file: 'a.xlsx', sheet: 'Cover', cell: 'B6' }, "a.xlsx 'Cover'!B6"],
])('%j is written %s', (place, text) => {
  expect(placeText(place)).toBe(text);
});
