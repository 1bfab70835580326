import { describe, expect, test } from 'vitest';
import { instruments } from '../../definitions/index.ts';
import { needsOutcomesOptions } from '../../definitions/needs-outcomes-options.ts';
import { ownCasesOf, ownCasesPlan } from '../../src/rollup/feedback/cases/ownCases.ts';
import { feedbackOf, noFeedbackReason } from '../../src/rollup/feedback/feedback.ts';
import { feedbackPlan } from '../../src/rollup/feedback/writeFeedbackWorkbook.ts';
import { byTermPlan } from '../../src/rollup/writeByTerm.ts';
import { rollUpPlan } from '../../src/rollup/writeRollUp.ts';
import { brokenLaws } from '../tools/planLaws.ts';
import { comparedWith } from './comparedRegion.ts';
import { largeRegion } from './largeRegion.ts';
import { levelled, termRollUpOf, yesNo } from './termRollUp.ts';

const made = new Date('2027-01-04T09:00:00Z');

describe.each(instruments.map((instrument) => [instrument.key, instrument] as const))(
  'the laws of plans: %s',
  (_key, instrument) => {
    const region = largeRegion(instrument, 12);

    test('a roll-up', () => {
      expect(brokenLaws(rollUpPlan(region, made))).toEqual([]);
    });

    test('a roll-up without returns', () => {
      const none = region.partners.map((one) => ({ ...one, returns: [], counting: undefined, result: undefined }));
      expect(brokenLaws(rollUpPlan({ ...region, partners: none }, made))).toEqual([]);
    });

    test('a roll-up beside the last round', () => {
      const compared = comparedWith(region, largeRegion(instrument, 12, 1));
      expect(brokenLaws(rollUpPlan(compared, made))).toEqual([]);
    });
  },
);

test.each(
  instruments
    .filter((instrument) => noFeedbackReason(instrument) === undefined)
    .map((instrument) => [instrument.key, instrument] as const),
)('the laws of plans: the feedback of each partner on %s', (_key, instrument) => {
  const plans = feedbackOf(largeRegion(instrument, 12)).map((feedback) => feedbackPlan(feedback, made));
  expect(plans.length).toBeGreaterThan(5);
  expect(plans.flatMap(brokenLaws)).toEqual([]);
});

test('the laws of plans: the cases of each partner', () => {
  const plans = ownCasesOf(largeRegion(needsOutcomesOptions, 12)).map((cases) => ownCasesPlan(cases, made));
  expect(plans.length).toBeGreaterThan(5);
  expect(plans.flatMap(brokenLaws)).toEqual([]);
});

test('the laws of plans: a roll-up of several instruments, by term', () => {
  const partners = [
    { code: 'A1', name: 'One', scores: { a: 1, b: 2, c: 'z', x: 0, y: 1 } },
    { code: 'A2', name: 'Two', scores: { a: 3, b: 3, c: '-', x: 1, y: 1 } },
    { code: 'A3', name: 'Three' },
  ] as const;
  const rollUp = termRollUpOf([
    { instrument: levelled, partners },
    { instrument: yesNo, partners },
  ]);
  expect(brokenLaws(byTermPlan(rollUp, made))).toEqual([]);
});
