import { expect, test } from 'vitest';
import { median } from '../../../src/rollup/figures/median.ts';

test.each([
  ['the middle one of an odd number', [2, 0, 3], 3],
  ['the mean of the middle two of an even number', [2, 0, 2], 2],
  ['a half level, which is not rounded', [1, 1, 0], 1.5],
  ['the only one', [0, 1, 0], 2],
  ['of nothing, nothing', [0, 0, 0], undefined],
] as const)('%s', (_which, counts, expected) => {
  expect(median({ levels: new Map(counts.map((count, index) => [index + 1, count])) })).toBe(expected);
});

test('levels count in the order of the scale, of which the best may be the lowest number', () => {
  const levels = new Map([
    [4, 1],
    [3, 0],
    [2, 2],
    [1, 1],
  ]);
  expect(median({ levels })).toBe(2);
});
