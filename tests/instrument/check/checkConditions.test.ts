import { describe, expect, test } from 'vitest';
import { checkInstrument } from '../../../src/instrument/check/checkInstrument.ts';
import type { Field, OnlyIf, Section } from '../../../src/instrument/model/schema.ts';
import { sampleDefinition } from '../../sampleInstrument.ts';
import { withOnlyIf } from '../../workbook/conditional.ts';
import { faultsOf } from '../changedSample.ts';

const score = (item: string, ...is: number[]): OnlyIf => ({ item, field: 'score', is });

/** The faults and warnings of the sample with conditions on some of its parts. */
const foundIn = (conditions: Readonly<Record<string, OnlyIf>>): readonly string[] =>
  checkInstrument(withOnlyIf(conditions, sampleDefinition)).map(({ code, place }) => `${code} ${place.key}`);

/** A section without an action plan. */
const withoutPurposes = (section: Section): Section => ({
  ...section,
  fields: section.fields.map((field): Field => {
    if (field.kind !== 'text') return field;
    const { purpose: _purpose, ...rest } = field;
    return rest;
  }),
});

describe('a condition', () => {
  test('may ask for an earlier answer, or for the kind or region of the partner', () => {
    expect(
      foundIn({
        '1.1.2': score('1.1.1', 1),
        '1.2': { partner: 'kind', is: ['Trust'] },
        '2': { partner: 'region', is: ['Q34', 'Sample Region'] },
        '2.1.1': { item: '1.1.1', field: 'lead', is: ['Ada Example'] },
      }),
    ).toEqual([]);
  });

  test('names an item, a field of it, and levels that the field has; what is wrong is reported where the condition is', () => {
    expect(foundIn({ '1.1.2': score('9.9', 1) })).toEqual(['definition.unknown-reference 1.1.2']);
    expect(foundIn({ '1.1.2': { item: '1.1.1', field: 'sore', is: [1] } })).toEqual([
      'definition.unknown-reference 1.1.2',
    ]);
    expect(foundIn({ '1.1.2': score('1.1.1', 7) })).toEqual(['definition.unknown-level 1.1.2']);
    expect(foundIn({ '1.1.2': { item: '1.1.1', field: 'due', is: ['2026-01-01'] } })).toEqual([
      'definition.invalid 1.1.2',
    ]);
  });

  test('is either about an answer or about the partner', () => {
    const mixed = { item: '1.1.1', partner: 'kind', is: ['Trust'] };
    // The definition comes from a file, which may say anything.
    expect(faultsOf(withOnlyIf({ '1.1.2': mixed as unknown as OnlyIf }, sampleDefinition))).toEqual([
      'definition.invalid 1.1.2',
    ]);
  });

  test('on itself, through others too, is a circle', () => {
    expect(foundIn({ '1.1.1': score('1.1.1', 1) })).toEqual(['definition.condition-circular 1.1.1']);
    expect(foundIn({ '1.1.1': score('1.2.1', 1), '1.2': score('1.1.1', 2) })).toEqual([
      'definition.condition-later 1.1.1',
      'definition.condition-circular 1.1.1',
    ]);
    expect(foundIn({ '1': score('1.2.1', 1) })).toContain('definition.condition-circular 1.2.1');
  });

  test('may be on a section of rows, and on single fields', () => {
    expect(foundIn({ participants: score('2.1.2', 1), '1 action': score('1.1.1', 1) })).toEqual([
      'definition.always-asked 1 action',
    ]);
    expect(foundIn({ participants: score('2.1.2', 1), 'participants role': score('1.1.1', 1) })).toEqual([]);
    expect(foundIn({ participants: score('2.1.2', 7) })).toEqual(['definition.unknown-level participants']);
  });

  test('on a field that another answer depends on leads into a circle only if that comes back to it', () => {
    const lead = { item: '1.1.1', field: 'lead', is: ['Ada'] } as const;
    const unplanned = { ...sampleDefinition, sections: sampleDefinition.sections.map(withoutPurposes) };
    const found = (conditions: Readonly<Record<string, OnlyIf>>): readonly string[] =>
      checkInstrument(withOnlyIf(conditions, unplanned)).map(({ code, place }) => `${code} ${place.key}`);
    expect(found({ '1 lead': score('1.1.1', 1), '2': lead })).toEqual([]);
    expect(found({ '1 lead': score('2.1.1', 1), '2': lead })).toEqual([
      'definition.condition-later 1 lead',
      'definition.condition-circular 1.1.1',
    ]);
  });

  test('on a later answer is a warning', () => {
    expect(foundIn({ '1.1.2': score('2.1.1', 1) })).toEqual(['definition.condition-later 1.1.2']);
  });

  test('that cannot be met together with those around it, or of what it asks for, is reported where it is', () => {
    expect(foundIn({ '2': score('1.1.1', 1), '2.1.2': score('1.1.1', 2, 3) })).toEqual([
      'definition.never-asked 2.1.2',
    ]);
    expect(foundIn({ '1.1.2': score('1.1.1', 1), '1.2.1': score('1.1.2', 1), '2.1': score('1.1.1', 2) })).toEqual([]);
    expect(foundIn({ '1.2': { partner: 'kind', is: ['Trust'] }, '1.2.1': { partner: 'kind', is: ['PCT'] } })).toEqual([
      'definition.never-asked 1.2.1',
    ]);
    expect(foundIn({ '1.1.2': score('1.1.1', 1), '2': score('1.1.2', 1), '2.1.1': score('1.1.1', 2) })).toEqual([
      'definition.never-asked 2.1.1',
    ]);
  });
});
