import { describe, expect, test } from 'vitest';
import type { Field } from '../../src/instrument/model/schema.ts';
import { readAnswer } from '../../src/response/readAnswer.ts';
import { type Answer, answered, unreadable } from '../../src/response/response.ts';
import type { RawValue } from '../../src/spreadsheet/model/rawWorkbook.ts';
import { kindsInstrument, otherFields } from '../kindsInstrument.ts';

const { plan, address, places } = otherFields;

function read(field: Field, value: string | number | boolean, link?: string): readonly [Answer, ...string[]] {
  const raw: RawValue =
    typeof value === 'number'
      ? { kind: 'number', value, isDate: false }
      : typeof value === 'boolean'
        ? { kind: 'boolean', value }
        : { kind: 'text', value };
  const cell = { row: 5, column: 8, value: raw, formula: false, ...(link === undefined ? {} : { link }) };
  const { answer, findings } = readAnswer(kindsInstrument, field, cell, { sheet: '1 Figures', cell: 'H5' }, false);
  return [answer, ...findings.map(({ code }) => code)];
}

describe('yes or no', () => {
  test('is read as it is in the list', () => {
    expect([read(plan, 'Yes'), read(plan, 'No')]).toEqual([[answered('Yes')], [answered('No')]]);
  });

  test.each<[string | boolean, string]>([
    ['yes', 'Yes'],
    [' YES ', 'Yes'],
    ['y', 'Yes'],
    [true, 'Yes'],
    ['n', 'No'],
    [false, 'No'],
  ])('%j is read as %s, and reported', (typed, meant) => {
    expect(read(plan, typed)).toEqual([answered(meant), 'answer.read-as']);
  });

  test.each<[string | number]>([['Yes and no'], ['perhaps'], [1], [0]])('%j is neither', (typed) => {
    expect(read(plan, typed)).toEqual([unreadable(String(typed)), 'answer.not-an-option']);
  });
});

describe('a web address', () => {
  test.each(['https://a.example/plan?x=1&y=2', 'http://a.example', 'HTTPS://A.EXAMPLE/'])('%s is read', (typed) => {
    expect(read(address, typed)).toEqual([answered(typed)]);
  });

  test('is read with its link, which is the same', () => {
    expect(read(address, 'https://a.example/plan', 'https://a.example/plan')).toEqual([
      answered('https://a.example/plan'),
    ]);
  });

  test('is the target of the link on a title', () => {
    expect(read(address, 'Our plan', 'https://a.example/plan')).toEqual([
      answered('https://a.example/plan'),
      'answer.address-read-as',
    ]);
  });

  test('is completed where it begins with www', () => {
    expect(read(address, ' www.a.example/plan ')).toEqual([
      answered('https://www.a.example/plan'),
      'answer.address-read-as',
    ]);
  });

  test.each([
    'on the intranet',
    'a.example',
    'ftp://a.example',
    'https://',
    'javascript:alert(1)',
    'https://a b.example',
  ])('%s is none', (typed) => {
    expect(read(address, typed)).toEqual([unreadable(typed), 'answer.not-an-address']);
  });

  test('is not the target of a link to a file or a place in the workbook', () => {
    expect(read(address, 'Our plan', 'file:///C:/plan.doc')[1]).toBe('answer.not-an-address');
  });
});

describe('several choices', () => {
  test.each<[string | number, string]>([
    ['1', 'Home'],
    [1, 'Home'],
    ['1; 3', 'Home; Clinic'],
    ['3;1', 'Home; Clinic'],
    ['1;1', 'Home'],
    [' 2 ; 3 ', 'School, or college; Clinic'],
  ])('%j chooses %s', (typed, chosen) => {
    expect(read(places, typed)).toEqual([answered(chosen)]);
  });

  test.each<[string, string]>([
    ['1, 3', 'Home; Clinic'],
    ['1;', 'Home'],
    ['1\n3', 'Home; Clinic'],
    ['home', 'Home'],
    ['Clinic; HOME', 'Home; Clinic'],
    ['School, or college; Clinic', 'School, or college; Clinic'],
    ['Home, Clinic', 'Home; Clinic'],
    ['1 Home; 3. Clinic', 'Home; Clinic'],
    ['１；３', 'Home; Clinic'],
  ])('%j is read as %s, and reported', (typed, chosen) => {
    expect(read(places, typed)).toEqual([answered(chosen), 'answer.read-as']);
  });

  test.each<[string | number]>([
    ['4'],
    ['0'],
    ['13'],
    [13],
    ['1 3'],
    ['1.3'],
    ['1-3'],
    ['Home and clinic'],
    ['all'],
    [';'],
  ])('%j is no choice', (typed) => {
    expect(read(places, typed)).toEqual([unreadable(String(typed)), 'answer.not-an-option']);
  });
});
