import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { MailRequest } from '../../src/operations/mail/mailRequest.ts';
import { writeReceipts } from '../../src/operations/writeReceipts.ts';
import { draftingTo } from './mail/drafting.ts';
import { type MemoryFolder, type MemoryRound, memoryFolder, openRound, withSlip } from './memoryRound.ts';
import { refusedWith } from './refusedWith.ts';

let round: MemoryRound;
let drafts: MemoryFolder;
beforeEach(async () => {
  round = await openRound();
  drafts = memoryFolder();
});
afterEach(() => round.close());

const acknowledge = (changes: Partial<MailRequest> = {}) =>
  writeReceipts(round.context, { round: '2026', ...changes }, draftingTo(drafts));

describe('a receipt', () => {
  test('is drafted for each return', async () => {
    await round.comeBack('X01', round.complete(2));
    await round.comeBack('X01', round.complete(3));
    await round.comeBack('X02', round.complete(3));
    const { messages } = await acknowledge();
    expect(messages.map(({ partner, kind, file }) => [partner, kind, file])).toEqual([
      ['X01', 'receipt', 'folder/sample_2026_X01_receipt-1.eml'],
      ['X01', 'receipt', 'folder/sample_2026_X01_receipt-2.eml'],
      ['X02', 'receipt', 'folder/sample_2026_X02_receipt-3.eml'],
    ]);
  });

  test('says what was found, and whether the return was in time', async () => {
    await round.comeBack('X01', withSlip(round.complete(2)));
    expect((await acknowledge({ dryRun: true })).first?.text).toMatch(
      /It was in time\.[\s\S]*"see below" is not a valid answer/,
    );
    round.clock.now = new Date('2026-12-19T10:00:00Z');
    await round.comeBack('X02', round.complete(3));
    const { first } = await acknowledge({ dryRun: true, partner: ['X02'] });
    expect(first?.text).toMatch(/The deadline was .*, so it was late\./);
  });

  test('is the same when nothing has changed', async () => {
    await round.comeBack('X01', round.complete(2));
    await acknowledge();
    expect((await acknowledge()).messages.map(({ outcome }) => outcome)).toEqual(['unchanged']);
  });
});

test('nobody gets one who returned nothing', async () => {
  expect(await acknowledge()).toMatchObject({ messages: [], ready: 0, first: undefined });
});

test('nobody gets one in a round without a return address', async () => {
  await round.generate({ returnTo: false });
  await round.comeBack('X01', round.complete(2));
  expect((await acknowledge()).findings.map(({ code }) => code)).toEqual(['mail.no-return-address']);
  expect(drafts.files.size).toBe(0);
});

test('nothing is written for an unknown partner or round', async () => {
  await round.comeBack('X01', round.complete(2));
  expect(await refusedWith(() => acknowledge({ partner: ['X09'] }))).toBe('partner.unknown');
  expect(await refusedWith(() => acknowledge({ round: '2062' }))).toBe('round.unknown');
  expect(drafts.files.size).toBe(0);
});
