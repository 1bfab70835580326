import { expect, test } from 'vitest';
import { finding } from '../../src/finding/index.ts';
import { groupFindings } from '../../src/intake/groupFindings.ts';

const error = (sheet: string, cell: string, value = '4') =>
  finding('answer.not-an-option', { sheet, cell }, { field: 'Score', value, allowed: ['1', '2', '3'] });
const warning = (sheet: string, cell: string) => finding('answer.formula', { sheet, cell }, { field: 'Score' });
const changed = (sheet: string, cell: string) =>
  finding('answer.emptied', { sheet, cell }, { field: 'Score', from: { state: 'not applicable' }, earlier: 'then' });
const whole = finding('return.same-answers', {}, { earlier: 'then' });

/** Each group as the places in it. */
const placesOf = (...findings: Parameters<typeof groupFindings>[0]): readonly string[] =>
  groupFindings(findings).map((group) =>
    group.map(({ severity, place }) => `${severity} ${place.sheet ?? '-'} ${place.cell ?? '-'}`).join(', '),
  );

test('errors come first, then the whole file, then sheet by sheet, and last the differences from an earlier return', () => {
  expect(
    placesOf(
      changed('Two', 'H6'),
      warning('One', 'H7'),
      warning('Two', 'H7'),
      error('Two', 'H8'),
      warning('One', 'H9'),
      whole,
      error('One', 'H9'),
    ),
  ).toEqual([
    'error One H9',
    'error Two H8',
    'warning - -',
    'warning One H7',
    'warning One H9',
    'warning Two H7',
    'warning Two H6',
  ]);
});

test('a slip in five cells of a sheet is one finding; in fewer, or of another value or sheet, it is not', () => {
  const five = ['H6', 'H7', 'H8', 'H9', 'H10'].map((cell) => error('One', cell));
  expect(placesOf(...five.slice(1))).toHaveLength(4);
  expect(placesOf(...five, error('One', 'H11', '5'), error('Two', 'H6'))).toEqual([
    'error One H6, error One H7, error One H8, error One H9, error One H10',
    'error One H11',
    'error Two H6',
  ]);
});
