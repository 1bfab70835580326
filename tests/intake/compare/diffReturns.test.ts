import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { needsOutcomesOptions } from '../../../definitions/needs-outcomes-options.ts';
import { alikeLine, type Finding } from '../../../src/finding/index.ts';
import type { Instrument } from '../../../src/instrument/model/schema.ts';
import { isEntries } from '../../../src/instrument/model/traverse.ts';
import { diffReturns } from '../../../src/intake/compare/diffReturns.ts';
import {
  type Answer,
  answered,
  blank,
  emptyResponse,
  notApplicable,
  notAsked,
  type Response,
  unreadable,
} from '../../../src/response/response.ts';
import { responseArbitrary } from '../../responses.ts';
import { sampleInstrument } from '../../sampleInstrument.ts';

const received = new Date('2026-12-10T09:00:00Z');

/** Answers by question or row and field, as `1.1.1 score` and `participants 2 name`; a plain value is an answer. */
type Said = Readonly<Record<string, Answer | number | string>>;

/** The response with these answers, blank otherwise. */
function responseOf(said: Said, instrument: Instrument = sampleInstrument): Response {
  const empty = emptyResponse(instrument);
  const items = new Map([...empty.items].map(([key, answers]) => [key, new Map(answers)]));
  const rows = new Map<string, Map<number, Map<string, Answer>>>();
  for (const [where, value] of Object.entries(said)) {
    const answer = typeof value === 'object' ? value : answered(value);
    const [subject = '', ...rest] = where.split(' ');
    const field = rest.at(-1) ?? '';
    const section = instrument.sections.find(({ key }) => key === subject);
    if (section === undefined || !isEntries(section)) {
      items.get(subject)?.set(field, answer);
      continue;
    }
    const entries = rows.get(subject) ?? new Map<number, Map<string, Answer>>();
    const blanks = new Map(section.fields.map(({ key }) => [key, blank]));
    const entry = Number(rest[0]);
    rows.set(subject, entries.set(entry, (entries.get(entry) ?? blanks).set(field, answer)));
  }
  const added = [...rows].map(
    ([key, entries]) => [key, [...entries].map(([entry, answers]) => ({ entry, answers }))] as const,
  );
  return { items, entries: new Map([...empty.entries, ...added]) };
}

/** The differences of a return from an earlier one. */
function differences(before: Said, now: Said, instrument: Instrument = sampleInstrument): readonly Finding[] {
  const own = { id: 2, instrument, response: responseOf(now, instrument), places: [] };
  return diffReturns(own, { id: 1, response: responseOf(before, instrument), received });
}

const scores = {
  '1.1.1 score': 3,
  '1.1.2 score': 1,
  '1.2.1 score': 2,
  '2.1.1 score': 2,
  '2.1.2 score': 3,
} as const;
const people = { 'participants 1 name': 'Sample person A', 'participants 2 name': 'Sample person B' } as const;

describe('a return that', () => {
  test.each<[what: string, before: Said, now: Said, found: readonly string[]]>([
    ['is the same', scores, scores, ['return.same-answers']],
    ['goes on with the work', { '1.1.1 score': 3 }, scores, ['return.differs', 'answer.added', 'answer.added']],
    ['has another answer', scores, { ...scores, '1.1.1 score': 2 }, ['return.differs', 'answer.changed']],
    ['lacks an answer', scores, { ...scores, '1.1.1 score': blank }, ['return.differs', 'answer.emptied']],
    [
      'is not applicable where a level was',
      scores,
      { ...scores, '1.1.1 score': notApplicable, '1.1.1 evidence': 'None here' },
      ['return.differs', 'answer.changed', 'answer.added'],
    ],
    [
      'has an unreadable text where a level was',
      scores,
      { ...scores, '1.1.1 score': unreadable('see below') },
      ['return.differs', 'answer.changed'],
    ],
    [
      'has rows in another order',
      { ...scores, ...people },
      { ...scores, 'participants 1 name': 'Sample person B', 'participants 2 name': 'Sample person A' },
      ['return.same-answers'],
    ],
    [
      'lacks a row, and the next moved up',
      { ...scores, ...people },
      { ...scores, 'participants 1 name': 'Sample person B' },
      ['return.differs', 'entry.gone'],
    ],
    [
      'has another answer in a row',
      { ...scores, 'participants 1 name': 'Sample person A', 'participants 1 role': 'Chair' },
      { ...scores, 'participants 1 name': 'Sample person A', 'participants 1 role': 'Member' },
      ['return.differs', 'answer.changed'],
    ],
    [
      'was not asked a question that was blank before',
      { '1.1.1 score': 3 },
      { '1.1.1 score': 3, '1.1.2 score': notAsked },
      ['return.same-answers'],
    ],
    [
      'is the other half of the work',
      {
        ...{ '1.1.1 score': 3, '1.1.2 score': 1, '1.2.1 score': 2 },
        ...{ '1.1.2 action': 'Write a plan', '1.1.2 lead': 'A. Sample' },
      },
      { '2.1.1 score': 2, '2.1.2 score': 3 },
      ['return.halves'],
    ],
    [
      'was filled in by somebody else',
      scores,
      { '1.1.1 score': 1, '1.1.2 score': 2, '1.2.1 score': 3, '2.1.1 score': 1, '2.1.2 score': 1 },
      ['return.contradicts', ...Array.from({ length: 5 }, () => 'answer.changed')],
    ],
  ])('%s', (_what, before, now, found) => {
    expect(differences(before, now).map(({ code }) => code)).toEqual(found);
  });
});

test('any return has the same answers as itself', () => {
  fc.assert(
    fc.property(responseArbitrary(sampleInstrument), (response) => {
      const own = { id: 2, instrument: sampleInstrument, response, places: [] };
      const found = diffReturns(own, { id: 1, response: structuredClone(response), received });
      expect(found.map(({ code }) => code)).toEqual(['return.same-answers']);
    }),
  );
});

test('an answer is named with its cell where that is known, and with what it was', () => {
  const own = {
    id: 2,
    instrument: sampleInstrument,
    response: responseOf({ ...scores, '1.1.1 score': blank }),
    places: [{ sheet: '1 Needs', cell: 'H20', section: '1', key: '1.1.1', field: 'score' }],
  };
  const found = diffReturns(own, { id: 1, response: responseOf(scores), received }).map((one) => alikeLine([one]));
  expect(found.at(-1)).toBe(
    `warning: '1 Needs'!H20 (1.1.1): "Score" was "3" in the return of 2026-12-10 09:00 and is unanswered here. Ask which is meant.`,
  );
});

test('of long texts the place where they part is shown', () => {
  const text = 'word '.repeat(5000);
  const found = differences({ '1.1.1 evidence': `${text}then` }, { '1.1.1 evidence': `${text}now` });
  expect(found.at(-1)?.facts).toMatchObject({
    from: { state: 'answered', value: '…word word word word then' },
    to: { state: 'answered', value: '…word word word word now' },
  });
});

test('an NHS number is never repeated', () => {
  const start = 'x'.repeat(60);
  const found = differences(
    { '1.1.1 evidence': `${start} 943 476 5919` },
    { '1.1.1 evidence': `${start} 943 476 5920` },
  );
  expect(found.map(({ code }) => code)).toContain('answer.changed');
  expect(JSON.stringify(found)).not.toContain('943 476 5919');
});

test('where answers are about people, nothing that was typed is repeated', () => {
  const fields = needsOutcomesOptions.sections.find(({ key }) => key === 'needs')?.fields ?? [];
  const text = fields.filter(({ kind }) => kind === 'text').map(({ key }) => key);
  expect(text.length).toBeGreaterThan(1);
  const row = (number: number, words: string): Said =>
    Object.fromEntries(text.map((key) => [`needs ${number} ${key}`, words]));
  const found = differences(
    { ...row(1, 'Quillowby'), ...row(2, 'Quillowby too') },
    row(1, 'Quillowby Minor'),
    needsOutcomesOptions,
  );
  expect(found.map(({ code }) => code)).toEqual(expect.arrayContaining(['answer.changed', 'entry.gone']));
  expect(JSON.stringify(found)).not.toContain('Quillowby');
  expect(found.map((one) => alikeLine([one])).join('\n')).toContain('was "(not shown)" in the return of');
});
