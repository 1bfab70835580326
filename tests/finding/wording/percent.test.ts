import { describe, expect, test } from 'vitest';
import { wholePercent } from '../../../src/finding/wording/percent.ts';

describe('a share in whole per cent', () => {
  test.each([
    [0, '0%'],
    [0.58, '58%'],
    [0.29, '29%'],
    [36 / 44, '82%'],
    [0.285, '29%'],
    [0.284, '28%'],
    [1, '100%'],
  ])('%d is %s, as in a cell of a spreadsheet', (share, shown) => {
    expect(wholePercent(share)).toBe(shown);
  });

  test('is 100% only where nothing is missing', () => {
    expect(wholePercent(999 / 1000)).toBe('99%');
  });
});
