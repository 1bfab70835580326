import { describe, expect, test } from 'vitest';
import { countFormula, countText, quotedText, sentenceFormula } from '../../../src/spreadsheet/plan/formulaText.ts';

describe('a sentence as a formula', () => {
  test('has its words as texts, and its facts as formulas', () => {
    const answered = (some: string, all: string): string => `Answered ${some} of ${all}.`;
    expect(sentenceFormula(answered, 'A1', '(B1-C1)')).toBe('"Answered "&A1&" of "&(B1-C1)&"."');
  });

  test('may name its facts in another order, more than once, or at its ends', () => {
    const turned = (some: string, all: string): string => `${all}: ${some} "von" ${all}`;
    expect(sentenceFormula(turned, 'A1', 'B1')).toBe('B1&": "&A1&" ""von"" "&B1');
  });

  test('without facts is a text', () => {
    expect(sentenceFormula(() => 'None')).toBe('"None"');
  });
});

test('a number of things is one or several', () => {
  const [thing, things] = [(count: number | string) => `${count} thing`, (count: number | string) => `${count} things`];
  expect(countFormula('A1', thing, things)).toBe('IF(A1=1,"1 thing",A1&" things")');
  expect([0, 1, 2].map((count) => countText(count, thing, things))).toEqual(['0 things', '1 thing', '2 things']);
});

test('a quotation mark in a text is written twice', () => {
  expect(quotedText('say "no"')).toBe('"say ""no"""');
});
