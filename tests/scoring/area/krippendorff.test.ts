import { describe, expect, test } from 'vitest';
import { krippendorffAlpha, type SquaredDifference } from '../../../src/scoring/area/krippendorff.ts';

/** Krippendorff's example of four observers and twelve units, `.` where an observer gave none (practice G13). */
const example = unitsOf([
  '1 2 3 3 2 1 4 1 2 . . .',
  '1 2 3 3 2 2 4 1 2 5 . 3',
  '. 3 3 3 2 3 4 2 2 5 1 .',
  '1 2 3 3 2 4 4 1 2 5 1 .',
]);

/** Rows are raters; what comes out are the values given to each unit. */
function unitsOf(raters: readonly string[]): readonly (readonly number[])[] {
  const rows = raters.map((rater) => rater.split(' '));
  return (rows[0] ?? []).map((_first, unit) => rows.flatMap((row) => (row[unit] === '.' ? [] : [Number(row[unit])])));
}

const nominal: SquaredDifference = (one, other) => (one === other ? 0 : 1);
const interval: SquaredDifference = (one, other) => (one - other) ** 2;

describe("Krippendorff's alpha", () => {
  test.each([
    ['ordinal, which is what the roll-up gives', undefined, 0.815],
    ['nominal', nominal, 0.743],
    ['interval', interval, 0.849],
  ])('is as published for his example: %s', (_metric, metric, published) => {
    expect(krippendorffAlpha(example, metric)).toBeCloseTo(published, 3);
  });

  test.each([
    [
      'all are equal',
      [
        [3, 3],
        [3, 3, 3],
      ],
    ],
    ['nothing was rated twice', [[1], [2], []]],
    ['nothing was rated', []],
  ])('cannot be calculated where %s', (_case, units) => {
    expect(krippendorffAlpha(units)).toBeUndefined();
  });
});
