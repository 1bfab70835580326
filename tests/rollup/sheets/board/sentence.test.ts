import { expect, test } from 'vitest';
import { cutAtWord, percentOf, sentence } from '../../../../src/rollup/sheets/board/sentence.ts';

const cellWith = (formula: string, result: number) => ({ formula, result });

test('words and numbers alone are a text; with a cell, they are a formula with its result', () => {
  expect(sentence(3, ' of ', 4)).toBe('3 of 4');
  expect(sentence('The "best": ', cellWith('A1', 3), ' of 4')).toEqual({
    formula: '"The ""best"": "&(A1)&" of 4"',
    result: 'The "best": 3 of 4',
  });
});

test('a text that is longer than formulas allow is cut into pieces, and no character with it', () => {
  const text = '👩'.repeat(200);
  const made = sentence(text, cellWith('A1', 1));
  if (typeof made !== 'object') throw new Error('It is a formula');
  const pieces = [...made.formula.matchAll(/"([^"]*)"/g)].map(([, piece = '']) => piece);
  expect(pieces.join('')).toBe(text);
  for (const piece of pieces) {
    expect(piece.length).toBeLessThanOrEqual(255);
    expect(piece.isWellFormed()).toBe(true);
  }
});

test.each([
  [29, 200, '15%'],
  [1, 3, '33%'],
  [0, 5, '0%'],
  [0, 0, '0%'],
])('%i of %i is %s', (part, whole, shown) => {
  expect(percentOf(part, whole)).toBe(shown);
  const byFormula = percentOf(cellWith('A1', part), cellWith('B1', whole));
  expect(typeof byFormula === 'object' ? byFormula.result : byFormula).toBe(shown);
});

test('a text is cut at the end of a word', () => {
  const upTo = (max: number) => (text: string) => text.length <= max;
  expect(cutAtWord('Does it know\n the need?', upTo(22))).toBe('Does it know the need?');
  expect(cutAtWord('Does it know, in May, the need?', upTo(21))).toBe('Does it know, in May…');
  expect(cutAtWord('Does it know, in May, the need?', upTo(16))).toBe('Does it know…');
  expect(cutAtWord('Supercalifragilistic', upTo(8))).toBe('Supercalifragilistic…');
});
