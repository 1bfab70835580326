import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type RemindRequest, remind } from '../../src/operations/remind.ts';
import { closeRound } from '../../src/operations/rounds/changes/closeRound.ts';
import { extendDeadline } from '../../src/operations/rounds/changes/extendDeadline.ts';
import { onlyRound } from '../../src/operations/rounds/roundsInUse.ts';
import { sampleInstrument } from '../sampleInstrument.ts';
import { draftingTo } from './mail/drafting.ts';
import { type MemoryFolder, type MemoryRound, memoryFolder, openRound, withSlip } from './memoryRound.ts';
import { refusedWith } from './refusedWith.ts';

let round: MemoryRound;
let drafts: MemoryFolder;
let corrections: MemoryFolder;
beforeEach(async () => {
  round = await openRound();
  drafts = memoryFolder();
  corrections = memoryFolder();
});
afterEach(() => round.close());

const reminded = (changes: Partial<RemindRequest> = {}) =>
  remind(round.context, { round: '2026', ...changes }, draftingTo(drafts), corrections);

describe('a reminder', () => {
  test('goes to each partner who is not done', async () => {
    await round.comeBack('X01', round.complete(3));
    await round.comeBack('X02', round.complete(3).slice(0, 5));
    const { messages, findings } = await reminded();
    expect(messages.map(({ partner, file }) => [partner, file])).toEqual([
      ['X02', 'folder/sample_2026_X02_reminder_2026-11-20.eml'],
      ['X03', 'folder/sample_2026_X03_reminder_2026-11-20.eml'],
    ]);
    expect(findings).toEqual([]);
    expect(corrections.files.size).toBe(0);
  });

  test('has a workbook to correct where something was wrong', async () => {
    await round.comeBack('X01', withSlip(round.complete(3)));
    const { first } = await reminded({ partner: ['X01'] });
    expect(first?.attachment).toBe('sample_2026_X01_correction.xlsx');
    expect([...corrections.files.keys()]).toEqual(['sample_2026_X01_correction.xlsx']);
  });

  test('does not go where a workbook to correct was changed and left alone', async () => {
    await round.comeBack('X01', withSlip(round.complete(3)));
    corrections.files.set('sample_2026_X01_correction.xlsx', new TextEncoder().encode('mine'));
    const { messages, findings } = await reminded({ partner: ['X01'] });
    expect([messages, findings.map(({ code }) => code)]).toEqual([[], ['output.changed-since-issue']]);
  });

  test('goes once a day', async () => {
    await reminded();
    expect((await reminded()).messages.map(({ outcome }) => outcome)).toEqual(['unchanged', 'unchanged', 'unchanged']);
    round.clock.now = new Date('2026-11-21T10:00:00Z');
    expect((await reminded()).messages.map(({ outcome }) => outcome)).toEqual(['written', 'written', 'written']);
  });
});

describe('a reminder for some days before the deadline', () => {
  test('waits until then', async () => {
    expect(await reminded({ before: 7 })).toMatchObject({
      messages: [],
      waiting: [{ instrument: 'sample', begins: '2026-12-11' }],
    });
    expect(drafts.files.size).toBe(0);
  });

  test('goes once, on any day after that', async () => {
    round.clock.now = new Date('2026-12-12T10:00:00Z');
    expect(await reminded({ before: 7 })).toMatchObject({ ready: 3, waiting: [] });
    round.clock.now = new Date('2026-12-13T10:00:00Z');
    expect((await reminded({ before: 7 })).messages.map(({ outcome }) => outcome)).toEqual([
      ...['unchanged', 'unchanged', 'unchanged'],
    ]);
  });
});

describe('no workbook to correct is made', () => {
  test('in a trial', async () => {
    await round.comeBack('X01', withSlip(round.complete(3)));
    expect((await reminded({ dryRun: true })).ready).toBe(3);
    expect([drafts.files.size, corrections.files.size]).toEqual([0, 0]);
  });

  test('where answers about people would go by e-mail', async () => {
    const personal = await openRound({ ...sampleInstrument, key: 'personal', aboutPeople: true });
    await personal.comeBack('X01', withSlip(personal.complete(3)));
    const request = { round: '2026', partner: ['X01'] };
    const { first } = await remind(personal.context, request, draftingTo(drafts), corrections);
    expect(first?.attachment).toBeUndefined();
    expect([drafts.files.size, corrections.files.size]).toEqual([1, 0]);
    await personal.close();
  });
});

test('a return in time that is corrected after the deadline comes with a warning', async () => {
  await round.comeBack('X01', withSlip(round.complete(3)));
  round.clock.now = new Date('2026-12-19T10:00:00Z');
  expect((await reminded()).findings.map(({ code }) => code)).toEqual(['correction.due-past']);
});

test('nothing is written for an unknown partner or round', async () => {
  expect(await refusedWith(() => reminded({ partner: ['X09'] }))).toBe('partner.unknown');
  expect(await refusedWith(() => reminded({ round: '2062' }))).toBe('round.unknown');
  expect(drafts.files.size).toBe(0);
});

describe('a partner with a later deadline', () => {
  const later = { round: '2026', partner: ['X02'], due: new Date('2026-12-23T12:00:00Z'), reason: 'ill' };
  const words = (partner: string, day: string): string =>
    Buffer.from(drafts.files.get(`sample_2026_${partner}_reminder_${day}.eml`) ?? [])
      .toString()
      .replace(/=\r\n/g, '');

  test('is reminded by its own, and the others by that of the round', async () => {
    await extendDeadline(round.context, later);
    await reminded();
    expect(words('X01', '2026-11-20')).toContain('It is due at 12:00 (UK time) on Friday 18 December 2026.');
    expect(words('X02', '2026-11-20')).toContain('It is due at 12:00 (UK time) on Wednesday 23 December 2026.');
  });

  test('waits for its reminder longer than they do', async () => {
    await extendDeadline(round.context, later);
    round.clock.now = new Date('2026-12-12T10:00:00Z');
    expect(await reminded({ before: 7 })).toMatchObject({
      ready: 2,
      waiting: [{ instrument: 'sample', begins: '2026-12-16', partners: ['X02'] }],
    });
  });

  test('is in time with a correction that comes before it', async () => {
    await round.comeBack('X02', withSlip(round.complete(3)));
    await extendDeadline(round.context, later);
    round.clock.now = new Date('2026-12-20T10:00:00Z');
    expect((await reminded({ partner: ['X02'] })).findings).toEqual([]);
    round.clock.now = new Date('2026-12-24T10:00:00Z');
    expect((await reminded({ partner: ['X02'] })).findings.map(({ code }) => code)).toEqual(['correction.due-past']);
  });
});

test('nothing is written, or remembered, once the round is closed', async () => {
  await closeRound(round.context, { round: '2026', reason: 'over' });
  expect(await refusedWith(() => reminded({ contact: 'Jo' }))).toBe('round.closed');
  expect(await onlyRound(round.context, { round: '2026' })).not.toHaveProperty('round.contact');
  expect(drafts.files.size).toBe(0);
});
