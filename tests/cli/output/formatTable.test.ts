import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatTable } from '../../../src/cli/output/formatTable.ts';

const headings = ['Code', 'Partner', 'Next step'];
const rows = [
  ['A1', 'Ash and Birch PCT', 'Ask for what is open'],
  ['A2', 'Cedar', 'none'],
];

test('a table that fits is as wide as its texts', () => {
  expect(formatTable(headings, rows)).toEqual([
    'Code  Partner            Next step',
    'A1    Ash and Birch PCT  Ask for what is open',
    'A2    Cedar              none',
  ]);
});

test('one that is too wide wraps its widest columns', () => {
  expect(formatTable(headings, rows, 30)).toEqual([
    'Code  Partner      Next step',
    'A1    Ash and      Ask for',
    '      Birch PCT    what is',
    '                   open',
    'A2    Cedar        none',
  ]);
});

test('on a terminal that is narrower than its words each row becomes lines', () => {
  expect(formatTable(headings, rows.slice(0, 1), 16)).toEqual([
    'Code: A1',
    '  Partner: Ash',
    '    and Birch',
    '    PCT',
    '  Next step: Ask',
    '    for what is',
    '    open',
  ]);
});

test('no line is ever wider than the terminal, and no word is lost', () => {
  const word = fc.stringMatching(/^[a-z]{1,30}$/);
  const text = fc.array(word, { maxLength: 5 }).map((words) => words.join(' '));
  const table = fc.array(fc.tuple(text, text, text), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(table, fc.integer({ min: 10, max: 90 }), (cells, width) => {
      const lines = formatTable(headings, cells, width);
      for (const line of lines) expect(line.length).toBeLessThanOrEqual(width);
      const letters = (texts: readonly string[]): string => [...texts.join('').replace(/[^a-z]/g, '')].sort().join('');
      expect(letters(lines).length).toBeGreaterThanOrEqual(letters(cells.flat()).length);
    }),
  );
});
