import { expect, test } from 'vitest';
import { describeBands, describeRule } from '../../src/scoring/describeRule.ts';
import { sampleDefinition, sampleInstrument } from '../sampleInstrument.ts';

const { rule } = sampleDefinition.scorecard;

test('the rule is described in the order in which it is applied', () => {
  expect(describeBands(sampleInstrument).map(({ band, meaning }) => [band, meaning])).toEqual([
    ['not-scored', expect.stringContaining('Fewer than 75% of the questions that apply have been answered')],
    ['red', '50% or more of the answered questions are at level 1 (Weak).'],
    ['green', 'More than 50% of the answered questions are at level 3 (Good), and none is at level 1 (Weak).'],
    ['amber', expect.stringContaining('Fewer than 50% of the answered questions are at level 1 (Weak)')],
  ]);
});

test('nothing is said of the lowest level where the rule does not limit it', () => {
  const { greenLowestCount: _, ...open } = rule;
  const [scale] = sampleInstrument.scales;
  const green = scale && describeRule(open, scale).find(({ band }) => band === 'green');
  expect(green?.meaning).toBe('More than 50% of the answered questions are at level 3 (Good).');
});

test('an instrument without a scorecard has no rule', () => {
  const { scorecard: _, ...unscored } = sampleInstrument;
  expect(describeBands(unscored)).toEqual([]);
});
