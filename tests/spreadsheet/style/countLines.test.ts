import { describe, expect, test } from 'vitest';
import { countLines, measureParagraph } from '../../../src/spreadsheet/style/countLines.ts';

const oneEach = ({ length }: string): number => length;

/** Lines of ten characters of one width. */
const lines = (paragraph: string): number => countLines(measureParagraph(paragraph, oneEach), 10, oneEach);

describe('lines of a paragraph', () => {
  test('end at spaces, which take no room there', () => {
    expect(lines('')).toBe(1);
    expect(lines('four fives')).toBe(1);
    expect(lines('four sixths')).toBe(2);
    expect(lines('ten of ten letters ten')).toBe(3);
  });

  test('end after a hyphen between letters, not before a figure', () => {
    expect(lines('a high-cost')).toBe(2);
    expect(lines('see long-term')).toBe(2);
    expect(lines('one two 5-6 a')).toBe(2);
    expect(lines('ages 7-11 on')).toBe(2);
    // Could it end after `1900-`, the year would begin beside `In`.
    expect(lines('In 1900-2000 it')).toBe(3);
  });

  test('begin with something longer than a line, which is broken anywhere', () => {
    expect(lines('abcdefghijk')).toBe(2);
    expect(lines('ab abcdefghijk')).toBe(3);
    expect(lines('abcdefghijk lmnopqrs')).toBe(2 + 1);
  });

  test('of an address end after its signs', () => {
    expect(lines('abcdef/ghijkl')).toBe(2);
    expect(lines('abcdef/ghi/jkl')).toBe(2);
    expect(lines('abcdef/ghijk/lmnopq')).toBe(3);
  });
});
