import { describe, expect, test } from 'vitest';
import type { NumberField } from '../../src/instrument/model/schema.ts';
import { readAnswer } from '../../src/response/readAnswer.ts';
import { type Answer, answered, unreadable } from '../../src/response/response.ts';
import type { RawValue } from '../../src/spreadsheet/model/rawWorkbook.ts';
import { figureFields, kindsInstrument } from '../kindsInstrument.ts';

const { people, budget, share, wait } = figureFields;

/** What a cell of a field is read as: the answer, and the codes of what was noticed. */
function read(field: NumberField, value: RawValue): readonly [Answer, ...string[]] {
  const cell = { row: 5, column: 3, value, formula: false };
  const { answer, findings } = readAnswer(kindsInstrument, field, cell, { sheet: '1 Figures', cell: 'C5' }, false);
  return [answer, ...findings.map(({ code }) => code)];
}

const typed = (value: string): RawValue => ({ kind: 'text', value });
const stored = (value: number, format?: string): RawValue => ({
  ...{ kind: 'number', value, isDate: false },
  ...(format === undefined ? {} : { format }),
});

describe('a number in a cell', () => {
  test.each<[NumberField, number, string | undefined, number]>([
    [people, 1250, '#,##0', 1250],
    [people, 0, undefined, 0],
    [budget, 1_200_000, '"£"#,##0', 1_200_000],
    [budget, -40, '"£"#,##0;-"£"#,##0', -40],
    [share, 0.12, '0.0%', 12],
    [share, 0.07, '0%', 7],
    [share, 0, undefined, 0],
    [wait, 2.25, '#,##0.00', 2.25],
  ])('%o: %d as %s is %d', (field, value, format, expected) => {
    expect(read(field, stored(value, format))).toEqual([answered(expected)]);
  });

  test('of a percentage without a percent sign is taken for what it says, and reported', () => {
    expect(read(share, stored(12))).toEqual([answered(12), 'answer.number-read-as']);
  });

  test('of a percentage could be a share of one: it is not counted', () => {
    expect(read(share, stored(0.5))).toEqual([unreadable('0.5'), 'answer.number-unclear']);
  });

  test('with a percent sign is unclear where no percentage is asked for', () => {
    expect(read(people, stored(12, '0%'))).toEqual([unreadable('1200%'), 'answer.number-unclear']);
  });

  test('that Excel made into a day is none', () => {
    expect(read(people, { kind: 'number', value: 46_315, isDate: true, format: 'dd-mmm' })[1]).toBe(
      'answer.not-a-number',
    );
  });

  test('that is rounded by its format is reported with both', () => {
    expect(read(budget, stored(1250.4, '"£"#,##0'))).toEqual([
      answered(1250.4),
      'answer.many-decimals',
      'answer.shown-otherwise',
    ]);
  });

  test.each<[NumberField, RawValue, string]>([
    [people, stored(12.5), 'answer.not-whole'],
    [people, stored(-1), 'answer.beyond-limits'],
    [people, stored(500_001), 'answer.beyond-limits'],
    [share, stored(1.01, '0%'), 'answer.beyond-limits'],
    [wait, stored(1e15), 'answer.beyond-limits'],
    [people, { kind: 'boolean', value: true }, 'answer.not-a-number'],
  ])('%o: %o is not counted', (field, value, code) => {
    const [answer, ...codes] = read(field, value);
    expect([answer.state, ...codes]).toEqual(['unreadable', code]);
  });
});

describe('a number in words and figures', () => {
  test.each<[NumberField, string, number]>([
    [people, '1,250', 1250],
    [people, '1 250', 1250],
    [people, '1\u202f250', 1250],
    [people, '1\u00a0250', 1250],
    [people, "1'250", 1250],
    [people, '1250.', 1250],
    [people, '1,250 people', 1250],
    [people, '1.5k', 1500],
    [people, '١٢٥٠', 1250],
    [people, '१२५०', 1250],
    [people, '１２５０', 1250],
    [people, '1٬250', 1250],
    [people, "'1250", 1250],
    [budget, '£1.2m', 1_200_000],
    [budget, '£1,250k', 1_250_000],
    [budget, '£1,250', 1250],
    [budget, '1.25 million', 1_250_000],
    [budget, '£2 thousand', 2000],
    [budget, 'GBP 40', 40],
    [budget, '-£40', -40],
    [budget, '£-40', -40],
    [budget, '\u221240', -40],
    [budget, '\u2013 40', -40],
    [budget, '(£40)', -40],
    [budget, '1.250.000', 1_250_000],
    [share, '12%', 12],
    [share, '12 %', 12],
    [share, '12 per cent', 12],
    [share, '12.5%', 12.5],
    [share, '0.5%', 0.5],
    [share, '١٢٪', 12],
    [share, '12', 12],
    [wait, '2.5 weeks', 2.5],
    [wait, '1 250,75', 1250.75],
    [wait, '1.250,75', 1250.75],
    [wait, '.5', 0.5],
  ])('%o: "%s" is read as %d, and reported', (field, value, expected) => {
    expect(read(field, typed(value))).toEqual([answered(expected), 'answer.number-read-as']);
  });

  test.each<[NumberField, string]>([
    [wait, '1,25'],
    [wait, '2,5'],
    [wait, '1,2500'],
    [wait, '1,250,75'],
    [wait, '1.250'],
    [wait, '1 250,750'],
    [budget, '£1,25m'],
    [people, '10 20'],
    [people, '1.2.3'],
    [share, '0.12'],
    [share, '1'],
  ])('%o: "%s" could mean different numbers', (field, value) => {
    expect(read(field, typed(value))).toEqual([unreadable(value), 'answer.number-unclear']);
  });

  test.each<[NumberField, string]>([
    [people, 'about 40'],
    [people, '~40'],
    [people, 'c. 40'],
    [people, '10-20'],
    [people, '10\u201320'],
    [people, '10 to 20'],
    [people, '40+'],
    [people, '<5'],
    [people, '5-'],
    [people, '3/4'],
    [people, '1e6'],
    [people, 'forty'],
    [people, '12²'],
    [people, '½'],
    [people, '£40'],
    [people, '12%'],
    [people, '40 sites'],
    [people, 'tbc'],
    [people, 'n/a'],
    [people, '-'],
    [people, '𑁦𑁧'],
    [budget, '€40'],
    [budget, '$40'],
    [budget, '--40'],
    [budget, '-£-40'],
    [wait, '2 months'],
    [wait, '9'.repeat(61)],
  ])('%o: "%s" is no single number', (field, value) => {
    expect(read(field, typed(value))).toEqual([unreadable(value), 'answer.not-a-number']);
  });

  test('beyond the limits, or with more decimals, is judged as in a cell', () => {
    expect(read(people, typed('£1.2'))[1]).toBe('answer.not-a-number');
    expect(read(people, typed('2.5'))[1]).toBe('answer.not-whole');
    expect(read(budget, typed('2bn'))[1]).toBe('answer.beyond-limits');
    expect(read(wait, typed('2.1234'))).toEqual([answered(2.1234), 'answer.number-read-as', 'answer.many-decimals']);
  });
});
