import { describe, expect, test } from 'vitest';
import type { ComputedField, EntriesSection, Field, Section } from '../../../src/instrument/model/schema.ts';
import { kindsInstrument, sumFields } from '../../kindsInstrument.ts';
import { errorsOf, findingsIn, warningsOf } from '../changedSample.ts';

/** The instrument with other fields in the section of sums, and another list of costs. */
const withFields = (fields: readonly Field[], costs: Partial<EntriesSection> = {}) => ({
  ...kindsInstrument,
  sections: kindsInstrument.sections.map(({ checks: _checks, ...section }): Section => {
    if (section.key === '2') return { ...section, fields };
    return section.key === 'costs' && section.shape === 'entries' ? { ...section, ...costs } : section;
  }),
});

const { health, council, places, total, part, each, spent, staff } = sumFields;
const note: Field = { kind: 'text', key: 'note', heading: 'Note', prompt: 'Anything else.' };

/** The fields that people fill in, and one computed from them. */
const withTotal = (changes: Partial<ComputedField>) =>
  withFields([health, council, places, note, { ...total, ...changes }]);

describe('a computed figure', () => {
  test('is sound if its parts are numbers of one unit', () => {
    expect(errorsOf(kindsInstrument)).toEqual([]);
  });

  test.each<[string, Partial<ComputedField>]>([
    ['on a text', { of: ['health', 'note'] }],
    ['on a field that is not there', { of: ['health', 'social'] }],
    ['in a section that is not there', { by: 'total', of: ['cost'], in: 'rents' }],
    ['of a field that the list does not have', { by: 'total', of: ['price'], in: 'costs' }],
    ['of a text of the list', { by: 'total', of: ['name'], in: 'costs' }],
  ])('is refused: %s', (_what, changes) => {
    expect(errorsOf(withTotal(changes))).toEqual(['definition.unknown-reference 2 total']);
  });

  test('of a formula in words is reported once: a list is wanted', () => {
    expect(findingsIn(withTotal({ of: 'health / council' as never })).map(({ facts }) => facts)).toMatchObject([
      { path: 'sections.1.fields.4.of', rule: 'write a list' },
    ]);
  });

  test.each<[string, Partial<ComputedField>]>([
    ['a sum of one field', { of: ['health'] }],
    ['a share of three', { by: 'share', as: 'percentage', of: ['health', 'council', 'places'] }],
    ['a total of two fields', { by: 'total', of: ['wages', 'rooms'], in: 'costs' }],
    ['a sum in another section', { in: 'costs' }],
    ['pounds and places added up', { of: ['health', 'places'] }],
    ['a sum of pounds shown as people', { as: 'integer', unit: 'people' }],
    ['decimals of an integer', { as: 'integer', unit: '£', decimals: 2 }],
    ['a share as an integer', { by: 'share', as: 'integer', of: ['health', 'council'] }],
    ['a unit of a percentage', { by: 'share', as: 'percentage', unit: '%', of: ['health', 'council'] }],
  ])('is refused: %s', (_what, changes) => {
    expect(errorsOf(withTotal(changes))).toEqual(['definition.invalid 2 total']);
  });

  test('cannot be a total of a field that rows may lack, which would leave it blank', () => {
    const fields = [health, spent];
    expect(errorsOf(withFields(fields, { optional: ['cost'] }))).toEqual(['definition.invalid 2 spent']);
    expect(errorsOf(withFields(fields, { optional: ['name'] }))).toEqual([]);
  });

  test('may be a total of questions, of a section or of an activity', () => {
    const ofPeople = (rows: string) => withFields([health, { ...staff, unit: 'people', of: ['people'], in: rows }]);
    expect(['1', '1.1'].map((rows) => errorsOf(ofPeople(rows)))).toEqual([[], []]);
    expect(errorsOf(ofPeople('1.1.1'))).toEqual(['definition.unknown-reference 2 staff']);
  });

  test('is not computed from itself through a total of another section', () => {
    const circle = withFields([health, { ...total, of: ['health', 'spent'] }, spent], {
      fields: [
        ...(kindsInstrument.sections.find(({ key }) => key === 'costs')?.fields ?? []).filter(
          ({ key }) => key !== 'cost',
        ),
        { ...total, key: 'cost', of: ['wages', 'all'] },
        { ...spent, key: 'all', of: ['total'], in: '2' },
      ],
    });
    expect(errorsOf(circle)).toEqual(['definition.computed-circular 2 total']);
    const found = findingsIn(circle).find(({ code }) => code === 'definition.computed-circular');
    expect(found?.facts).toEqual({ chain: ['total', 'spent', 'costs cost', 'costs all', 'total'] });
  });

  test('is not computed from itself, alone or in a circle, which is reported once', () => {
    expect(errorsOf(withTotal({ of: ['total', 'health'] }))).toEqual(['definition.computed-circular 2 total']);
    const circle = withFields([
      health,
      { ...total, of: ['health', 'rest'] },
      { ...total, key: 'rest', heading: 'Rest', of: ['total', 'health'] },
    ]);
    expect(errorsOf(circle)).toEqual(['definition.computed-circular 2 total']);
    const found = findingsIn(circle).find(({ code }) => code === 'definition.computed-circular');
    expect(found?.facts).toEqual({ chain: ['total', 'rest', 'total'] });
  });

  test('is warned of if it is a share of what may be 0', () => {
    expect(warningsOf(withFields([health, council, places, total, each]))).toEqual(['definition.share-of-zero 2 each']);
    expect(warningsOf(withFields([health, council, total, part]))).toEqual([]);
  });

  test('is not all that a section has: nothing would be left to answer', () => {
    expect(errorsOf(withFields([spent, staff]))).toEqual(['definition.invalid 2']);
  });
});

describe('what depends on a computed figure', () => {
  test('is refused: a condition, a field that is required, and an example', () => {
    const { sections } = withFields([health, council, total]);
    const withRule = (rule: object) => ({
      ...kindsInstrument,
      sections: sections.map((section) => (section.key === '2' ? { ...section, rules: [rule] } : section)),
    });
    expect(errorsOf(withRule({ when: { field: 'total', is: [5] }, needs: ['council'] }))).toEqual([
      'definition.invalid 2 total',
    ]);
    expect(errorsOf(withRule({ when: { field: 'health', is: [5] }, needs: ['total'] }))).toEqual([
      'definition.unknown-reference 2',
    ]);
    const example = { introduction: 'One.', items: { '2.1.1': { total: 5 } }, entries: {} };
    expect(errorsOf({ ...kindsInstrument, example })).toEqual(['definition.example-answer example 2.1.1']);
  });
});
