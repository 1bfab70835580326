import { expect, test } from 'vitest';
import { cellNumber, decimalsIn, describeNumber, isAnswer, showNumber } from '../../../src/instrument/model/numbers.ts';
import type { NumberField } from '../../../src/instrument/model/schema.ts';

const field = (change: Partial<NumberField>): NumberField => ({
  ...{ kind: 'number', key: 'n', heading: 'N', prompt: 'Enter it.', as: 'integer' },
  ...change,
});

test.each<[Partial<NumberField>, number, string]>([
  [{ as: 'integer' }, 1_250_000, '1,250,000'],
  [{ as: 'integer', unit: 'people' }, -40, '\u221240 people'],
  [{ as: 'decimal' }, 2.5, '2.50'],
  [{ as: 'decimal' }, 2, '2'],
  [{ as: 'decimal', decimals: 1 }, 2.125, '2.125'],
  [{ as: 'percentage' }, 12, '12%'],
  [{ as: 'percentage' }, 12.5, '12.5%'],
  [{ as: 'money' }, 1_250_000, '£1,250,000'],
  [{ as: 'money' }, -0.5, '\u2212£0.50'],
  [{ as: 'money', unit: '€' }, 40, '€40'],
])('%o: %d is shown as %s', (change, value, expected) => {
  expect(showNumber(field(change), value)).toBe(expected);
});

test.each<[Partial<NumberField>, string]>([
  [{ as: 'integer' }, 'a whole number'],
  [{ as: 'integer', unit: 'people', least: 0 }, 'a whole number of people, 0 or more'],
  [{ as: 'integer', unit: 'people', least: 0, greatest: 5_000 }, 'a whole number of people from 0 to 5,000'],
  [{ as: 'decimal', greatest: 2.5 }, 'a number of 2.50 or less'],
  [{ as: 'decimal', unit: 'per 1,000 people', least: 0 }, 'a number per 1,000 people, 0 or more'],
  [{ as: 'percentage', least: 0, greatest: 100 }, 'a percentage from 0% to 100%'],
  [{ as: 'money' }, 'an amount in £'],
  [{ as: 'money', least: 0 }, 'an amount of £0 or more'],
])('%o is described as %s', (change, expected) => {
  expect(describeNumber(field(change))).toBe(expected);
});

test('a cell holds the share of a percentage, without the noise of binary fractions', () => {
  const percentages = Array.from({ length: 1001 }, (_, index) => index / 10);
  for (const value of percentages)
    expect(String(cellNumber(field({ as: 'percentage' }), value)).length).toBeLessThan(7);
  expect(cellNumber(field({ as: 'percentage' }), 7)).toBe(0.07);
});

test('decimals are counted as written', () => {
  expect([0, 1250, 0.1, 12.25, 1e-7, 0.1 + 0.2, 1e21].map(decimalsIn)).toEqual([0, 0, 1, 2, 7, 1, 0]);
});

test('an answer is within the limits, which are allowed themselves, and whole where things are counted', () => {
  const people = field({ least: 0, greatest: 10 });
  expect([-1, 0, 2.5, 10, 11, Number.NaN].map((value) => isAnswer(people, value))).toEqual([
    false,
    true,
    false,
    true,
    false,
    false,
  ]);
});
