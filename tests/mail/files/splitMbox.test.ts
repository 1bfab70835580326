import { describe, expect, test } from 'vitest';
import { splitMbox } from '../../../src/mail/files/splitMbox.ts';

const from = (day: number): string => `From a@b.example Tue Nov ${day} 10:00:00 2026\n`;
const two = `${from(17)}Subject: one\n\nText\n\n${from(18)}Subject: two\n\nFrom now on, no date.\n`;

/** The messages of a text that is read in pieces of a size, with the day of each. */
function split(
  text: string,
  size = text.length,
  limit = 1_000,
): readonly (readonly [day: number | undefined, string | number])[] {
  const bytes = Buffer.from(text);
  const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_one, at) =>
    bytes.subarray(at * size, (at + 1) * size),
  );
  return [...splitMbox(pieces, limit)].map(({ delivered, content }) => [
    delivered?.getUTCDate(),
    'bytes' in content ? Buffer.from(content.bytes).toString() : content.size,
  ]);
}

describe('an mbox file', () => {
  const expected = [
    [17, 'Subject: one\n\nText\n\n'],
    [18, 'Subject: two\n\nFrom now on, no date.\n'],
  ];

  test.each([1, 2, 7, 64, 1_000])('is split alike in pieces of %i bytes', (size) => {
    expect(split(two, size)).toEqual(expected);
  });

  test('has no message where a line that begins with "From " comes after text', () => {
    expect(split(two.replace('Text\n\n', 'Text\n'))).toHaveLength(1);
  });

  test('may end its lines as Windows does', () => {
    expect(split(two.replaceAll('\n', '\r\n')).map(([day]) => day)).toEqual([17, 18]);
  });

  test('gives the size alone of a message above the limit, and the next in full', () => {
    const large = two.replace('Text', 'x'.repeat(3_000));
    expect(split(large, 500, 100)).toEqual([[17, 3_016], expected[1]]);
  });

  test('without any line has no message', () => {
    expect(split('')).toEqual([]);
  });
});
