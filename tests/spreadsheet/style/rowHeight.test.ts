import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aroundText, lineWidth, styledHeight, textHeight } from '../../../src/spreadsheet/style/rowHeight.ts';

const lines = (text: string, width: number, bold = false): number =>
  (textHeight(text, width, 10, bold) - aroundText) / 12.75;

describe('the lines of a text', () => {
  test('are one where it fits, and one for each paragraph', () => {
    expect(lines('', 20)).toBe(1);
    expect(lines('short', 20)).toBe(1);
    expect(lines('one\n\nthree', 20)).toBe(3);
  });

  test('break between words, and in a word only where it is longer than the line', () => {
    expect(lines('commissioning commissioning', 16)).toBe(2);
    // 19 letters of 7 pixels in a column of 140, of which 5 are padding.
    expect(lines('n'.repeat(19), 20)).toBe(1);
    expect(lines('n'.repeat(20), 20)).toBe(2);
    expect(lines('n'.repeat(100), 20)).toBe(6);
  });

  test('begin after a sign in an address that is longer than the line', () => {
    const address = `https://a.example/${'n'.repeat(12)}/${'n'.repeat(12)}`;
    expect(lines(address, 21)).toBe(3);
    // The same length, which is broken anywhere.
    expect(lines(address.replaceAll(/[:/.]/g, 'i'), 21)).toBe(2);
  });

  test('hold fewer wide letters than narrow ones, and fewer bold ones', () => {
    expect(lines('W'.repeat(60), 20)).toBeGreaterThan(lines('i'.repeat(60), 20));
    const text = 'n'.repeat(200);
    expect(lines(text, 20, true)).toBeGreaterThan(lines(text, 20));
  });
});

test('a paragraph below another adds its lines to those of the other', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'W', 'i', '-', '/', 'é'), maxLength: 12 });
  const paragraph = fc.array(word, { maxLength: 8 }).map((words) => words.join(' '));
  fc.assert(
    fc.property(paragraph, paragraph, fc.integer({ min: 5, max: 40 }), (upper, lower, width) => {
      expect(lines(`${upper}\n${lower}`, width)).toBe(lines(upper, width) + lines(lower, width));
    }),
  );
});

test('a text just fits into a column of the width of its line', () => {
  const text = 'Children and young people';
  const width = lineWidth(text, 10);
  expect(lines(text, width)).toBe(1);
  expect(lines(text, Math.floor(width * 0.85))).toBe(2);
});

test('a style that does not wrap has one line; an indent takes room', () => {
  const text = 'needs '.repeat(20);
  const wrapped = (indent: number) => styledHeight(text, { alignment: { wrapText: true, indent } }, 30);
  expect(styledHeight(text, {}, 30)).toBe(textHeight('', 30, 10, false));
  expect(wrapped(8)).toBeGreaterThan(wrapped(0));
});
