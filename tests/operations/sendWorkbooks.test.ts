import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { MailRequest } from '../../src/operations/mail/mailRequest.ts';
import { extendDeadline } from '../../src/operations/rounds/changes/extendDeadline.ts';
import type { Watcher } from '../../src/operations/rounds/operationContext.ts';
import { sendWorkbooks } from '../../src/operations/sendWorkbooks.ts';
import { draftingTo } from './mail/drafting.ts';
import { type MemoryFolder, type MemoryRound, memoryFolder, openRound, partners } from './memoryRound.ts';
import { refusedWith } from './refusedWith.ts';

let round: MemoryRound;
let drafts: MemoryFolder;
beforeEach(async () => {
  round = await openRound();
  drafts = memoryFolder();
});
afterEach(() => round.close());

const send = (changes: Partial<MailRequest> = {}, watcher?: Watcher) =>
  sendWorkbooks(
    round.context,
    { round: '2026', ...changes },
    draftingTo(drafts),
    () => ({ folder: 'folder', read: round.folder.read }),
    watcher,
  );

describe('a message with its workbook', () => {
  test('is drafted for each partner', async () => {
    const { messages, ready, first, findings } = await send();
    expect(messages.map(({ partner, recipient, outcome }) => [partner, recipient, outcome])).toEqual([
      ['X01', 'a@ashmere.example', 'written'],
      ['X02', 'b@bramblewick.example', 'written'],
      ['X03', 'c@coldharbour.example', 'written'],
    ]);
    expect([ready, findings]).toEqual([3, []]);
    expect(first).toMatchObject({ to: ['a@ashmere.example'], attachment: 'sample_2026_X01.xlsx' });
    expect([...drafts.files.keys()]).toEqual(['X01', 'X02', 'X03'].map((code) => `sample_2026_${code}.eml`));
  });

  test('is the same when nothing has changed', async () => {
    await send();
    expect((await send()).messages.map(({ outcome }) => outcome)).toEqual(['unchanged', 'unchanged', 'unchanged']);
  });

  test('that somebody has changed is left alone', async () => {
    await send({ partner: ['X01'] });
    drafts.files.set('sample_2026_X01.eml', new TextEncoder().encode('mine'));
    const { messages, findings } = await send({ partner: ['X01'] });
    expect([messages[0]?.outcome, findings[0]?.code]).toEqual(['left', 'mail.draft-changed']);
    expect(drafts.files.get('sample_2026_X01.eml')).toEqual(new TextEncoder().encode('mine'));
  });

  test('is not written in a trial', async () => {
    const { messages } = await send({ dryRun: true });
    expect(messages.map(({ outcome }) => outcome)).toEqual(['to be sent', 'to be sent', 'to be sent']);
    expect(drafts.files.size).toBe(0);
  });
});

describe('a partner gets no message, and the others do', () => {
  test.each([
    ['where the workbook is gone', undefined, 'mail.workbook-missing'],
    ['where the workbook was changed', 'changed', 'mail.workbook-changed'],
  ])('%s', async (_where, content, code) => {
    if (content === undefined) round.folder.files.delete('sample_2026_X02.xlsx');
    else round.folder.files.set('sample_2026_X02.xlsx', new TextEncoder().encode(content));
    const { messages, findings } = await send();
    expect(messages.map(({ partner }) => partner)).toEqual(['X01', 'X03']);
    expect(findings).toMatchObject([{ code, place: { key: 'X02' } }]);
  });

  test('where it has the workbook of another', async () => {
    const other = round.folder.files.get('sample_2026_X01.xlsx');
    round.folder.files.set('sample_2026_X02.xlsx', other ?? new Uint8Array());
    expect((await send()).findings.map(({ code }) => code)).toEqual(['mail.workbook-of-another']);
  });

  test('where it has no address', async () => {
    const [first, second, { email: _email, ...third } = { code: '', name: '' }] = partners;
    await round.generate({ list: { name: 'list', partners: [first, second, third].flatMap((one) => one ?? []) } });
    expect((await send()).findings.map(({ code, place }) => [code, place.key])).toEqual([['mail.no-address', 'X03']]);
  });
});

test('findings come before the first message, and each message is a step', async () => {
  round.folder.files.delete('sample_2026_X02.xlsx');
  const seen: string[] = [];
  await send(
    {},
    {
      onFindings: (findings) => seen.push(...findings.map(({ code }) => code)),
      onProgress: (draft, total) => seen.push(`${draft} of ${total}`),
    },
  );
  expect(seen).toEqual(['mail.workbook-missing', 'sample_2026_X01.eml of 2', 'sample_2026_X03.eml of 2']);
});

test('nothing is written for an unknown partner or round', async () => {
  expect(await refusedWith(() => send({ partner: ['X09'] }))).toBe('partner.unknown');
  expect(await refusedWith(() => send({ round: '2062' }))).toBe('round.unknown');
  expect(drafts.files.size).toBe(0);
});

describe('a deadline that has moved', () => {
  const words = (partner: string): string =>
    Buffer.from(drafts.files.get(`sample_2026_${partner}.eml`) ?? [])
      .toString()
      .replace(/=\r\n/g, '');
  const later = { due: new Date('2026-12-23T12:00:00Z'), changeDue: true };

  test('is written of to the partner that it is about, with its new workbook', async () => {
    await send();
    await round.generate({ ...later, partner: ['X02'] });
    const { messages, findings } = await send();
    expect(messages.map(({ partner, outcome }) => [partner, outcome])).toEqual([
      ['X01', 'unchanged'],
      ['X02', 'written'],
      ['X03', 'unchanged'],
    ]);
    expect(findings).toEqual([]);
    expect(words('X02')).toContain('was 12:00 (UK time) on Friday 18 December 2026. It is now 12:00 (UK time)');
    expect(words('X01')).not.toContain('New deadline');
  });

  test('is nothing to a partner that was sent no workbook before', async () => {
    await round.generate({ ...later, partner: ['X02'] });
    await send();
    expect(words('X02')).toContain('12:00 (UK time) on Wednesday 23 December 2026');
    expect(words('X02')).not.toContain('New deadline');
  });

  test('holds back the workbook that says the earlier one, and no other', async () => {
    await extendDeadline(round.context, { round: '2026', partner: ['X02'], due: later.due, reason: 'ill' });
    const { messages, findings } = await send();
    expect(messages.map(({ partner }) => partner)).toEqual(['X01', 'X03']);
    expect(findings).toMatchObject([{ code: 'mail.workbook-outdated', place: { key: 'X02' } }]);
  });
});
