import { describe, expect, test } from 'vitest';
import type { Instrument } from '../../src/instrument/schema.ts';
import {
  type Answer,
  answered,
  blank,
  emptyResponse,
  notApplicable,
  type Response,
} from '../../src/response/response.ts';
import { checklistOf } from '../../src/scoring/checklist.ts';
import { sampleInstrument as instrument } from '../sampleInstrument.ts';

/** A response in which only question 1.1.1 is answered. */
function only(answers: Readonly<Record<string, Answer>>, of: Instrument = instrument): Response {
  const empty = emptyResponse(of);
  return { ...empty, items: new Map([...empty.items, ['1.1.1', new Map(Object.entries(answers))]]) };
}

describe('a question lacks', () => {
  const score = answered(1);
  const action = answered('Write a plan');
  const [lead, due] = [answered('Finance lead'), answered('2027-03-31')];
  test.each<[string | undefined, string, Readonly<Record<string, Answer>>]>([
    ['score', 'nothing was answered', {}],
    ['score', 'there is an action without a score', { action, lead, due }],
    [undefined, 'it is scored and nothing is to be done', { score }],
    ['reason', 'it is not applicable and nobody says why', { score: notApplicable }],
    [undefined, 'it is not applicable for a reason', { score: notApplicable, evidence: answered('None here') }],
    ['lead and date', 'nobody is to do it', { score, action }],
    ['lead', 'it has a date but no lead', { score, action, due }],
    ['date', 'it has a lead but no date', { score, action, lead }],
    [undefined, 'it has action, lead and date', { score, action, lead, due }],
    [undefined, 'a lead without an action asks for nothing', { score, lead, due: blank }],
  ])('%s when %s', (missing, _when, answers) => {
    expect(checklistOf(instrument, only(answers)).items[0]?.missing).toBe(missing);
  });
});

test('a section of entries is complete when as many rows as required have all their fields', () => {
  const entry = (answers: Readonly<Record<string, Answer>>): Response => ({
    ...emptyResponse(instrument),
    entries: new Map([['participants', [{ entry: 2, answers: new Map(Object.entries(answers)) }]]]),
  });
  const missing = (response: Response): string | undefined => checklistOf(instrument, response).entries[0]?.missing;
  expect(missing(emptyResponse(instrument))).toBe('rows');
  expect(missing(entry({ name: answered('Sample person'), role: blank }))).toBe('rest of rows');
  expect(missing(entry({ name: answered('Sample person'), role: answered('Chair') }))).toBe(undefined);
});

test('a row that is begun keeps a section open, however many others are complete', () => {
  const whole = new Map([
    ['name', answered('Sample person')],
    ['role', answered('Chair')],
  ]);
  const begun = new Map([['role', answered('Clerk')]]);
  const entries = [whole, whole, begun].map((answers, index) => ({ entry: index + 1, answers }));
  const response: Response = { ...emptyResponse(instrument), entries: new Map([['participants', entries]]) };
  expect(checklistOf(instrument, response).entries[0]?.missing).toBe('rest of rows');
});

test('what is open is counted over questions and sections of entries', () => {
  expect(checklistOf(instrument, emptyResponse(instrument)).open).toBe(6);
  expect(checklistOf(instrument, only({ score: answered(3) })).open).toBe(5);
});
