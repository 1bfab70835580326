import { expect, test } from 'vitest';
import { pixelsOf, unitsOf } from '../../../src/spreadsheet/style/fontMetrics.ts';

test('characters have the widths of Arial, regular and bold', () => {
  // 3 letters of 556 and a space of 278.
  expect(unitsOf('nab ', false)).toBe(3 * 556 + 278);
  expect(unitsOf('nab ', true)).toBe(611 + 556 + 611 + 278);
  expect(unitsOf('', false)).toBe(0);
});

test('digits are equally wide, in both: columns are measured by them', () => {
  for (const digit of '0123456789') expect([unitsOf(digit, false), unitsOf(digit, true)]).toEqual([556, 556]);
});

test('an unknown character is wide, and one of two units counts once', () => {
  expect(unitsOf('漢', false)).toBe(800);
  expect(unitsOf('👩', false)).toBe(800);
});

test('on a screen, each character has whole pixels, which fill a column as digits of 7 do', () => {
  expect(pixelsOf('0', 10, false)).toBe(7);
  // More than half a digit, as it is in print.
  expect(pixelsOf(' ', 10, false)).toBe(4);
  expect(pixelsOf('n n', 10, true)).toBe(8 + 4 + 8);
  expect(pixelsOf('n', 11, false)).toBe(8);
});
