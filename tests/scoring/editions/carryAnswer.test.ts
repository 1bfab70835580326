import { describe, expect, test } from 'vitest';
import type { Field, Instrument, NumberField } from '../../../src/instrument/model/schema.ts';
import { answered, blank, notApplicable, unreadable } from '../../../src/response/response.ts';
import { carryAnswer, isRescaled } from '../../../src/scoring/editions/carryAnswer.ts';
import { sampleInstrument } from '../../sampleInstrument.ts';

const score: Field = { kind: 'score', key: 'score', heading: 'Score', prompt: 'Choose.', scale: 'achievement' };
const text: Field = { kind: 'text', key: 'score', heading: 'Score', prompt: 'Write.' };
const date: Field = { kind: 'date', key: 'score', heading: 'Score', prompt: 'Write.' };
const choice = (...options: string[]): Field => ({
  kind: 'choice',
  key: 'score',
  heading: 'Score',
  prompt: '',
  options,
});

/** The sample with other levels of its scale. */
const scaled = (...options: readonly (readonly [level: number, label: string])[]): Instrument => ({
  ...sampleInstrument,
  scales: sampleInstrument.scales.map((scale) => ({
    ...scale,
    options: options.map(([level, label]) => ({ level, label, meaning: `It is ${label}.` })),
  })),
});
const old = { instrument: sampleInstrument, field: score };

describe('a number', () => {
  const number = (change: Partial<NumberField> = {}): Field => ({
    ...{ kind: 'number', key: 'score', heading: 'Score', prompt: 'Enter.', as: 'integer', least: 0, greatest: 100 },
    ...change,
  });
  const carried = (from: Field, to: Field, value: number | string) =>
    carryAnswer({ ...old, field: from }, { ...old, field: to }, answered(value));

  test('stays where it counts the same, within the limits', () => {
    expect(carried(number(), number({ greatest: 50 }), 40)).toEqual(answered(40));
    expect(carried(number(), number({ greatest: 30 }), 40)).toEqual(unreadable('40'));
    expect(carried(number({ as: 'decimal' }), number({ as: 'decimal', unit: 'weeks' }), 40)).toEqual(unreadable('40'));
    expect(carried(number({ as: 'percentage' }), number(), 40)).toEqual(unreadable('40%'));
  });

  test('is taken from words that say it for certain, and becomes words', () => {
    expect(carried(text, number({ as: 'money', greatest: 5_000_000 }), '£1.2m')).toEqual(answered(1_200_000));
    expect(carried(text, number(), 'about 40')).toEqual(unreadable('about 40'));
    expect(carried(number({ as: 'money' }), text, 40)).toEqual(answered('£40'));
    expect(carried(score, number(), 3)).toEqual(unreadable('Good'));
  });
});

describe('a level', () => {
  test('stays where the scale has the same options', () => {
    expect(carryAnswer(old, old, answered(3))).toEqual(answered(3));
    expect(isRescaled(old, old)).toBe(false);
  });

  test('is carried over by its label where the scale is renumbered, whatever the case and spaces of the label', () => {
    const now = { instrument: scaled([0, 'Weak'], [1, ' FAIR '], [2, 'Good']), field: score };
    expect(isRescaled(old, now)).toBe(true);
    expect([1, 2, 3].map((level) => carryAnswer(old, now, answered(level)))).toEqual([0, 1, 2].map(answered));
  });

  test('becomes unreadable, with its label, where no option has that label or two have it', () => {
    const gone = { instrument: scaled([1, 'Weak'], [2, 'Fair'], [3, 'Very good']), field: score };
    const twice = { instrument: scaled([1, 'Weak'], [2, 'Good'], [3, 'good']), field: score };
    expect(carryAnswer(old, gone, answered(3))).toEqual(unreadable('Good'));
    expect(carryAnswer(old, twice, answered(3))).toEqual(unreadable('Good'));
  });

  test('becomes its label where the field takes words now', () => {
    const carried = (field: Field) => carryAnswer(old, { instrument: sampleInstrument, field }, answered(3));
    expect(carried(text)).toEqual(answered('Good'));
    expect(carried(choice('Good', 'Bad'))).toEqual(answered('Good'));
    expect(carried(choice('Yes', 'No'))).toEqual(unreadable('Good'));
  });
});

describe('words', () => {
  const wrote = { instrument: sampleInstrument, field: text };
  const carried = (field: Field, words: string) =>
    carryAnswer(wrote, { instrument: sampleInstrument, field }, answered(words));

  test('are never taken for a level', () => {
    expect(carried(score, '3')).toEqual(unreadable('3'));
    expect(carried(score, 'Good')).toEqual(unreadable('Good'));
  });

  test('stay where the field takes them, and become unreadable otherwise', () => {
    expect(carried(choice('Lead', 'Member'), 'Lead')).toEqual(answered('Lead'));
    expect(carried(choice('Chair', 'Member'), 'Lead')).toEqual(unreadable('Lead'));
    expect(carried(date, '2027-03-31')).toEqual(answered('2027-03-31'));
    expect(carried(date, 'in spring')).toEqual(unreadable('in spring'));
  });
});

describe('what is no answer', () => {
  test('stays', () => {
    expect(carryAnswer(old, { ...old, field: text }, blank)).toEqual(blank);
    expect(carryAnswer(old, { ...old, field: text }, unreadable('see below'))).toEqual(unreadable('see below'));
  });

  test('is not applicable only where the field can be', () => {
    expect(carryAnswer(old, old, notApplicable)).toEqual(notApplicable);
    expect(carryAnswer(old, { ...old, field: text }, notApplicable)).toEqual(blank);
  });
});
