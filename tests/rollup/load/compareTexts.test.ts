import { expect, test } from 'vitest';
import { compareTexts } from '../../../src/rollup/load/compareTexts.ts';

test('texts are sorted as people sort them: numbers by value, and what is missing last', () => {
  const texts = ['Region 10', undefined, 'region 9', 'Région 2', 'Ashmere'];
  // Array.prototype.sort puts undefined last without asking.
  const sorted = texts.map((text) => ({ text })).toSorted((a, b) => compareTexts(a.text, b.text));
  expect(sorted.map(({ text }) => text)).toEqual(['Ashmere', 'Région 2', 'region 9', 'Region 10', undefined]);
});
