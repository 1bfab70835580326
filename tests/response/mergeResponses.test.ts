import { describe, expect, test } from 'vitest';
import { mergeResponses } from '../../src/response/mergeResponses.ts';
import {
  type Answer,
  answered,
  blank,
  emptyResponse,
  notApplicable,
  type Response,
  unreadable,
} from '../../src/response/response.ts';
import { sampleInstrument } from '../sampleInstrument.ts';

/** A response with these answers, by item and field, and these participants, by row. */
function response(
  given: Readonly<Record<string, Answer>>,
  participants: Readonly<Record<number, Readonly<Record<string, string>>>> = {},
): Response {
  const empty = emptyResponse(sampleInstrument);
  const items = [...empty.items].map(
    ([item, answers]) =>
      [item, new Map([...answers].map(([field, answer]) => [field, given[`${item} ${field}`] ?? answer]))] as const,
  );
  const rows = Object.entries(participants).map(([entry, row]) => ({
    entry: Number(entry),
    answers: new Map(
      ['name', 'role'].map((field) => [field, row[field] === undefined ? blank : answered(row[field])] as const),
    ),
  }));
  return { items: new Map(items), entries: new Map([['participants', rows]]) };
}

const merged = (parts: readonly Response[], prefers?: number) =>
  mergeResponses(
    sampleInstrument,
    parts.map((one, index) => ({ id: 10 + index, response: one })),
    prefers,
  );
const rowsOf = ({ response: { entries } }: ReturnType<typeof merged>) =>
  entries
    .get('participants')
    ?.map(({ entry, answers }) => [
      entry,
      ...[...answers.values()].map((answer) => (answer.state === 'answered' ? answer.value : '-')),
    ]);

describe('answers', () => {
  test('are taken from whichever response has them', () => {
    const one = response({ '1.1.1 score': answered(3), '1.1.1 evidence': answered('Strategy') });
    const other = response({ '1.1.1 lead': answered('Ann'), '2.1.1 score': notApplicable });
    const { response: whole, contradictions, takenFrom } = merged([one, other]);
    expect(contradictions).toEqual([]);
    expect(whole).toEqual(
      response({
        '1.1.1 score': answered(3),
        '1.1.1 evidence': answered('Strategy'),
        '1.1.1 lead': answered('Ann'),
        '2.1.1 score': notApplicable,
      }),
    );
    expect([takenFrom('1.1.1', 'score'), takenFrom('1.1.1', 'lead'), takenFrom('1.1.2', 'score')]).toEqual([
      10,
      11,
      undefined,
    ]);
  });

  test('contradict each other where they differ by more than spaces', () => {
    const one = response({ '1.1.1 score': answered(3), '1.1.1 evidence': answered('The  plan ') });
    const other = response({ '1.1.1 score': unreadable('see below'), '1.1.1 evidence': answered('The plan') });
    const { contradictions } = merged([one, other]);
    expect(contradictions.map(({ reference, field, answers }) => [reference, field.key, answers])).toEqual([
      [
        '1.1.1',
        'score',
        [
          { id: 10, answer: answered(3) },
          { id: 11, answer: unreadable('see below') },
        ],
      ],
    ]);
  });

  test('are those of the preferred response where they contradict each other, and else of the last', () => {
    const all = [1, 2, 3].map((level) => response({ '1.1.1 score': answered(level) }));
    const levelIn = (prefers?: number) => merged(all, prefers).response.items.get('1.1.1')?.get('score');
    expect([levelIn(), levelIn(10), levelIn(11)]).toEqual([answered(3), answered(1), answered(2)]);
  });
});

describe('rows that were added', () => {
  test('are all taken, once where several have the same, and keep their numbers where these are free', () => {
    const one = response({}, { 1: { name: 'Ann', role: 'GP' }, 3: { name: 'Bob' } });
    const other = response({}, { 1: { name: 'Cat' }, 2: { name: 'Ann', role: 'GP' }, 4: { name: 'Dan' } });
    expect(rowsOf(merged([one, other]))).toEqual([
      [1, 'Ann', 'GP'],
      [3, 'Bob', '-'],
      [4, 'Dan', '-'],
      [5, 'Cat', '-'],
    ]);
  });

  test('are filled up from rows that say something in common, and nothing else', () => {
    const one = response({}, { 1: { name: 'Ann' }, 2: { role: 'GP' } });
    const other = response({}, { 1: { name: 'Ann', role: 'Chair' }, 2: { name: 'Bob' } });
    expect(rowsOf(merged([one, other]))).toEqual([
      [1, 'Ann', 'Chair'],
      [2, '-', 'GP'],
      [3, 'Bob', '-'],
    ]);
  });
});
