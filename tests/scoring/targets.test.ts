import { expect, test } from 'vitest';
import { answered, blank } from '../../src/response/response.ts';
import { scoredItems } from '../../src/scoring/scorecard.ts';
import { gapOf, hasTargets, targetOf } from '../../src/scoring/targets.ts';
import { withTargets } from '../ruledInstruments.ts';
import { sampleInstrument } from '../sampleInstrument.ts';

test('an item has its own target, as it counts in the scorecard, or that of the scorecard', () => {
  const instrument = withTargets();
  const targets = scoredItems(instrument).map((context) => targetOf(instrument, context));
  // Yes, the 1 of its scale, counts as 3.
  expect(targets).toEqual([3, 2, 2, 2, 3]);
});

test('the gap is the number of steps below the target, and never less than none', () => {
  const instrument = withTargets();
  const [first, second] = scoredItems(instrument);
  if (first === undefined || second === undefined) throw new Error('there are five');
  expect([1, 2, 3].map((level) => gapOf(instrument, first, answered(level)))).toEqual([2, 1, 0]);
  expect([1, 2, 3].map((level) => gapOf(instrument, second, answered(level)))).toEqual([1, 0, 0]);
  expect(gapOf(instrument, first, blank)).toBeUndefined();
});

test('without a target there is no gap', () => {
  expect(hasTargets(sampleInstrument)).toBe(false);
  const [first] = scoredItems(sampleInstrument);
  expect(first && gapOf(sampleInstrument, first, answered(1))).toBeUndefined();
});
