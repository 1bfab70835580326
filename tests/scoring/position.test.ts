import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Band } from '../../src/scoring/bands.ts';
import { describeRule } from '../../src/scoring/describeRule.ts';
import { bandOf, coverageOf, type Tally } from '../../src/scoring/position.ts';
import { sampleDefinition, sampleInstrument } from '../sampleInstrument.ts';

const { rule } = sampleDefinition.scorecard;
const tally = (one: number, two: number, three: number, notApplicable = 0, unanswered = 0): Tally => ({
  levels: new Map([
    [1, one],
    [2, two],
    [3, three],
  ]),
  notApplicable,
  unanswered,
});

describe('a part with its counts at levels 1, 2 and 3, not applicable and unanswered', () => {
  test.each<[string, Tally, Band]>([
    ['nothing answered', tally(0, 0, 0, 0, 4), 'not-scored'],
    ['nothing applies', tally(0, 0, 0, 4, 0), 'not-scored'],
    ['no items at all', tally(0, 0, 0), 'not-scored'],
    ['just under the floor: 2 of 3', tally(0, 0, 2, 0, 1), 'not-scored'],
    ['just on the floor: 3 of 4', tally(0, 0, 3, 0, 1), 'green'],
    ['not applicable does not count against coverage', tally(0, 0, 3, 5, 1), 'green'],
    ['half at level 1 is red', tally(2, 0, 2), 'red'],
    ['just under half at level 1 is amber', tally(2, 0, 3), 'amber'],
    ['all at level 1', tally(4, 0, 0), 'red'],
    ['just half at level 3 is amber', tally(0, 2, 2), 'amber'],
    ['more than half at level 3 is green', tally(0, 2, 3), 'green'],
    ['one at level 1 keeps it from green', tally(1, 0, 9), 'amber'],
    ['all at level 2', tally(0, 4, 0), 'amber'],
  ])('%s', (_name, counts, band) => {
    expect(bandOf(counts, rule)).toBe(band);
  });
});

test('coverage is the share of applicable items that are answered', () => {
  expect(coverageOf(tally(1, 1, 1, 2, 1))).toBe(0.75);
  expect(coverageOf(tally(0, 0, 0, 2, 0))).toBeUndefined();
});

test('a better answer never makes a position worse', () => {
  const order: readonly Band[] = ['red', 'amber', 'green'];
  const counts = fc.tuple(fc.nat(20), fc.nat(20), fc.nat(20));
  fc.assert(
    fc.property(counts, fc.boolean(), ([one, two, three], fromLowest) => {
      const before = fromLowest ? tally(one + 1, two, three) : tally(one, two + 1, three);
      const after = fromLowest ? tally(one, two + 1, three) : tally(one, two, three + 1);
      expect(order.indexOf(bandOf(after, rule))).toBeGreaterThanOrEqual(order.indexOf(bandOf(before, rule)));
    }),
  );
});

test('the rule in words names its thresholds', () => {
  const scale = sampleInstrument.scales[0];
  if (scale === undefined) throw new Error('the sample has a scale');
  expect(describeRule(rule, scale).map(({ word, meaning }) => `${word}: ${meaning}`)).toEqual([
    'Not scored: Fewer than 75% of the questions that apply have been answered, or none applies: too few answers for a position.',
    'Red: 50% or more of the answered questions are at level 1 (Weak).',
    'Green: More than 50% of the answered questions are at level 3 (Good), and none is at level 1 (Weak).',
    'Amber: Fewer than 50% of the answered questions are at level 1 (Weak), but the part is not Green: some of it is sound, some still needs work.',
  ]);
});
