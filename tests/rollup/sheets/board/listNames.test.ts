import { expect, test } from 'vitest';
import { listNames } from '../../../../src/rollup/sheets/board/listNames.ts';

const names = ['Ashmere', 'Bramblewick', 'Coldharbour', 'Dunmarsh'];

test.each([
  [60, 'Ashmere, Bramblewick, Coldharbour and Dunmarsh'],
  [45, 'Ashmere, Bramblewick, Coldharbour and 1 other'],
  [44, 'Ashmere, Bramblewick and 2 others'],
  [20, 'Ashmere and 3 others'],
  [19, '4 partners'],
])('in %i characters: %s', (room, text) => {
  expect(listNames(names, ({ length }) => length <= room)).toBe(text);
});

test('one name is alone', () => {
  expect(listNames(['Ashmere'], () => true)).toBe('Ashmere');
});
