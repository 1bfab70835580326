import { expect, test } from 'vitest';
import type { Field, FieldOnlyIf, Instrument, Section } from '../../../src/instrument/model/schema.ts';
import { fundedInstrument } from '../../fundedInstrument.ts';
import { errorsOf, warningsOf } from '../changedSample.ts';

/** The instrument with a condition on one field. */
const withCondition = (section: string, field: string, onlyIf: FieldOnlyIf): Instrument => ({
  ...fundedInstrument,
  sections: fundedInstrument.sections.map(
    (one): Section =>
      one.key === section
        ? { ...one, fields: one.fields.map((other): Field => (other.key === field ? { ...other, onlyIf } : other)) }
        : one,
  ),
});

const of = (field: string, ...is: readonly (string | number)[]): FieldOnlyIf => ({ field, is });

test('a condition on a field before it in the row is sound', () => {
  expect(errorsOf(fundedInstrument)).toEqual([]);
  expect(errorsOf(withCondition('projects', 'paid', of('name', 'Roof')))).toEqual([]);
});

test.each<[string, string, FieldOnlyIf, string]>([
  ['a field that is not there', 'paid', of('size', 1), 'definition.unknown-reference projects paid'],
  ['a field that depends on it', 'kind', of('paid', 'Yes'), 'definition.condition-circular projects kind'],
  ['itself', 'kind', of('kind', 'Capital'), 'definition.condition-circular projects kind'],
  ['an answer that there is not', 'paid', of('kind', 'Other'), 'definition.unknown-reference projects paid'],
])('a condition is refused on %s', (_what, field, onlyIf, fault) => {
  expect(errorsOf(withCondition('projects', field, onlyIf))).toEqual([fault]);
});

test('a condition on a field after it is warned of', () => {
  const later = withCondition('projects', 'name', of('kind', 'Capital'));
  expect(errorsOf(later)).toEqual([]);
  expect(warningsOf(later)).toEqual(['definition.condition-later projects name']);
});

test('a condition on a question that depends on the field itself is a circle', () => {
  const circle = withCondition('1', 'known', { item: '1.1.1', field: 'source', is: ['A'] });
  expect(errorsOf(circle)).toContain('definition.condition-circular 1.1.1');
});

test('a field of a question of its own may depend on one of its section', () => {
  const own = (onlyIf: FieldOnlyIf): Instrument => ({
    ...fundedInstrument,
    sections: fundedInstrument.sections.map((section) =>
      section.shape === 'items' && section.key === '1'
        ? {
            ...section,
            activities: section.activities.map((activity) => ({
              ...activity,
              items: activity.items.map(({ fields, ...item }) =>
                fields === undefined ? item : { ...item, fields: fields.map((field) => ({ ...field, onlyIf })) },
              ),
            })),
          }
        : section,
    ),
  });
  expect(errorsOf(own(of('known', 'Yes')))).toEqual([]);
  expect(errorsOf(own(of('remark', 'A')))).toEqual(['definition.unknown-reference 1.1.1 budget']);
});
