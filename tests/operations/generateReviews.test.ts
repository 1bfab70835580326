import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { RecordedFinding } from '../../src/finding/index.ts';
import { reviewInstrument, reviewKey } from '../../src/instrument/reviewInstrument.ts';
import { generateReviews, type ReviewRequest } from '../../src/operations/generateReviews.ts';
import { importReturns } from '../../src/operations/importReturns.ts';
import { mailRounds } from '../../src/operations/mail/mailRounds.ts';
import { checkRegister } from '../../src/operations/register/checkRegister.ts';
import { reportStatus } from '../../src/operations/reportStatus.ts';
import { rollUp as rollUpRound } from '../../src/operations/rollUp.ts';
import { closeRound } from '../../src/operations/rounds/changes/closeRound.ts';
import { deleteRound } from '../../src/operations/rounds/changes/deleteRound.ts';
import { recordSent } from '../../src/operations/rounds/changes/recordSent.ts';
import { renameRound } from '../../src/operations/rounds/changes/renameRound.ts';
import { bringBackPartner, withdrawPartner } from '../../src/operations/rounds/changes/withdrawPartner.ts';
import { roundsInUse } from '../../src/operations/rounds/roundsInUse.ts';
import { updateRound } from '../../src/operations/rounds/tracker/updateRound.ts';
import { writeFeedback } from '../../src/operations/writeFeedback.ts';
import { feedbackOf } from '../../src/rollup/feedback/feedback.ts';
import { feedbackPlan } from '../../src/rollup/feedback/writeFeedbackWorkbook.ts';
import { loadRollUp, type RollUp } from '../../src/rollup/load/rollUp.ts';
import { rollUpPlan } from '../../src/rollup/writeRollUp.ts';
import { trackerPlan } from '../../src/rollup/writeTracker.ts';
import { roundsNamed } from '../../src/rounds/round/roundStatus.ts';
import { layoutOf } from '../../src/workbook/layout/layoutOf.ts';
import { editedTracker } from '../rollup/editedTracker.ts';
import { plannedTable } from '../rollup/planned.ts';
import { ofTwoScales } from '../ruledInstruments.ts';
import { sampleInstrument } from '../sampleInstrument.ts';
import { fillIn } from '../tools/fillIn.ts';
import { type MemoryFolder, type MemoryRound, memoryFolder, openRound } from './memoryRound.ts';
import { refusedWith } from './refusedWith.ts';
import { reviewedFile, type Said } from './reviewedFile.ts';

const due = new Date('2027-01-29T17:00:00Z');
const reviewing = reviewInstrument(sampleInstrument);
const [first] = layoutOf(sampleInstrument).items;

let round: MemoryRound;
let folder: MemoryFolder;
beforeEach(async () => {
  round = await openRound();
  folder = memoryFolder();
  await round.comeBack('X01', round.complete(2));
  await round.comeBack('X02', round.complete(3));
});
afterEach(() => round.close());

const generate = (changes: Partial<ReviewRequest> = {}) =>
  generateReviews(round.context, { round: '2026', due, ...changes }, folder);

/** The workbook on a partner comes back, with what the assessor says in it. */
async function comeBack(partner: string, said: Said, edit = (bytes: Uint8Array): Uint8Array => bytes) {
  const name = `sample-review_2026_${partner}.xlsx`;
  const bytes = edit(reviewedFile(folder.files.get(name), said));
  const found: RecordedFinding[] = [];
  const { files } = await importReturns(
    round.context,
    { files: [{ path: name, name, read: () => bytes }] },
    ({ imported: { findings } }) => void found.push(...findings),
  );
  return { statuses: files.map(({ status }) => status), found: found.map(({ code, place }) => [code, place.cell]) };
}

const assessor: Said = {
  'assessors 1 name': 'Sample assessor',
  'assessors 1 role': 'Peer',
  'assessors 1 organisation': 'B',
};
const opinion: Said = {
  ...assessor,
  '1.1.1 score': 1,
  '1.1.1 quality': 'Weak',
  '1.1.1 recommendation': 'Date the assessment.',
  '1.1.2 score': 3,
  '1.2.1 score': 2,
};

async function rollUp(): Promise<RollUp> {
  const [own] = await roundsInUse(round.context, { round: '2026' });
  if (own === undefined) throw new Error('There is no round');
  return loadRollUp(round.context.register, own.instrument, own.round);
}

describe('workbooks for assessors', () => {
  test('are written for partners that have returned, with their answers', async () => {
    const { files, instrument } = await generate();
    expect(instrument).toBe('sample-review');
    expect(files).toEqual([
      { partner: 'X01', outcome: 'written', file: 'folder/sample-review_2026_X01.xlsx' },
      { partner: 'X02', outcome: 'written', file: 'folder/sample-review_2026_X02.xlsx' },
      { partner: 'X03', outcome: 'no-return' },
    ]);
    expect((await generate()).files.map(({ outcome }) => outcome)).toEqual(['unchanged', 'unchanged', 'no-return']);
  });

  test('are written again where other answers count by now', async () => {
    await generate();
    await round.comeBack('X01', round.complete(3));
    expect((await generate()).files.map(({ outcome }) => outcome)).toEqual(['replaced', 'unchanged', 'no-return']);
  });

  test('need a deadline once', async () => {
    expect(await refusedWith(() => generate({ due: undefined }))).toBe('round.new');
    await generate({ partner: ['X01'] });
    expect((await generate({ due: undefined, partner: ['X02'] })).due).toEqual(due);
  });

  test('are refused for a partner that is not there, and for a review of a review', async () => {
    expect(await refusedWith(() => generate({ partner: ['X99'] }))).toBe('partner.unknown');
    await generate();
    expect(await refusedWith(() => generate({ instrument: 'sample-review' }))).toBe('instrument.not-reviewed');
  });

  test('keep their deadline and return address unless a change is asked for', async () => {
    await generate({ returnTo: 'reviews@region.example' });
    const later = { due: new Date('2027-02-26T17:00:00Z') };
    const other = { returnTo: 'others@region.example' };
    expect(await refusedWith(() => generate(later))).toBe('deadline.not-to-be-changed');
    expect(await refusedWith(() => generate(other))).toBe('round.not-to-be-changed');
    expect((await generate({ ...later, ...other, changeDue: true, changeReturnTo: true })).due).toEqual(later.due);
  });

  test('are refused with an address for returns that is none', async () => {
    expect(await refusedWith(() => generate({ returnTo: 'the office' }))).toBe('text.unusable');
  });

  test('are refused where the answers are about individual people', async () => {
    await round.close();
    round = await openRound({ ...sampleInstrument, aboutPeople: true });
    expect(await refusedWith(() => generate())).toBe('instrument.not-reviewed');
  });

  test('are written after the round was closed, until they are closed themselves', async () => {
    const closed = { round: '2026', reason: 'the board has met' };
    await closeRound(round.context, closed);
    expect((await generate()).files.map(({ outcome }) => outcome)).toEqual(['written', 'written', 'no-return']);
    await closeRound(round.context, { ...closed, instrument: 'sample-review' });
    await expect(generate()).rejects.toThrow('with "round reopen 2026 --instrument sample-review".');
  });

  test('are no self-assessments: commands on the round leave them alone unless they are named', async () => {
    await generate();
    const keys = async (instrument?: string) => {
      const request = instrument === undefined ? { round: '2026' } : { round: '2026', instrument };
      return (await roundsInUse(round.context, request)).map((one) => one.instrument.key);
    };
    expect(await keys()).toEqual(['sample']);
    expect(await keys('sample-review')).toEqual(['sample-review']);
  });
});

describe('a review that comes back', () => {
  beforeEach(async () => {
    await generate();
  });

  test('is read without a doubt', async () => {
    expect(await comeBack('X01', opinion)).toEqual({ statuses: ['accepted'], found: [] });
  });

  test('is beside the self-scores in the roll-up, and counts in none of its figures', async () => {
    const before = await rollUp();
    await comeBack('X01', opinion);
    const after = await rollUp();
    const [plan, without] = [rollUpPlan(after, due), rollUpPlan(before, due)];
    expect(plannedTable(plan, 'Second opinions').slice(1)).toEqual([
      ['North', 'X01', 'Ashmere PCT', 'Amber', 'Not scored', 3, 1, 1, 1, 0, 0],
    ]);
    expect(plannedTable(plan, 'Second opinion by question').slice(1)).toEqual([
      ['X01', 'Ashmere PCT', '1.1.1', expect.any(String), 2, 1, -1, '[w]', 'Weak', 'Date the assessment.', '[w]'],
      ['X01', 'Ashmere PCT', '1.1.2', expect.any(String), 2, 3, 1, '[w]', '[w]', '[w]', '[w]'],
      ['X01', 'Ashmere PCT', '1.2.1', expect.any(String), 2, 2, 0, '[w]', '[w]', '[w]', '[w]'],
    ]);
    for (const name of ['Summary', 'Questions', 'Returns', 'Data']) {
      expect(plannedTable(plan, name)).toEqual(plannedTable(without, name));
    }
    expect(plannedTable(plan, 'Notes').map(([topic]) => topic)).toContain('Second opinions');
    expect(plannedTable(without, 'Notes').map(([topic]) => topic)).not.toContain('Second opinions');
  });

  test('may be returned again with the level that was agreed', async () => {
    await comeBack('X01', opinion);
    const again = await comeBack('X01', { ...opinion, '1.1.1 agreed': 1, '1.1.2 agreed': 'N/A' });
    expect(again.statuses).toEqual(['accepted']);
    const [, first, second] = plannedTable(rollUpPlan(await rollUp(), due), 'Second opinion by question');
    expect([first?.slice(4, 8), second?.[7]]).toEqual([[2, 1, -1, 1], '[z]']);
  });

  test.each(['1', 'Weak', '1 Weak', 'Level 1'])('may say the agreed level as %j, as every level', async (typed) => {
    await comeBack('X01', { ...opinion, '1.1.1 agreed': typed });
    const [, first] = plannedTable(rollUpPlan(await rollUp(), due), 'Second opinion by question');
    expect(first?.[7]).toBe(1);
  });

  test('is in the feedback of its partner, and of no other', async () => {
    await comeBack('X01', opinion);
    const [own, other] = feedbackOf(await rollUp()).map((feedback) => feedbackPlan(feedback, due));
    if (own === undefined || other === undefined) throw new Error('There is no feedback');
    expect(plannedTable(own, 'Second opinion')[1]).toEqual([
      ...['1.1.1', expect.any(String), 2, 1, -1, '[w]', 'Weak', 'Date the assessment.', '[w]'],
    ]);
    expect(other.sheets.map(({ name }) => name)).not.toContain('Second opinion');
  });

  test('says so where something was typed over what the partner answered', async () => {
    const layout = layoutOf(reviewing, { lastRound: true });
    const [sheet] = layout.items;
    const column = (what: string) => sheet?.columns.find(({ content }) => content.is === what)?.column ?? 0;
    const row = sheet?.rows[0]?.row ?? 0;
    const over = [
      { sheet: sheet?.name ?? '', row, column: column('lastRound'), value: 1 },
      { sheet: sheet?.name ?? '', row, column: column('lastEvidence'), value: 'Not seen' },
    ];
    const { found } = await comeBack('X01', opinion, (bytes) => fillIn(bytes, over));
    expect(found.filter(([code]) => code === 'sheet.not-read')).toHaveLength(2);
  });

  test('asks by the scale of each section, and counts as the scorecard does', async () => {
    await round.close();
    const instrument = ofTwoScales();
    round = await openRound(instrument);
    folder = memoryFolder();
    await round.comeBack('X01', round.complete(2));
    await generate();
    const name = `${reviewKey(instrument.key)}_2026_X01.xlsx`;
    const said = { ...assessor, '1.1.1 score': 3, '2.1.1 score': 'Yes', '2.1.1 agreed': 'Yes', '2.1.2 score': 'No' };
    const bytes = reviewedFile(folder.files.get(name), said, instrument);
    await importReturns(round.context, { files: [{ path: name, name, read: () => bytes }] });
    const [, ...rows] = plannedTable(rollUpPlan(await rollUp(), due), 'Second opinion by question');
    expect(rows.map((row) => [row[2], row[5], row[7]])).toEqual([
      ['1.1.1', 3, '[w]'],
      ['2.1.1', 3, 3],
      ['2.1.2', 1, '[w]'],
    ]);
  });

  test('is about the partner for which it was written, whatever its file is called', async () => {
    await comeBack('X01', opinion, () => {
      const typed = [{ sheet: layoutOf(reviewing).items[0]?.name ?? '', row: 5, column: 3, value: 3 }];
      return fillIn(folder.files.get('sample-review_2026_X02.xlsx') ?? new Uint8Array(), typed);
    });
    const [, ...rows] = plannedTable(rollUpPlan(await rollUp(), due), 'Second opinion by question');
    expect(rows.map(([code, , ref, , self, level]) => [code, ref, self, level])).toEqual([['X02', '1.1.1', 3, 3]]);
  });

  test('counts no level that could not be read', async () => {
    await comeBack('X01', { ...opinion, '1.1.2 score': 'about 2' });
    const [, row] = plannedTable(rollUpPlan(await rollUp(), due), 'Second opinions');
    expect(row?.slice(5)).toEqual([2, 0, 1, 1, 0, 0]);
    const [, , unread] = plannedTable(rollUpPlan(await rollUp(), due), 'Second opinion by question');
    expect(unread?.slice(4, 7)).toEqual([2, '[w]', '[w]']);
  });

  test('leaves the round with its partner, and comes back with it', async () => {
    const change = { round: '2026', partner: ['X01'], reason: 'Closed' };
    await withdrawPartner(round.context, change);
    const partnersIn = async (instrument: string) => {
      const { trackers } = await reportStatus(round.context, { round: '2026', instrument });
      return trackers.flatMap(({ partners }) => partners.map(({ partner }) => partner.code));
    };
    expect([await partnersIn('sample'), await partnersIn('sample-review')]).toEqual([['X02', 'X03'], ['X02']]);
    await bringBackPartner(round.context, change);
    expect(await partnersIn('sample-review')).toEqual(['X01', 'X02']);
  });

  test('is complete without a level where its partner answered nothing', async () => {
    const blankRow = round.complete(2).filter(({ row, sheet }) => sheet !== first?.name || row !== first.rows[1]?.row);
    await round.comeBack('X01', blankRow);
    await generate();
    const all = Object.fromEntries(['1.1.1', '1.2.1', '2.1.1', '2.1.2'].map((key) => [`${key} score`, 2]));
    expect(await comeBack('X01', { ...assessor, ...all, '1.1.2 recommendation': 'Answer it.' })).toEqual({
      statuses: ['accepted'],
      found: [],
    });
    const { trackers } = await reportStatus(round.context, { round: '2026', instrument: 'sample-review' });
    const [own] = trackers.flatMap(({ partners }) => partners);
    expect([own?.step, own?.counting?.coverage, own?.counted?.checklist.open]).toEqual(['None: complete', 1, 0]);
    const [, row] = plannedTable(rollUpPlan(await rollUp(), due), 'Second opinions');
    expect(row?.slice(4, 6)).toEqual(['Amber', 4]);
    const byQuestion = plannedTable(rollUpPlan(await rollUp(), due), 'Second opinion by question');
    expect(byQuestion.find(([, , key]) => key === '1.1.2')?.slice(4, 10)).toEqual([
      ...['[w]', '[w]', '[w]', '[w]', '[w]', 'Answer it.'],
    ]);
    expect(await checkRegister(round.context)).toEqual([]);
  });

  test('is given to an assessor by hand, which can be recorded', async () => {
    const steps = async () => {
      const { trackers } = await reportStatus(round.context, { round: '2026', instrument: 'sample-review' });
      return trackers.flatMap(({ partners }) => partners.map(({ step }) => step));
    };
    expect(await steps()).toEqual(['Give the workbook to the assessor', 'Give the workbook to the assessor']);
    round.clock.now = new Date('2026-12-01T09:00:00Z');
    await recordSent(round.context, {
      ...{ round: '2026', instrument: 'sample-review', partner: ['X01'] },
      ...{ at: round.clock.now, reason: 'Given to the peers of X02' },
    });
    expect(await steps()).toEqual(['Await the review', 'Give the workbook to the assessor']);
  });

  test('has a tracker that is read back', async () => {
    const { trackers } = await reportStatus(round.context, { round: '2026', instrument: 'sample-review' });
    const bytes = await editedTracker(trackerPlan(trackers, round.clock.now), ({ put }) => put('X01', 'Contact', 'Jo'));
    const { changes, findings } = await updateRound(round.context, {
      ...{ bytes, file: 'tracker.xlsx', reason: 'They rang', confirm: true },
    });
    expect([changes.length, findings]).toEqual([1, []]);
  });

  test('is no self-assessment to roll up, compare or write e-mails about', async () => {
    const request = { round: '2026', instrument: 'sample-review' };
    expect(await refusedWith(() => rollUpRound(round.context, request))).toBe('instrument.is-review');
    const save = () => {
      throw new Error('Nothing is saved');
    };
    expect(await refusedWith(() => writeFeedback(round.context, request, save))).toBe('instrument.is-review');
    expect(await refusedWith(() => mailRounds(round.context, request, {}))).toBe('instrument.is-review');
  });

  test('can be deleted while nothing came back, and alone', async () => {
    const { rounds } = await deleteRound(round.context, { round: '2026', instrument: 'sample-review' });
    expect(rounds.map(({ instrument }) => instrument)).toEqual(['sample-review']);
  });

  test('that says nothing is on no sheet', async () => {
    await comeBack('X01', assessor);
    expect(rollUpPlan(await rollUp(), due).sheets.map(({ name }) => name)).not.toContain('Second opinions');
  });

  test('comes back under an earlier name of its round without a doubt, and the register is as it was', async () => {
    await renameRound(round.context, { round: '2026', name: 'Year 1', reason: 'A better name' });
    expect(await comeBack('X01', opinion)).toEqual({ statuses: ['accepted'], found: [] });
    expect(await checkRegister(round.context)).toEqual([]);
  });

  test('stays with its round when that is renamed, and keeps it from being deleted', async () => {
    await renameRound(round.context, { round: '2026', name: 'Year 1', reason: 'A better name' });
    expect((await roundsNamed(round.context.register, 'Year 1')).map(({ instrument }) => instrument)).toEqual([
      'sample',
      'sample-review',
    ]);
    expect(await refusedWith(() => deleteRound(round.context, { round: 'Year 1' }))).toBe('round.has-returns');
  });
});
