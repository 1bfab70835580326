import { expect, test } from 'vitest';
import { checkPlace } from '../../../src/disk/files/checkPlace.ts';
import { Refusal } from '../../../src/refusal.ts';

const rules = {
  input: 'out',
  noun: 'roll-up',
  example: 'roll-up.xlsx',
  cure: ': give it that ending.',
  register: 'a.db',
};

test('a path with the ending is accepted, in capitals, too', () => {
  expect(() => checkPlace('output/North.XLSX', rules)).not.toThrow();
});

test.each([
  [' ', 'place.unnamed', '--out is empty. Give the path of a file, as in --out roll-up.xlsx.'],
  ['roll-up.csv', 'place.ending', '--out roll-up.csv does not end in .xlsx: give it that ending.'],
  [
    './a.db-wal',
    'place.is-register',
    '--out ./a.db-wal is the register, which would be lost. Give the roll-up another name.',
  ],
])('"%s" is refused', (path, code, message) => {
  try {
    checkPlace(path, rules);
    expect.unreachable();
  } catch (failure) {
    if (!(failure instanceof Refusal)) throw failure;
    expect([failure.code, failure.describe((input) => `--${input}`)]).toEqual([code, message]);
  }
});
