import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { importReturns } from '../../src/operations/importReturns.ts';
import { type ReminderFolders, type RemindRequest, remind } from '../../src/operations/remind.ts';
import { closeRound } from '../../src/operations/rounds/changes/closeRound.ts';
import { extendDeadline } from '../../src/operations/rounds/changes/extendDeadline.ts';
import { undoChanges } from '../../src/operations/rounds/changes/undoChanges.ts';
import { onlyRound } from '../../src/operations/rounds/roundsInUse.ts';
import { mail } from '../mail/mails.ts';
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
  remind(round.context, { round: '2026', ...changes }, draftingTo(drafts), folders(round));

const folders = ({ folder }: MemoryRound): ReminderFolders => ({
  corrections,
  workbooksIn: () => ({ folder: 'output/2026/workbooks', read: (name) => folder.files.get(name) }),
});

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

describe('a reminder to a partner who returned nothing', () => {
  test('has its workbook as it was issued', async () => {
    const { first, findings } = await reminded({ partner: ['X02'] });
    expect([first?.attachment, findings]).toEqual(['sample_2026_X02.xlsx', []]);
    expect(first?.text).toContain('Your workbook is attached, sample_2026_X02.xlsx.');
    const draft = Buffer.from(drafts.files.get('sample_2026_X02_reminder_2026-11-20.eml') ?? []).toString();
    const attached = draft.split(/\r\n--\S+\r\n/).find((part) => part.includes('filename=sample_2026_X02.xlsx')) ?? '';
    const bytes = Buffer.from(attached.split('\r\n\r\n')[1]?.split('\r\n--')[0] ?? '', 'base64');
    expect(bytes).toEqual(Buffer.from(round.folder.files.get('sample_2026_X02.xlsx') ?? []));
  });

  test('goes without it where somebody has filled it in, it is gone or says something old, for all of them once', async () => {
    round.folder.files.delete('sample_2026_X01.xlsx');
    round.folder.files.delete('sample_2026_X02.xlsx');
    round.folder.files.set('sample_2026_X03.xlsx', round.filledIn('X03', round.complete(3)));
    const { messages, first, findings } = await reminded();
    expect(messages.map(({ partner }) => partner)).toEqual(['X01', 'X02', 'X03']);
    expect(first?.attachment).toBeUndefined();
    expect(first?.text).toContain('If you cannot find your workbook, please let us know.');
    const folder = 'output/2026/workbooks';
    expect(findings.map(({ code, facts }) => [code, facts])).toEqual([
      ['mail.reminded-without', { partners: ['X01', 'X02'], folder, problem: 'missing' }],
      ['mail.reminded-without', { partners: ['X03'], folder, problem: 'changed' }],
    ]);
  });

  describe('but a workbook without answers', () => {
    const notFilledIn = 'What we received at 10:00 (UK time) on Friday 20 November 2026 was not filled in. ';
    const comes = async (name: string, bytes: Uint8Array | string) => {
      await importReturns(round.context, { files: [{ path: name, name, read: () => Buffer.from(bytes) }] });
      return (await reminded({ partner: ['X02'] })).first?.text;
    };
    const issued = () => round.folder.files.get('sample_2026_X02.xlsx') ?? new Uint8Array();

    test('says so where it was saved again', async () => {
      expect(await comes('X02.xlsx', round.filledIn('X02', []))).toContain(`${notFilledIn}Your workbook is attached`);
    });

    test('says so where it came in an e-mail as it was issued', async () => {
      const message = mail({ attached: [{ name: 'X02.xlsx', bytes: issued() }] });
      expect(await comes('X02.eml', message)).toContain('Wednesday 18 November 2026 was not filled in. ');
    });

    test('does not say so where it is as issued: the folder of workbooks may have been imported', async () => {
      const text = await comes('X02.xlsx', issued());
      expect(text).toContain('We have not yet received your completed workbook');
      expect(text).not.toContain('not filled in');
    });
  });

  test('does not have one that says an earlier deadline than its own', async () => {
    const due = new Date('2026-12-23T12:00:00Z');
    await extendDeadline(round.context, { round: '2026', partner: ['X02'], due, reason: 'ill' });
    const { first, findings } = await reminded({ partner: ['X02'] });
    expect(first?.attachment).toBeUndefined();
    expect(findings).toMatchObject([{ code: 'mail.reminded-without', facts: { problem: 'outdated' } }]);
    await round.generate({ partner: ['X02'], due });
    expect((await reminded({ partner: ['X02'] })).first?.attachment).toBe('sample_2026_X02.xlsx');
  });
});

describe('the limits of a round', () => {
  const goTo = (day: string): void => {
    round.clock.now = new Date(`${day}T10:00:00Z`);
  };
  const sent = async (changes: Partial<RemindRequest> = {}) => {
    const { messages, waiting } = await reminded(changes);
    return [messages.map(({ partner, outcome }) => `${partner} ${outcome}`), waiting];
  };

  test('are remembered, and hold back a reminder until enough days have passed', async () => {
    await sent({ daysBetween: 5, partner: ['X01'] });
    goTo('2026-11-24');
    const held = { instrument: 'sample', why: 'days between reminders', begins: '2026-11-25', partners: ['X01'] };
    expect(await sent()).toEqual([['X02 written', 'X03 written'], [held]]);
    goTo('2026-11-25');
    expect(await sent({ partner: ['X01'] })).toEqual([['X01 written'], []]);
  });

  test('hold back more reminders than a partner may get', async () => {
    await sent({ maxReminders: 1, partner: ['X01', 'X02'] });
    goTo('2026-11-24');
    expect(await sent()).toEqual([
      ['X03 written'],
      [{ instrument: 'sample', why: 'number of reminders', partners: ['X01', 'X02'] }],
    ]);
    expect(await sent({ maxReminders: 2, partner: ['X01'] })).toEqual([['X01 written'], []]);
    goTo('2026-11-26');
    expect((await sent({ maxReminders: false }))[0]).toHaveLength(3);
  });

  test('change nothing on the same day', async () => {
    await sent({ maxReminders: 1, daysBetween: 5 });
    expect(await sent()).toEqual([['X01 unchanged', 'X02 unchanged', 'X03 unchanged'], []]);
  });

  test('begin anew when a partner has returned something: it is asked for something else', async () => {
    await sent({ maxReminders: 1, daysBetween: 30 });
    goTo('2026-11-21');
    await round.comeBack('X01', withSlip(round.complete(3)));
    goTo('2026-11-22');
    expect((await sent())[0]).toEqual(['X01 written']);
    goTo('2026-11-23');
    expect((await sent())[0]).toEqual([]);
  });

  test('are used and not remembered in a trial', async () => {
    await sent({ partner: ['X01'] });
    goTo('2026-11-21');
    expect(await reminded({ maxReminders: 1, dryRun: true })).toMatchObject({ ready: 2 });
    expect(await reminded({ dryRun: true })).toMatchObject({ ready: 3 });
  });

  test('are named where they change, and can be undone', async () => {
    await reminded({ maxReminders: 3, daysBetween: 7, dryRun: false });
    const { findings } = await reminded({ maxReminders: 4, daysBetween: false });
    expect(findings.map(({ message }) => message.split(',')[0])).toEqual([
      'The number of reminders of round "2026" has changed',
      'The days between reminders of round "2026" have changed',
    ]);
    await undoChanges(round.context, [3, 4], 'a mistake');
    const { round: own } = await onlyRound(round.context, { round: '2026' });
    expect([own.maxReminders, own.daysBetween]).toEqual([3, 7]);
  });

  test.each([0, -1, 1.5, 1000, Number.NaN])('are not %d, and nothing is written then', async (number) => {
    expect(await refusedWith(() => reminded({ maxReminders: number }))).toBe('number.unusable');
    expect(await refusedWith(() => reminded({ daysBetween: number }))).toBe('number.unusable');
    expect(drafts.files.size).toBe(0);
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
    const { first } = await remind(personal.context, request, draftingTo(drafts), folders(personal));
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
