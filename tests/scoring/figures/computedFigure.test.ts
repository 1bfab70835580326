import { describe, expect, test } from 'vitest';
import type { ComputedField } from '../../../src/instrument/model/schema.ts';
import { type Answer, answered, emptyResponse, unreadable } from '../../../src/response/response.ts';
import { figuresIn } from '../../../src/scoring/figures/figuresIn.ts';
import { kindsInstrument, sumFields } from '../../kindsInstrument.ts';

const section = kindsInstrument.sections.find(({ key }) => key === '2') ?? kindsInstrument.sections[0];

/** The figure of a row with these answers. */
function figure(field: ComputedField, answers: Readonly<Record<string, Answer>>): number | undefined {
  if (section === undefined) return undefined;
  const { computed } = figuresIn(kindsInstrument, emptyResponse(kindsInstrument));
  return computed(section, field, new Map(Object.entries(answers)));
}

const { total, gap, part, each } = sumFields;
const amounts = (health: number, council: number) => ({ health: answered(health), council: answered(council) });

describe('a figure', () => {
  test('is a sum, a difference or a share of others of its row', () => {
    expect(figure(total, amounts(600, 200))).toBe(800);
    expect(figure(gap, amounts(600, 200))).toBe(-400);
    expect(figure(part, amounts(600, 200))).toBe(75);
    expect(figure(each, { ...amounts(600, 200), places: answered(32) })).toBe(25);
  });

  test('has no digits that only a computer adds', () => {
    expect(figure(total, amounts(0.1, 0.2))).toBe(0.3);
    expect(figure(gap, amounts(1.1, 1.2))).toBe(0.1);
    expect(figure(gap, amounts(500_000_000.1, 500_000_000.3))).toBe(0.2);
    expect(figure(total, amounts(1, 999_999_999.99))).toBe(1_000_000_000.99);
  });

  test('is undefined as long as a part is: what is missing is never zero', () => {
    expect(figure(total, {})).toBeUndefined();
    expect(figure(total, { health: answered(600) })).toBeUndefined();
    expect(figure(total, { health: answered(600), council: unreadable('about 40') })).toBeUndefined();
    expect(figure(part, { health: answered(600) })).toBeUndefined();
    expect(figure(total, amounts(600, 0))).toBe(600);
  });

  test('is undefined as a share of 0', () => {
    expect(figure(each, { ...amounts(600, 200), places: answered(0) })).toBeUndefined();
  });
});
