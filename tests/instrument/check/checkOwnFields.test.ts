import { expect, test } from 'vitest';
import { FindingsError } from '../../../src/finding/index.ts';
import type { Field } from '../../../src/instrument/model/schema.ts';
import { ownFields, withFields } from '../../ownFields.ts';
import { sampleInstrument } from '../../sampleInstrument.ts';

function faults(
  fields: Readonly<Record<string, readonly Field[]>>,
): readonly (readonly [string, string | undefined])[] {
  try {
    withFields(sampleInstrument, fields);
    return [];
  } catch (error) {
    if (!(error instanceof FindingsError)) throw error;
    return error.findings.map(({ code, place: { key } }) => [code, key]);
  }
}

const { budget, start, who } = ownFields;

test('questions may have fields of their own, and share them', () => {
  expect(faults({ '1.1.1': [budget, start], '1.1.2': [budget], '2.1.1': [{ ...budget, heading: 'Cost' }] })).toEqual(
    [],
  );
});

test('a key of a field of the section is taken', () => {
  expect(faults({ '1.1.2': [{ ...who, key: 'evidence' }] })).toEqual([['definition.own-field-clash', '1.1.2']]);
});

test('a key is given once in a question', () => {
  expect(faults({ '1.1.2': [budget, budget] })).toEqual([['definition.duplicate-key', '1.1.2']]);
});

test('questions of one section that share a key share the field', () => {
  expect(faults({ '1.1.1': [budget], '1.1.2': [{ ...budget, heading: 'Cost' }] })).toEqual([
    ['definition.own-fields-differ', '1.1.2'],
  ]);
});

test('a score, and a field with a purpose, belong to the section', () => {
  expect(faults({ '1.1.1': [{ ...who, purpose: 'measure' }] })).toEqual([['definition.own-field-role', '1.1.1']]);
  const score: Field = { kind: 'score', key: 'again', heading: 'Again', prompt: 'Again.', scale: 'achievement' };
  expect(faults({ '1.1.1': [score] })).toEqual([['definition.own-field-role', '1.1.1']]);
});

test('a number has its reason in a field of the section or of the question', () => {
  const usual = { ...budget, usualGreatest: 100 };
  expect(faults({ '1.1.1': [{ ...usual, reasonIn: 'evidence' }] })).toEqual([]);
  expect(faults({ '1.1.1': [{ ...usual, reasonIn: 'who' }, who] })).toEqual([]);
  expect(faults({ '1.1.1': [{ ...usual, reasonIn: 'who' }], '1.1.2': [who] })).toEqual([
    ['definition.unknown-reference', '1.1.1 own-budget'],
  ]);
});
