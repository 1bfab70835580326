import { expect, test } from 'vitest';
import { planSheet } from '../../../src/spreadsheet/plan/planSheet.ts';
import { fitRows, withMinHeight } from '../../../src/spreadsheet/plan/rowHeights.ts';
import { cell } from '../../../src/spreadsheet/plan/sheetParts.ts';
import { highestRow } from '../../../src/spreadsheet/style/rowHeight.ts';

const words = 'some words that take several lines '.repeat(5);

test('a row is as high as the highest of its cells', () => {
  const narrow = cell(1, 1, words, 'text');
  const wide = cell(1, 2, words, 'text');
  const both = fitRows([narrow, wide], [10, 60]);
  expect(both).toEqual(fitRows([narrow], [10, 60]));
  expect(both.get(1)).toBeGreaterThan(fitRows([wide], [10, 60]).get(1) ?? 0);
});

test('numbers, dates and figures of formulas take one line; the texts of links and formulas may take several', () => {
  const height = (content: Parameters<typeof cell>[2]): number | undefined =>
    fitRows([cell(1, 1, content, 'text')], [12]).get(1);
  const one = height('word');
  expect([12_345_678_901_234, new Date(0), { formula: 'A1', result: 1e15 }].map(height)).toEqual([one, one, one]);
  expect(one).toBeLessThan(20);
  expect(height({ text: words, address: 'https://a.example' })).toBe(height(words));
  expect(height({ formula: 'A1', result: words })).toBe(height(words));
});

test('a heading leaves room for the button of a filter, if its table has them', () => {
  const heading = cell(1, 1, 'Not applicable', 'header');
  const height = (table: { readonly filterButtons?: true }): number | undefined =>
    fitRows([heading], [16], [{ name: 'a', row: 1, headings: ['Not applicable'], rows: 1, ...table }]).get(1);
  expect(height({ filterButtons: true })).toBeGreaterThan(height({}) ?? 0);
});

test('the group above a text is in lighter type, and takes fewer lines', () => {
  const height = (group: string, text: string): number | undefined =>
    fitRows([cell(1, 1, { group, text }, 'question')], [19]).get(1);
  // 15 letters of 7 pixels, or of 8 in bold type, in a column of 133.
  const [long, short] = ['n'.repeat(15), 'n'];
  expect(height(long, short)).toBeLessThan(height(short, long) ?? 0);
});

test('an empty cell makes room for the figure that it will show; what takes a usual line grows by itself', () => {
  const heights = fitRows([cell(1, 1, undefined, 'inputScore'), cell(2, 1, undefined, 'input')], [10]);
  expect(heights.get(1)).toBeGreaterThan(25);
  expect(heights.has(2)).toBe(false);
});

test('no row is higher than Excel allows', () => {
  expect(fitRows([cell(1, 1, words.repeat(50), 'text')], [10]).get(1)).toBe(highestRow);
});

test('rows can be given a minimum, which lowers none', () => {
  const start = { name: 'A', title: 'A', note: '', widths: [10], footer: '' };
  const plan = planSheet(start, [{ cells: [cell(5, 1, words, 'text'), cell(6, 1, 'a', 'text')] }]);
  const { heights } = withMinHeight(plan, 5, 7, 29);
  expect([heights.get(5), heights.get(6), heights.get(7)]).toEqual([plan.heights.get(5), 29, 29]);
});
