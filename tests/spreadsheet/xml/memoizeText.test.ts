import { expect, test } from 'vitest';
import { memoizeLast, memoizeText } from '../../../src/spreadsheet/xml/memoizeText.ts';

test('a text is made into something once, as long as few others come', () => {
  const { made, asked } = counting();
  expect([made('a'), made('b'), made('a')]).toEqual(['A', 'B', 'A']);
  expect(asked).toEqual(['a', 'b']);
  for (let number = 0; number < 4_000; number += 1) made(`x${number}`);
  expect(made('a')).toBe('A');
  expect(asked.filter((text) => text === 'a')).toHaveLength(2);
});

test('texts that come in another order than before are found all the same', () => {
  const { made, asked } = counting();
  for (const text of ['a', 'b', 'c', 'a', 'c', 'b', 'a', 'a', 'd', 'b']) expect(made(text)).toBe(text.toUpperCase());
  expect(asked).toEqual(['a', 'b', 'c', 'd']);
});

test('long texts, those of which nothing can be made, and unpaired surrogates are not cached, and come out right', () => {
  const { made, asked } = counting();
  const long = 'y'.repeat(2_001);
  for (const text of [long, '', '\ud83d', '\ufffd', long, '', '\ud83d']) {
    expect(made(text)).toBe(text === '' ? undefined : text.toUpperCase());
  }
  expect(asked).toEqual([long, '', '\ud83d', '\ufffd', long, '', '\ud83d']);
});

function counting(): { made: (text: string) => string | undefined; asked: string[] } {
  const asked: string[] = [];
  const made = memoizeText((text) => {
    asked.push(text);
    return text === '' ? undefined : text.toUpperCase();
  });
  return { made, asked };
}

test('the result for the last text is made once', () => {
  const made: string[] = [];
  const capitals = memoizeLast((text) => {
    made.push(text);
    return text.toUpperCase();
  });
  expect(['a', 'a', 'b', 'a', ''].map(capitals)).toEqual(['A', 'A', 'B', 'A', '']);
  expect(made).toEqual(['a', 'b', 'a', '']);
});
