import { describe, expect, test } from 'vitest';
import { english } from '../../src/words/english/english.ts';
import type { Words } from '../../src/words/words.ts';
import { hasWords, wordsOf } from '../../src/words/wordsOf.ts';

describe('the words of a workbook', () => {
  test('are in the language of the instrument, in any of its countries', () => {
    expect([hasWords('en'), hasWords('en-GB'), hasWords('en-US')]).toEqual([true, true, true]);
    expect(wordsOf({ language: 'en-GB' })).toBe(english);
  });

  test('are in English where there is no catalogue of the language', () => {
    expect([hasWords('cy'), hasWords('eng'), hasWords('e')]).toEqual([false, false, false]);
    expect(wordsOf({ language: 'cy' })).toBe(english);
  });

  test('are all there in every catalogue, or it does not compile', () => {
    const { checklist: _checklist, ...others } = english;
    // @ts-expect-error The words of the Checklist are missing.
    const lacking: Words = others;
    expect(Object.keys(lacking)).not.toContain('checklist');
  });
});
