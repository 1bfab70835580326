import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { reviewInstrument } from '../../../src/instrument/reviewInstrument.ts';
import { correctReturns } from '../../../src/operations/correctReturns.ts';
import { generateReviews } from '../../../src/operations/generateReviews.ts';
import { importReturns } from '../../../src/operations/importReturns.ts';
import { reportStatus } from '../../../src/operations/reportStatus.ts';
import { rollUp as rollUpRound } from '../../../src/operations/rollUp.ts';
import { renameRound } from '../../../src/operations/rounds/changes/renameRound.ts';
import { undoChanges } from '../../../src/operations/rounds/changes/undoChanges.ts';
import { correctAnswer } from '../../../src/operations/rounds/returns/correctAnswer.ts';
import { roundsInUse } from '../../../src/operations/rounds/roundsInUse.ts';
import { writeFeedback } from '../../../src/operations/writeFeedback.ts';
import { type Answer, answerOf, typedValue } from '../../../src/response/response.ts';
import { feedbackOf } from '../../../src/rollup/feedback/feedback.ts';
import { feedbackPlan } from '../../../src/rollup/feedback/writeFeedbackWorkbook.ts';
import { loadRollUp } from '../../../src/rollup/load/rollUp.ts';
import { rollUpPlan } from '../../../src/rollup/writeRollUp.ts';
import { readPackage } from '../../../src/spreadsheet/read/readPackage.ts';
import { readResponse } from '../../../src/workbook/read/readResponse.ts';
import { type MemoryFolder, type MemoryRound, memoryFolder, openRound } from '../../operations/memoryRound.ts';
import { reviewedFile, type Said } from '../../operations/reviewedFile.ts';
import { plannedTable } from '../../rollup/planned.ts';
import { sampleInstrument } from '../../sampleInstrument.ts';

const due = new Date('2027-01-29T17:00:00Z');
const reviewing = reviewInstrument(sampleInstrument);
const workbook = 'sample-review_2026_X01.xlsx';

let round: MemoryRound;
let folder: MemoryFolder;
beforeEach(async () => {
  round = await openRound();
  folder = memoryFolder();
  await round.comeBack('X01', round.complete(2));
  await round.comeBack('X02', round.complete(3));
  await generate();
});
afterEach(() => round.close());

const generate = (into = folder) =>
  generateReviews(round.context, { round: '2026', due, partner: ['X01', 'X02'] }, into);

const opinion: Said = {
  'assessors 1 name': 'Sample assessor',
  'assessors 1 role': 'Peer',
  'assessors 1 organisation': 'B',
  '1.1.1 score': 1,
  '1.1.1 quality': 'Weak',
  '1.1.1 recommendation': 'Date the assessment.',
  '1.1.2 score': 3,
  '1.1.2 quality': 'Strong',
  '1.1.2 recommendation': 'Go on.',
  '1.1.2 agreed': 3,
};

async function reviewed(said = opinion, bytes = folder.files.get(workbook)) {
  const file = reviewedFile(bytes, said);
  const { files } = await importReturns(round.context, {
    files: [{ path: workbook, name: workbook, read: () => file }],
  });
  expect(files.map(({ status }) => status)).toEqual(['accepted']);
}

const correct = (answer: string, field = 'score') =>
  correctAnswer(round.context, { id: 1, question: '1.1.1', field, answer, reason: 'They rang' });

async function rollUp() {
  const [own] = await roundsInUse(round.context, { round: '2026' });
  if (own === undefined) throw new Error('There is no round');
  return loadRollUp(round.context.register, own.instrument, own.round);
}

const byQuestion = async () =>
  plannedTable(rollUpPlan(await rollUp(), due), 'Second opinion by question')
    .slice(1)
    .map((row) => [row[2], row[4], row[5], row.at(-1)]);

const outOfDate = async (instrument = 'sample') =>
  [...((await reportStatus(round.context, { round: '2026', instrument })).findings.get(instrument) ?? [])].map(
    ({ code, facts }) => [code, facts],
  );

/** What a workbook says on a question. */
function written(question: string, bytes = folder.files.get(workbook)): Record<string, unknown> {
  const { response } = readResponse(readPackage(bytes ?? new Uint8Array()), reviewing);
  const said = (answer: Answer) => typedValue(answer) ?? answer.state;
  return Object.fromEntries(
    ['score', 'quality', 'recommendation', 'agreed'].map((key) => [key, said(answerOf(response, question, key))]),
  );
}

const blankRow = { score: 'blank', quality: 'blank', recommendation: 'blank', agreed: 'blank' };
const secondRow = { score: 3, quality: 'Strong', recommendation: 'Go on.', agreed: 3 };

describe('an answer that changed after the review was issued', () => {
  test('is marked beside the level that the assessor gave to the earlier one', async () => {
    await reviewed();
    await correct('3');
    expect(await byQuestion()).toEqual([
      ['1.1.1', 3, 1, 'The level was 2 when the review was issued, and is 3 now.'],
      ['1.1.2', 2, 3, '[w]'],
    ]);
    const [, row] = plannedTable(rollUpPlan(await rollUp(), due), 'Second opinions');
    expect(row?.at(-1)).toBe(1);
    expect(plannedTable(rollUpPlan(await rollUp(), due), 'Notes')).toContainEqual([
      'Second opinions on earlier answers',
      'X01 Ashmere PCT: the assessor saw other answers than those that count now. 1.1.1 (level was 2, is 3).',
    ]);
  });

  test('may have come with a newer return, also before the review came back', async () => {
    await round.comeBack('X01', round.complete(3));
    await reviewed();
    expect((await byQuestion()).map(([, self, , change]) => [self, change])).toEqual([
      [3, expect.stringContaining('The level was 2 when the review was issued, and is 3 now.')],
      [3, expect.stringContaining('The level was 2 when the review was issued, and is 3 now.')],
    ]);
  });

  test('may be only its evidence, or no level any more', async () => {
    await reviewed();
    await correct('A survey of all schools.', 'evidence');
    expect((await byQuestion())[0]?.at(-1)).toBe('The evidence has changed since the review was issued.');
    await correctAnswer(round.context, { id: 1, question: '1.1.1', answer: undefined, reason: 'They rang' });
    expect((await byQuestion())[0]?.at(-1)).toBe(
      'The level was 2 when the review was issued, and is not answered now. The evidence has changed since the review was issued.',
    );
  });

  test('is none where it was corrected back, and where only the round has another name', async () => {
    await reviewed();
    const { changes } = await correct('3');
    await undoChanges(
      round.context,
      changes.map(({ id }) => id),
      'They rang again',
    );
    expect((await byQuestion())[0]?.at(-1)).toBe('[w]');
    await renameRound(round.context, { round: '2026', name: 'Year 1', reason: 'A better name' });
    const { findings } = await reportStatus(round.context, { round: 'Year 1' });
    expect([...findings.values()].flat()).toEqual([]);
  });

  test('is marked in the feedback of its partner', async () => {
    await reviewed();
    await correct('3');
    const [own] = feedbackOf(await rollUp()).map((feedback) => feedbackPlan(feedback, due));
    if (own === undefined) throw new Error('There is no feedback');
    expect(plannedTable(own, 'Second opinion')[1]?.at(-1)).toBe(
      'The level was 2 when the review was issued, and is 3 now.',
    );
  });

  test('makes the review out of date, as status, roll-up and feedback report', async () => {
    await reviewed();
    expect(await outOfDate()).toEqual([]);
    await correct('3');
    const facts = {
      ...{ code: 'X01', partner: 'Ashmere PCT', round: '2026', returned: 3, isRenewed: false },
      questions: ['1.1.1 (level was 2, is 3)'],
    };
    expect(await outOfDate()).toEqual([['round.review-outdated', facts]]);
    expect(await outOfDate('sample-review')).toEqual([['round.review-outdated', facts]]);
    const { findings } = await rollUpRound(round.context, { round: '2026' });
    expect(findings.map(({ code }) => code)).toEqual(['round.review-outdated']);
    const save = () => ({ file: '', outcome: 'written' as const, findings: [] });
    const feedback = await writeFeedback(round.context, { round: '2026', partner: ['X02'] }, save);
    expect(feedback.findings.map(({ code }) => code)).not.toContain('round.review-outdated');
    await generate();
    expect(await outOfDate()).toEqual([['round.review-outdated', { ...facts, isRenewed: true }]]);
    await reviewed({ '1.1.1 score': 3 });
    expect(await outOfDate()).toEqual([]);
    expect(await byQuestion()).toEqual([
      ['1.1.1', 3, 3, '[w]'],
      ['1.1.2', 2, 3, '[w]'],
    ]);
  });

  test('makes the workbook out of date that is still with the assessor', async () => {
    await correct('3');
    expect(await outOfDate()).toMatchObject([['round.review-outdated', { code: 'X01', returned: null }]]);
    await generate();
    expect(await outOfDate()).toEqual([]);
  });
});

describe('a review workbook that is written again', () => {
  test('has what the assessor wrote, where the partner answers the same', async () => {
    await reviewed();
    await correct('3');
    const { files } = await generate();
    expect(files).toMatchObject([
      { partner: 'X01', outcome: 'replaced', carried: { from: 3, open: [{ item: '1.1.1' }] } },
      { partner: 'X02', outcome: 'unchanged' },
    ]);
    expect([written('1.1.1'), written('1.1.2')]).toEqual([blankRow, secondRow]);
    const { response } = readResponse(readPackage(folder.files.get(workbook) ?? new Uint8Array()), reviewing);
    expect(response.entries.get('assessors')).toHaveLength(1);
    expect((await generate()).files.map(({ outcome }) => outcome)).toEqual(['unchanged', 'unchanged']);
  });

  test('has all of it where nothing changed', async () => {
    await reviewed();
    const other = memoryFolder();
    await generate(other);
    expect(written('1.1.1', other.files.get(workbook))).toMatchObject({ score: 1, quality: 'Weak' });
    expect(written('1.1.2', other.files.get(workbook))).toEqual(secondRow);
  });

  test('to be corrected leaves open what changed, too', async () => {
    await reviewed({ ...opinion, '1.1.2 quality': 'quite good' });
    await correct('3');
    await correctReturns(round.context, { round: '2026', instrument: 'sample-review', partner: ['X01'] }, folder);
    const correction = folder.files.get('sample-review_2026_X01_correction.xlsx');
    expect(written('1.1.1', correction)).toEqual(blankRow);
    expect(written('1.1.2', correction)).toMatchObject({ score: 3, quality: 'quite good' });
  });
});
