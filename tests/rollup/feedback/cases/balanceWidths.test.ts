import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { balanceWidths } from '../../../../src/rollup/feedback/cases/balanceWidths.ts';

const words = (count: number): string => Array.from({ length: count }, () => 'word').join(' ');

describe('the widths of columns', () => {
  test('are the greater the longer their texts are', () => {
    const [long = 0, short = 0, middle = 0] = balanceWidths(
      [
        [
          ['A', 'B', 'C'],
          [words(80), 'No', words(30)],
        ],
      ],
      120,
    );
    expect(long).toBeGreaterThan(middle);
    expect(middle).toBeGreaterThan(short);
  });

  test('have room for the longest word of a heading', () => {
    const [first = 0] = balanceWidths(
      [
        [
          ['Assessment of effectiveness', 'Text'],
          ['No', words(200)],
        ],
      ],
      100,
    );
    expect(first).toBeGreaterThanOrEqual('effectiveness'.length + 2);
  });

  test('suit all tables below each other', () => {
    const [first = 0, second = 0] = balanceWidths(
      [
        [
          ['A', 'B'],
          [words(60), 'No'],
        ],
        [
          ['A', 'B'],
          ['No', words(60)],
        ],
      ],
      100,
    );
    expect(Math.abs(first - second)).toBeLessThan(20);
  });

  test('are together no more than what is shared', () => {
    const text = fc
      .array(fc.constantFrom('word', 'a', 'longer words', '\n'), { maxLength: 30 })
      .map((all) => all.join(' '));
    const row = fc.array(text, { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 4 }), (rows) => {
        const widths = balanceWidths([rows], 90);
        expect(widths).toHaveLength(3);
        expect(widths.reduce((sum, width) => sum + width, 0)).toBeLessThanOrEqual(90);
      }),
      { numRuns: 40 },
    );
  });
});
