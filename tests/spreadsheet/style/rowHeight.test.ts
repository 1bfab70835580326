import { describe, expect, test } from 'vitest';
import { lineWidth, styledHeight, textHeight } from '../../../src/spreadsheet/style/rowHeight.ts';

const lines = (text: string, width: number, bold = false): number =>
  Math.round((textHeight(text, width, 10, bold) - 3) / 12.8);

describe('the lines of a text', () => {
  test('are one where it fits, and one for each paragraph', () => {
    expect(lines('', 20)).toBe(1);
    expect(lines('short', 20)).toBe(1);
    expect(lines('one\n\nthree', 20)).toBe(3);
  });

  test('break between words, and in a word only where it is longer than the line', () => {
    expect(lines('commissioning commissioning', 16)).toBe(2);
    expect(lines('x'.repeat(100), 20)).toBe(6);
  });

  test('hold fewer wide letters than narrow ones, and fewer bold ones', () => {
    expect(lines('W'.repeat(60), 20)).toBeGreaterThan(lines('i'.repeat(60), 20));
    const text = 'n'.repeat(200);
    expect(lines(text, 20, true)).toBeGreaterThan(lines(text, 20));
  });
});

test('a text just fits into a column of the width of its line', () => {
  const text = 'Children and young people';
  const width = lineWidth(text, 10);
  expect(lines(text, width)).toBe(1);
  expect(lines(text, width - 2)).toBe(2);
});

test('a style that does not wrap has one line; an indent takes room', () => {
  const text = 'needs '.repeat(20);
  const wrapped = (indent: number) => styledHeight(text, { alignment: { wrapText: true, indent } }, 30);
  expect(styledHeight(text, {}, 30)).toBe(textHeight('', 30, 10, false));
  expect(wrapped(8)).toBeGreaterThan(wrapped(0));
});
