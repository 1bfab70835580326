import { describe, expect, test } from 'vitest';
import type { Field, Instrument } from '../../../src/instrument/model/schema.ts';
import { kindsInstrument, otherFields } from '../../kindsInstrument.ts';
import { errorsOf } from '../changedSample.ts';

/** The instrument with one field of its first section replaced. */
const withField = (changed: Field): Instrument => ({
  ...kindsInstrument,
  sections: kindsInstrument.sections.map((section, at) => ({
    ...section,
    fields: section.fields.map((field) => (at === 0 && field.key === changed.key ? changed : field)),
  })),
});

describe('several choices', () => {
  const offering = (...options: readonly string[]) => withField({ ...otherFields.places, options: [...options] });

  test('are from two to nine, so that each has one digit', () => {
    expect(errorsOf(offering('A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I'))).toEqual([]);
    expect(errorsOf(offering('A'))).toHaveLength(1);
    expect(errorsOf(offering('A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J'))).toHaveLength(1);
  });

  test('differ, and are without what separates answers', () => {
    expect(errorsOf(offering('Home', 'home '))).toEqual(['definition.words-clash 1 places']);
    expect(errorsOf(offering('Home; school', 'Clinic'))).toHaveLength(1);
  });
});

describe('a condition', () => {
  const needing = (field: string, is: readonly (string | number)[]): Instrument => ({
    ...kindsInstrument,
    sections: kindsInstrument.sections.map((section, at) =>
      at === 0 ? { ...section, rules: [{ when: { field, is: [...is] }, needs: ['note'] }] } : section,
    ),
  });

  test('names Yes or No, or a number that can be answered', () => {
    expect(errorsOf(needing('plan', ['Yes']))).toEqual([]);
    expect(errorsOf(needing('plan', ['Perhaps']))).toEqual(['definition.unknown-reference 1 plan']);
    expect(errorsOf(needing('people', [0]))).toEqual([]);
    expect(errorsOf(needing('people', [-1]))).toEqual(['definition.invalid 1 people']);
  });

  test('is not on several choices', () => {
    expect(errorsOf(needing('places', ['Home']))).toEqual(['definition.invalid 1 places']);
  });
});

test('examples answer each kind', () => {
  const example = (row: Readonly<Record<string, string>>) =>
    errorsOf({ ...kindsInstrument, example: { introduction: 'Made up.', items: { '1.1.1': row }, entries: {} } });
  expect(example({ plan: 'No', address: 'https://a.example', places: 'Home; Clinic' })).toEqual([]);
  for (const wrong of [{ plan: 'no' }, { address: 'a.example' }, { places: 'Clinic; Home' }, { places: '1; 3' }])
    expect(example(wrong)).toEqual(['definition.example-answer example 1.1.1']);
});
