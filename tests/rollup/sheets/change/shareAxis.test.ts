import { expect, test } from 'vitest';
import { shareAxis } from '../../../../src/rollup/sheets/change/shareAxis.ts';

test.each([
  [[0, 0], 0.25],
  [[0.1, 0.25], 0.25],
  [[0.26], 0.5],
  [[0.2, 1], 1],
  [[], 0.25],
])('of %j the axis ends at %d', (shares, max) => {
  expect(shareAxis(shares)).toEqual({ min: 0, max, step: max / 5 });
});
