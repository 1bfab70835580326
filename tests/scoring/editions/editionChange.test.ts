import { describe, expect, test } from 'vitest';
import { answered, unreadable } from '../../../src/response/response.ts';
import { editionChange } from '../../../src/scoring/editions/editionChange.ts';
import { sampleInstrument as before } from '../../sampleInstrument.ts';
import { responseWith } from '../../tools/responseWith.ts';
import { revised } from './revised.ts';

const response = responseWith(before, {
  '1.1.1 score': answered(3),
  '1.1.2 score': answered(1),
  '1.2.1 score': answered(2),
  '2.1.1 score': answered(3),
  'participants 1 name': answered('Sample person A'),
  'participants 1 role': answered('Lead'),
});
const none = { retired: [], added: [], reworded: [], rescaled: [], withdrawn: [] };
const changeTo = (change: (json: string) => string) => editionChange(before, revised(change), response);

test('nothing changed where only the edition did', () => {
  expect(changeTo((json) => json)).toEqual(none);
});

describe('questions', () => {
  test('that were answered and are asked no more are retired, as are fields of rows', () => {
    const found = changeTo((json) =>
      json.replaceAll('1.1.2', '1.1.3').replaceAll('{"kind":"text","key":"role"', '{"kind":"text","key":"post"'),
    );
    expect(found).toEqual({ ...none, retired: ['1.1.2', 'participants role'], added: ['1.1.3'] });
  });

  test('that nobody answered are not', () => {
    expect(changeTo((json) => json.replaceAll('2.1.2', '2.1.3'))).toEqual({ ...none, added: ['2.1.3'] });
  });

  test('with another wording or other criteria are reworded, if they were answered', () => {
    expect(
      changeTo((json) =>
        json
          .replace('How good is 1.1.1?', 'How good is it now?')
          .replace('1.2.1 is fair.', 'It is fair.')
          .replace('How good is 2.1.2?', 'How good is that now?'),
      ),
    ).toEqual({ ...none, reworded: ['1.1.1', '1.2.1'] });
  });
});

describe('options', () => {
  test('that are renumbered are carried over by their labels, and counted', () => {
    const found = changeTo((json) =>
      [1, 2, 3]
        .reduce((text, level) => text.replaceAll(`{"level":${level},`, `{"level":${level - 1},`), json)
        .replace('"label":"Good"', '"label":"Very good"'),
    );
    expect(found).toEqual({ ...none, rescaled: [{ scale: 'Achievement', carried: 2, lost: 2 }] });
  });

  test('of a list that are no longer offered are withdrawn, with the words that were chosen', () => {
    const list = (...words: readonly string[]) =>
      revised((json) =>
        json.replace(
          '{"kind":"text","key":"role","heading":"Role"',
          `{"kind":"choice","options":${JSON.stringify(words)},"key":"role","heading":"Role"`,
        ),
      );
    const found = editionChange(list('Lead', 'Member'), list('Chair', 'Member'), response);
    expect(found.withdrawn).toEqual([{ field: 'Role', words: ['Lead'] }]);
  });

  test('are not looked for in an answer that could not be read', () => {
    const unread = responseWith(before, { '1.1.1 score': unreadable('see below') });
    const renumbered = revised((json) => json.replace('"label":"Good"', '"label":"Very good"'));
    expect(editionChange(before, renumbered, unread).rescaled).toEqual([]);
  });
});
