import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Comparison, Field, ItemsSection, Jump } from '../../../src/instrument/model/schema.ts';
import { answered } from '../../../src/response/response.ts';
import { brokenComparison, isJump } from '../../../src/scoring/figures/brokenChecks.ts';
import { fundedInstrument } from '../../fundedInstrument.ts';

const number = (key: string, as: 'money' | 'percentage'): Field => ({
  kind: 'number',
  key,
  heading: key,
  prompt: 'How much.',
  as,
});

const section: ItemsSection = {
  ...{ shape: 'items', key: '1', title: 'Sums', shortTitle: 'Sums', introduction: 'How much.', activities: [] },
  fields: [
    ...['health', 'council', 'budget'].map((key) => number(key, 'money')),
    ...['boys', 'girls'].map((key) => number(key, 'percentage')),
    { kind: 'yes-no', key: 'known', heading: 'Known', prompt: 'Is it?' },
  ],
};

const checked = {
  instrument: { ...fundedInstrument, sections: [section] },
  section,
  figures: { elsewhere: () => undefined },
};

const isBroken = (comparison: Comparison, given: Readonly<Record<string, number | string>>): boolean =>
  brokenComparison(checked, comparison, answersOf(given)) !== undefined;

const answersOf = (given: Readonly<Record<string, number | string>>) =>
  new Map(Object.entries(given).map(([key, value]) => [key, answered(value)]));

const equal: Comparison = { is: 'equal', sum: ['health', 'council'], to: 'budget' };

describe('a comparison', () => {
  test.each<[Comparison['is'], boolean, boolean, boolean]>([
    ['equal', true, false, true],
    ['at-most', false, false, true],
    ['at-least', true, false, false],
  ])('%s is broken by a sum below, at or above what it is compared with', (is, below, at, above) => {
    const sums = [49, 50, 51].map((council) => isBroken({ ...equal, is }, { health: 50, council, budget: 100 }));
    expect(sums).toEqual([below, at, above]);
  });

  test('says by which numbers', () => {
    expect(brokenComparison(checked, equal, answersOf({ health: 0.1, council: 0.2, budget: 0.4 }))).toEqual({
      sum: 0.3,
      other: 0.4,
    });
  });

  test('holds as long as a number is missing, which is never zero', () => {
    expect(isBroken(equal, { health: 50, budget: 100 })).toBe(false);
    expect(isBroken(equal, { health: 50, council: 20 })).toBe(false);
    expect(isBroken(equal, { health: 50, council: 0, budget: 100 })).toBe(true);
  });

  test('with a number takes percentages as people read them', () => {
    const whole: Comparison = { is: 'equal', sum: ['boys', 'girls'], to: 100 };
    expect(isBroken(whole, { boys: 48.7, girls: 51.3 })).toBe(false);
    expect(isBroken(whole, { boys: 48.7, girls: 51.2 })).toBe(true);
  });

  test('may be asked only where another answer says so', () => {
    const ifKnown: Comparison = { ...equal, when: { field: 'known', is: ['Yes'] } };
    const wrong = { health: 1, council: 1, budget: 3 };
    expect(isBroken(ifKnown, wrong)).toBe(false);
    expect(isBroken(ifKnown, { ...wrong, known: 'No' })).toBe(false);
    expect(isBroken(ifKnown, { ...wrong, known: 'Yes' })).toBe(true);
  });

  test('of any pounds and pence is broken by a penny, and not by how computers add', () => {
    const pence = fc.integer({ min: 0, max: 100_000_000_000 });
    fc.assert(
      fc.property(pence, pence, fc.constantFrom(-1, 0, 1), (health, council, more) => {
        const given = { health: health / 100, council: council / 100, budget: (health + council + more) / 100 };
        expect(isBroken(equal, given)).toBe(more !== 0);
      }),
    );
  });
});

describe('a jump', () => {
  const jump: Jump = { is: 'jump', figure: 'budget', beyond: 20, reasonIn: 'note' };
  const jumps = (now: number, last: number | undefined, key = 'budget') =>
    isJump(section, { ...jump, figure: key }, answersOf({ [key]: now }), last);

  test('is a change by more than so many per cent, up or down', () => {
    expect([1.07, 1.08, 1.32, 1.33].map((now) => jumps(now, 1.2))).toEqual([false, false, false, false]);
    expect([0.95, 0.96, 1.44, 1.45].map((now) => jumps(now, 1.2))).toEqual([true, false, false, true]);
    expect([-79, -80, -120, -121].map((now) => jumps(now, -100))).toEqual([true, false, false, true]);
  });

  test('is any change of nothing', () => {
    expect(jumps(0, 0)).toBe(false);
    expect(jumps(0.01, 0)).toBe(true);
  });

  test('of a percentage is a change by points', () => {
    expect([19.9, 20, 60, 60.1].map((now) => jumps(now, 40, 'boys'))).toEqual([true, false, false, true]);
  });

  test('is none without a number before', () => {
    expect(jumps(5, undefined)).toBe(false);
  });
});
