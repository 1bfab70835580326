import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wrapText } from '../../../src/cli/output/wrapText.ts';

test('further lines begin under the text of the first', () => {
  expect(wrapText('1.1  ', 'How good is it, all in all?', 5, 20)).toEqual(['1.1  How good is it,', '     all in all?']);
});

test('a label that leaves no room has a line to itself', () => {
  expect(wrapText('Reference  ', 'Competencies', 2, 14)).toEqual(['Reference', '  Competencies']);
});

test('every word comes back, in order, and no line is too long that has more than one', () => {
  const words = fc.array(fc.stringMatching(/^[a-z]{1,12}$/), { maxLength: 30 });
  fc.assert(
    fc.property(
      words,
      fc.constantFrom('', 'key  ', '    1.1.1  '),
      fc.integer({ min: 1, max: 60 }),
      (all, first, width) => {
        const lines = wrapText(first, all.join(' '), 4, width);
        expect(
          lines
            .join(' ')
            .split(' ')
            .filter((word) => word !== ''),
        ).toEqual([first.trim(), ...all].filter((word) => word !== ''));
        for (const line of lines) expect(line.length <= width || line.trim().split(/ +/).length === 1).toBe(true);
      },
    ),
  );
});
