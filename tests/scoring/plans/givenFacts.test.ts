import { describe, expect, test } from 'vitest';
import { answered, blank, type Response } from '../../../src/response/response.ts';
import {
  factAt,
  factChanges,
  factIn,
  factsAsResponse,
  factsOf,
  mergeFacts,
} from '../../../src/scoring/plans/givenFacts.ts';
import { carriedInstrument as instrument } from '../../givenInstrument.ts';

const row = (entry: number) => ({ section: 'projects', entry });
const given = mergeFacts([
  factAt({ item: '1.1.1' }, 'people', answered(120)),
  factAt(row(2), 'name', answered('Drop-in')),
  factAt(row(1), 'name', answered('Nursery')),
  factAt(row(1), 'plan', answered('Yes')),
]);

/** The response of a workbook that somebody filled in, with other answers in some cells. */
const withRows = (rows: readonly (readonly [entry: number, name: string, plan?: string])[]): Response => ({
  ...factsAsResponse(instrument, given),
  entries: new Map([
    [
      'projects',
      rows.map(([entry, name, plan]) => ({
        entry,
        answers: new Map([
          ['name', name === '' ? blank : answered(name)],
          ['plan', plan === undefined ? blank : answered(plan)],
          ['people', answered(entry)],
        ]),
      })),
    ],
  ]),
});

/** Changes as `reference field`. */
function changesIn(response: Response): readonly string[] {
  const { added, changed, emptied, removed } = factChanges(instrument, given, response);
  return [
    ...[...added, ...changed, ...emptied].map(({ reference, field }) => `${reference} ${field.key}`),
    ...removed.map(({ reference }) => `${reference} gone`),
  ];
}

test('facts are put together cell by cell, and of two in one cell the later counts', () => {
  const all = mergeFacts([given, factAt(row(1), 'name', answered('Crèche'))]);
  expect([factIn(all, row(1), 'name'), factIn(all, row(1), 'plan')]).toEqual([answered('Crèche'), answered('Yes')]);
  expect(all.entries.get('projects')?.map(({ entry }) => entry)).toEqual([1, 2]);
});

test('facts of another edition are those that the fields still take', () => {
  const then = mergeFacts([
    given,
    factAt({ item: '1.1.1' }, 'places', answered('Abroad')),
    factAt({ item: '1.1.1' }, 'retired', answered('x')),
    factAt({ item: '1.1.2' }, 'note', answered(7)),
  ]);
  const now = factsOf(instrument, then);
  expect(factIn(now, { item: '1.1.1' }, 'places')).toBeUndefined();
  expect(now).toEqual(mergeFacts([given, factAt({ item: '1.1.2' }, 'note', answered('7'))]));
});

describe('changes of facts', () => {
  const untouched = factsAsResponse(instrument, given);

  test('are none in a workbook that nobody touched, nor with answers beside them', () => {
    expect(changesIn(untouched)).toEqual([]);
    expect(
      changesIn(
        withRows([
          [1, 'Nursery', 'Yes'],
          [2, 'Drop-in'],
          [3, 'New'],
        ]),
      ),
    ).toEqual([]);
  });

  test('are none when rows are in another order', () => {
    expect(
      changesIn(
        withRows([
          [1, 'Drop-in'],
          [4, 'Nursery', 'Yes'],
        ]),
      ),
    ).toEqual([]);
  });

  test('are other values, cleared cells and rows that are gone', () => {
    expect(
      changesIn(
        withRows([
          [1, 'Nursery', 'No'],
          [2, ''],
        ]),
      ),
    ).toEqual(['1 plan', '2 name']);
    expect(changesIn(withRows([[1, 'Nursery', 'Yes']]))).toEqual(['2 gone']);
  });

  test('are typed answers, also to a question that is not asked', () => {
    const notAsked = (value?: number): Response => ({
      ...untouched,
      items: new Map([
        [
          '1.1.1',
          new Map([
            ['people', value === undefined ? { state: 'does-not-apply' } : { state: 'does-not-apply', given: value }],
          ]),
        ],
      ]),
    });
    expect([changesIn(notAsked(120)), changesIn(notAsked(130)), changesIn(notAsked())]).toEqual([
      [],
      ['1.1.1 people'],
      ['1.1.1 people'],
    ]);
  });
});
