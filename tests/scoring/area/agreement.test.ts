import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { agreementOf } from '../../../src/scoring/area/agreement.ts';
import { krippendorffAlpha } from '../../../src/scoring/area/krippendorff.ts';

test('alpha is 0 where one of three dissents once in twenty, though 97% of the pairs agree', () => {
  const units = Array.from({ length: 20 }, (_, unit) => (unit === 0 ? [3, 3, 2] : [3, 3, 3]));
  const agreement = agreementOf(units);
  expect(agreement?.alpha).toBeCloseTo(0, 10);
  expect(agreement?.pairs).toBe(60);
  expect(agreement?.exact).toBeCloseTo(58 / 60, 10);
  expect(agreement?.withinOne).toBe(1);
  expect(agreement?.meanDifference).toBeCloseTo(2 / 60, 10);
});

test('what only one rater judged counts in no figure', () => {
  expect(agreementOf([[1], [2]])).toBeUndefined();
  expect(agreementOf([[1, 3], [2], [2, 2]])).toEqual(
    agreementOf([
      [1, 3],
      [2, 2],
    ]),
  );
});

describe('whatever the judgements', () => {
  const units = fc.array(fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 4 }), { maxLength: 12 });
  const orders = fc.infiniteStream(fc.integer());
  const close = (one: number | undefined, other: number | undefined): void =>
    other === undefined ? expect(one).toBeUndefined() : expect(one).toBeCloseTo(other, 9);

  test('the order of raters and of units makes no difference', () => {
    fc.assert(
      fc.property(units, orders, (given, numbers) => {
        const shuffled = <T>(values: readonly T[]): readonly T[] =>
          values
            .map((value) => ({ value, place: numbers.next().value ?? 0 }))
            .toSorted((a, b) => a.place - b.place)
            .map(({ value }) => value);
        const [one, other] = [agreementOf(given), agreementOf(shuffled(given.map(shuffled)))];
        for (const figure of ['pairs', 'exact', 'withinOne', 'meanDifference', 'alpha'] as const)
          close(other?.[figure], one?.[figure]);
      }),
    );
  });

  test('alpha goes by the order of the levels alone, in either direction', () => {
    fc.assert(
      fc.property(units, fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 5, maxLength: 5 }), (given, steps) => {
        const named = steps.map((_step, level) => steps.slice(0, level + 1).reduce((total, step) => total + step, 0));
        const relabelled = (sign: number) => given.map((values) => values.map((value) => sign * (named[value] ?? 0)));
        close(krippendorffAlpha(relabelled(1)), krippendorffAlpha(given));
        close(krippendorffAlpha(relabelled(-1)), krippendorffAlpha(given));
      }),
    );
  });

  test('alpha is at most 1, and 1 only where every pair agrees', () => {
    fc.assert(
      fc.property(units, (given) => {
        const agreement = agreementOf(given);
        if (agreement?.alpha === undefined) return;
        expect(agreement.alpha).toBeLessThanOrEqual(1);
        expect(agreement.alpha === 1).toBe(agreement.exact === 1);
      }),
    );
  });

  test('shares lie between 0 and 1, and every exact agreement is one within one', () => {
    fc.assert(
      fc.property(units, (given) => {
        const { exact = 1, withinOne = 1, meanDifference = 0 } = agreementOf(given) ?? {};
        expect([exact >= 0, withinOne >= exact, withinOne <= 1, meanDifference + 1e-9 >= 1 - exact]).toEqual([
          true,
          true,
          true,
          true,
        ]);
      }),
    );
  });
});
