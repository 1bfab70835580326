import { describe, expect, test } from 'vitest';
import { defineInstrument } from '../../../src/instrument/defineInstrument.ts';
import type { Instrument } from '../../../src/instrument/model/schema.ts';
import {
  type Answer,
  answered,
  blank,
  emptyResponse,
  notApplicable,
  type Response,
  unreadable,
} from '../../../src/response/response.ts';
import { answeredQuestions, returnCoverage } from '../../../src/scoring/answeredQuestions.ts';
import { checklistOf } from '../../../src/scoring/plans/checklist.ts';
import type { UnmetRequirement } from '../../../src/scoring/plans/unmetRequirement.ts';
import { english } from '../../../src/words/english/english.ts';
import { toDoText } from '../../../src/workbook/checklist/toDo.ts';
import { sampleInstrument as instrument, sampleDefinition } from '../../sampleInstrument.ts';

/** A response in which only question 1.1.1 is answered. */
function only(answers: Readonly<Record<string, Answer>>, of: Instrument = instrument): Response {
  const empty = emptyResponse(of);
  return { ...empty, items: new Map([...empty.items, ['1.1.1', new Map(Object.entries(answers))]]) };
}

/** What the checklist asks for first. */
const asked = (check: { readonly unmet: readonly UnmetRequirement[] } | undefined): string | undefined =>
  check?.unmet.slice(0, 1).map(({ requirement }) => toDoText({ words: english, instrument }, requirement))[0];

describe('a question lacks', () => {
  const score = answered(1);
  const action = answered('Write a plan');
  const [lead, due] = [answered('Finance lead'), answered('2027-03-31')];
  test.each<[string | undefined, string, Readonly<Record<string, Answer>>]>([
    ['Choose an answer', 'nothing was answered', {}],
    ['Choose an answer', 'there is an action without a score', { action, lead, due }],
    ['Choose an answer', 'what was typed is no level', { score: unreadable('7') }],
    [undefined, 'it is scored and nothing is to be done', { score }],
    ['Give the reason', 'it is not applicable and nobody says why', { score: notApplicable }],
    [undefined, 'it is not applicable for a reason', { score: notApplicable, evidence: answered('None here') }],
    ['Name a lead and give a date', 'nobody is to do it', { score, action }],
    ['Name a lead', 'it has a date but no lead', { score, action, due }],
    ['Give a date', 'it has a lead but no date', { score, action, lead }],
    ['Enter a date: By when', 'the date cannot be read', { score, due: unreadable('end of March') }],
    [undefined, 'it has action, lead and date', { score, action, lead, due }],
    [undefined, 'a lead without an action asks for nothing', { score, lead, due: blank }],
  ])('%s when %s', (missing, _when, answers) => {
    expect(asked(checklistOf(instrument, only(answers)).items[0])).toBe(missing);
  });
});

describe('a question without a score', () => {
  const asking = defineInstrument({
    ...sampleDefinition,
    sections: sampleDefinition.sections.map((section) =>
      section.key === '2' && section.shape === 'items'
        ? {
            ...section,
            fields: [
              { kind: 'text', key: 'evidence', heading: 'Evidence', prompt: 'What shows it.', purpose: 'evidence' },
              { kind: 'text', key: 'how', heading: 'How', prompt: 'How is it done?' },
            ],
            activities: section.activities.map((activity) => ({
              ...activity,
              items: activity.items.map((item) => ({ ...item, criteria: [] })),
            })),
          }
        : section,
    ),
  });
  const response = (answers: Readonly<Record<string, Answer>>): Response => {
    const empty = emptyResponse(asking);
    return { ...empty, items: new Map([...empty.items, ['2.1.1', new Map(Object.entries(answers))]]) };
  };

  test('is answered by the field that is for nothing else', () => {
    const missing = (answers: Readonly<Record<string, Answer>>): string | undefined =>
      asked(checklistOf(asking, response(answers)).items.find(({ item }) => item.key === '2.1.1'));
    expect(missing({ evidence: answered('Minutes') })).toBe('Fill in: How');
    expect(missing({ how: answered('By hand') })).toBe(undefined);
  });

  test('counts as every other', () => {
    expect(answeredQuestions(asking, response({}))).toEqual({ answered: 0, notApplicable: 0, unanswered: 5 });
    expect(answeredQuestions(asking, response({ how: answered('By hand') })).answered).toBe(1);
    expect(returnCoverage(asking, response({ how: answered('By hand') }))).toBe(0.2);
  });
});

describe('a section of entries', () => {
  const participants = (...rows: readonly Readonly<Record<string, Answer>>[]): Response => ({
    ...emptyResponse(instrument),
    entries: new Map([
      ['participants', rows.map((row, index) => ({ entry: index + 1, answers: new Map(Object.entries(row)) }))],
    ]),
  });
  const whole = { name: answered('Sample person'), role: answered('Chair') };

  test('needs as many rows as are required', () => {
    const [check] = checklistOf(instrument, emptyResponse(instrument)).entries;
    expect(check).toMatchObject({ tooFew: true, rows: [] });
    expect(checklistOf(instrument, participants(whole)).entries).toMatchObject([{ tooFew: false, rows: [] }]);
  });

  test('has a row open that is begun, however many others are complete', () => {
    const [check] = checklistOf(instrument, participants(whole, whole, { role: answered('Clerk') })).entries;
    expect(check?.tooFew).toBe(false);
    expect(check?.rows.map((row) => [row.entry, asked(row)])).toEqual([[3, 'Fill in: Name']]);
  });

  test('lacks what has to be among its rows', () => {
    const demanding = defineInstrument({
      ...sampleDefinition,
      sections: sampleDefinition.sections.map((section) =>
        section.shape === 'entries'
          ? { ...section, mustInclude: ['Chair', 'Clerk'].map((role) => ({ field: 'role', is: [role] })) }
          : section,
      ),
    });
    const { open, entries } = checklistOf(demanding, participants(whole));
    expect(entries[0]?.lacking).toEqual([{ field: 'role', is: ['Clerk'] }]);
    expect(open).toBe(6);
  });
});

test('what is open is counted over questions, rows, and what sections of entries lack', () => {
  expect(checklistOf(instrument, emptyResponse(instrument)).open).toBe(6);
  expect(checklistOf(instrument, only({ score: answered(3) })).open).toBe(5);
});
