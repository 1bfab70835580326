import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Instrument } from '../../src/instrument/model/schema.ts';
import { correctAnswer } from '../../src/operations/rounds/returns/correctAnswer.ts';
import { type Answer, answered, unreadable } from '../../src/response/response.ts';
import { exportFormats } from '../../src/rollup/export/formats.ts';
import { feedbackOf } from '../../src/rollup/feedback/feedback.ts';
import { feedbackPlan } from '../../src/rollup/feedback/writeFeedbackWorkbook.ts';
import { tidyRows } from '../../src/rollup/figures/tidyData.ts';
import { loadRollUp, type RollUp } from '../../src/rollup/load/rollUp.ts';
import { roundsNamed } from '../../src/rounds/round/roundStatus.ts';
import { ownAnswers } from '../ownAnswers.ts';
import { ownFields, withFields } from '../ownFields.ts';
import { typedCells } from '../responses.ts';
import { plannedTable } from '../rollup/planned.ts';
import { sampleInstrument } from '../sampleInstrument.ts';
import { responseWith } from '../tools/responseWith.ts';
import { type MemoryRound, openRound } from './memoryRound.ts';
import { refusedWith } from './refusedWith.ts';

/** 1.1.2 has a field of its own of each kind, and 2.1.2 the same budget. */
const instrument = withFields(sampleInstrument, { '1.1.2': Object.values(ownFields), '2.1.2': [ownFields.budget] });
const given: Readonly<Record<string, Answer>> = {
  '1.1.2 score': answered(2),
  '1.1.2 own-budget': answered(1250),
  '1.1.2 start': answered('2027-03-31'),
  '1.1.2 who': answered('The board'),
  '1.1.2 stage': answered('Begun'),
  '1.1.2 agreed': answered('No'),
  '1.1.2 paper': unreadable('see below'),
  '1.1.2 spread': answered('Home; School, or college'),
};

async function loaded({ context }: MemoryRound, by: Instrument): Promise<RollUp> {
  const [round] = await roundsNamed(context.register, '2026');
  if (round === undefined) throw new Error('There is no round');
  return loadRollUp(context.register, by, round);
}

let round: MemoryRound;
let rollUp: RollUp;
beforeAll(async () => {
  round = await openRound(instrument);
  await round.comeBack('X01', typedCells(instrument, responseWith(instrument, given)));
  rollUp = await loaded(round, instrument);
});
afterAll(() => round.close());

describe("fields of a question's own", () => {
  test('are exported for the questions that have them, and are in the dictionary', () => {
    const { begin, add, end } = exportFormats.json.data(rollUp);
    const bytes = Buffer.concat([...begin(), ...add(tidyRows(rollUp, 'partner')), ...end()]);
    const { rows, dictionary } = JSON.parse(bytes.toString('utf8'));
    const own = rows.filter(({ field }: { field: string }) => field in byKey);
    expect(own.map(({ question, field, answer, number }: Row) => [question, field, number ?? answer])).toEqual([
      ['1.1.2', 'own-budget', 1250],
      ['1.1.2', 'start', '2027-03-31'],
      ['1.1.2', 'who', 'The board'],
      ['1.1.2', 'stage', 'Begun'],
      ['1.1.2', 'agreed', 'No'],
      ['1.1.2', 'paper', 'see below'],
      ['1.1.2', 'spread', 'Home; School, or college'],
      ['2.1.2', 'own-budget', null],
    ]);
    const known = dictionary.field.map(({ name }: { name: string }) => name);
    expect(known).toEqual(expect.arrayContaining(['Needs: own-budget', 'Needs: spread', 'Supply: own-budget']));
    expect(known).not.toContain('Supply: spread');
  });

  test('are in the feedback with their numbers and choices', () => {
    const [feedback] = feedbackOf(rollUp);
    if (feedback === undefined) throw new Error('one partner returned');
    const plan = feedbackPlan(feedback, new Date('2027-01-04T09:00:00Z'));
    const own = (sheet: string) => plannedTable(plan, sheet).map((row) => row.slice(0, 5));
    expect(own('Numbers').slice(1)).toEqual([
      ['1.1.2', 'How good is 1.1.2?', 'Budget for this (£)', 1250, '[c]'],
      ['2.1.2', 'How good is 2.1.2?', 'Budget for this (£)', '[w]', 0],
    ]);
    const chosen = own('Choices').filter((row) => row[4] === 'Chosen');
    expect(chosen.map(([ref, , field, option]) => [ref, field, option])).toEqual([
      ['1.1.2', 'Stage', 'Begun'],
      ['1.1.2', 'Agreed', 'No'],
      ['1.1.2', 'Spread', 'Home'],
      ['1.1.2', 'Spread', 'School, or college'],
    ]);
  });

  test('are corrected by key or heading, in the questions that have them', async () => {
    const correct = (question: string, field: string, answer: string) =>
      correctAnswer(round.context, { id: 1, question, field, answer, reason: 'by telephone' });
    await correct('1.1.2', 'Budget for this', '£2,500');
    await correct('1.1.2', 'paper', 'https://paper.example');
    await correct('1.1.2', 'spread', '1; 3');
    await correct('2.1.2', 'own-budget', '10');
    expect(await refusedWith(() => correct('1.1.1', 'own-budget', '10'))).toBe('field.unknown');
    expect(await refusedWith(() => correct('2.1.2', 'spread', '1'))).toBe('field.unknown');
    expect(await refusedWith(() => correct('1.1.2', 'stage', 'Nearly done'))).toBe('answer.unusable');
    const [{ result } = { result: undefined }] = (await loaded(round, instrument)).partners;
    const own = (item: string) => Object.fromEntries(result?.response.items.get(item) ?? []);
    expect(own('1.1.2')).toMatchObject({
      'own-budget': answered(2500),
      paper: answered('https://paper.example'),
      stage: answered('Begun'),
    });
    expect(own('2.1.2')['own-budget']).toEqual(answered(10));
  });
});

test('what answers a question is corrected without its name, also if it is the own field of the question', async () => {
  const other = await openRound(ownAnswers);
  await other.comeBack('X01', typedCells(ownAnswers, responseWith(ownAnswers, { '1.1.1 agreed': answered('No') })));
  await correctAnswer(other.context, { id: 1, question: '1.1.1', answer: 'Yes', reason: 'by telephone' });
  await correctAnswer(other.context, { id: 1, question: '1.1.2', answer: '70', reason: 'by telephone' });
  const [{ result } = { result: undefined }] = (await loaded(other, ownAnswers)).partners;
  expect(result?.response.items.get('1.1.1')?.get('agreed')).toEqual(answered('Yes'));
  expect(result?.response.items.get('1.1.2')?.get('own-budget')).toEqual(answered(70));
  await other.close();
});

const byKey: Readonly<Record<string, unknown>> = Object.fromEntries(
  Object.values(ownFields).map((field) => [field.key, field]),
);

interface Row {
  readonly question: string;
  readonly field: string;
  readonly answer: string | null;
  readonly number: number | null;
}
