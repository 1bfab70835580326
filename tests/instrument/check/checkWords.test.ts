import { describe, expect, test } from 'vitest';
import type { Instrument } from '../../../src/instrument/model/schema.ts';
import { faultsOf, option, withEntries, withScale, withSections } from '../changedSample.ts';

describe('words to choose from', () => {
  const labelled = (first: string, second: string): Instrument =>
    withScale({
      options: [option(1), { ...option(2), label: first }, { ...option(3), label: second }],
    });

  test.each([
    ['Yes', 'yes'],
    ['Very  good', ' very good '],
    ['Fair', '2'],
    ['1', 'Good'],
  ])('%j and %j in one scale cannot be distinguished', (first, second) => {
    expect(faultsOf(labelled(first, second))).toEqual(['definition.words-clash achievement']);
  });

  test('may be the number of their own level', () => {
    expect(faultsOf(labelled('2', '3'))).toEqual([]);
  });

  test.each([
    [['a', 'b', 'A '], ['definition.words-clash participants chosen']],
    [['a', 'b', 'ab'], []],
  ])('the options %j of a choice', (options, expected) => {
    const chosen = { kind: 'choice', key: 'chosen', heading: 'Chosen', prompt: 'Choose.', options } as const;
    expect(faultsOf(withEntries((section) => ({ ...section, fields: [...section.fields, chosen] })))).toEqual(expected);
  });

  test.each([
    ['good', 2],
    ['2', 2],
    ['n/a', 0],
    ['4', 0],
  ])('"not applicable" may be called %j, with %i faults', (label, faults) => {
    const definition = withSections((section) => ({
      ...section,
      fields: section.fields.map((field) =>
        field.kind === 'score' ? { ...field, notApplicable: { label, reasonIn: 'evidence' } } : field,
      ),
    }));
    expect(faultsOf(definition)).toEqual(
      ['definition.words-clash 1 score', 'definition.words-clash 2 score'].slice(0, faults),
    );
  });
});
