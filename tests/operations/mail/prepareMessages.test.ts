import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OutgoingMessage } from '../../../src/letters/outgoingMessage.ts';
import { prepareMessages } from '../../../src/operations/mail/prepareMessages.ts';
import { recordMessage } from '../../../src/register/rows/messages.ts';
import { emptyRegister } from '../../tools/emptyRegister.ts';
import { type MemoryRound, openRound } from '../memoryRound.ts';

const megabyte = 1024 * 1024;

/** A letter with an attachment of that size. */
const withAttachment = (bytes: number, email = 'a@ashmere.example'): OutgoingMessage => ({
  partner: { code: 'X01', name: 'Ashmere PCT (fictional)', email },
  key: { round: '2026', instrument: 'sample', partner: 'X01', kind: 'sending', about: 'w' },
  replyTo: 'returns@region.example',
  marking: undefined,
  reference: 'sample_2026_X01',
  language: 'en-GB',
  words: { subject: 'Your workbook', text: 'Attached.' },
  draft: 'sample_2026_X01.eml',
  attachment: { name: 'sample_2026_X01.xlsx', bytes: new Uint8Array(bytes) },
});

const posting = { server: undefined, from: undefined, maxBytes: 25 * megabyte };

test.each([
  [5, 1, []],
  [5.5, 1, ['mail.large']],
  [18, 1, ['mail.large']],
  [19, 0, ['mail.too-large']],
])('of an attachment of %d MB %d message goes: %j', async (size, going, codes) => {
  const register = await emptyRegister();
  const { ready, findings } = await prepareMessages(register, {}, posting, [withAttachment(size * megabyte)]);
  await register.close();
  expect([ready.length, findings.map(({ code }) => code)]).toEqual([going, codes]);
});

/** What is otherwise with a letter. */
interface Given {
  readonly again?: boolean;
  readonly email?: string;
}

describe('a letter after an earlier one on the same matter', () => {
  let round: MemoryRound;
  beforeAll(async () => {
    round = await openRound();
  });
  afterAll(() => round.close());

  const earlier = 'a@ashmere.example';
  test.each([
    ['was sent', 'sent', {}, { ready: 0, sentBefore: 1, codes: [] }],
    ['was sent, where it is to go again', 'sent', { again: true }, { ready: 1, sentBefore: 0, codes: [] }],
    ['was refused', 'refused', {}, { ready: 1, sentBefore: 0, codes: [] }],
    ['may have gone', 'sending', {}, { ready: 0, sentBefore: 0, codes: ['mail.may-have-gone'] }],
    ['came back', 'bounced', {}, { ready: 0, sentBefore: 0, codes: ['mail.bounced-before'] }],
    [
      'came back from another address',
      'bounced',
      { email: 'b@ashmere.example' },
      { ready: 1, sentBefore: 0, codes: [] },
    ],
  ] as const)('that %s', async (_what, state, { again = false, email = earlier }: Given, expected) => {
    const letter = {
      ...withAttachment(1000, email),
      key: { ...withAttachment(0).key, about: `${state} ${email} ${again}` },
    };
    const at = new Date('2026-11-20T10:00:00Z');
    const sent = { message_id: `<${letter.key.about}@region.example>`, recipient: earlier };
    await recordMessage(round.context.register, letter.key, sent, { state, at, detail: null });
    const { ready, sentBefore, findings } = await prepareMessages(round.context.register, { again }, posting, [letter]);
    expect({ ready: ready.length, sentBefore, codes: findings.map(({ code }) => code) }).toEqual(expected);
  });
});

test('a letter without an address does not go', async () => {
  const register = await emptyRegister();
  const { ready, findings } = await prepareMessages(register, {}, posting, [withAttachment(1000, '')]);
  await register.close();
  expect([ready, findings.map(({ code }) => code)]).toEqual([[], ['mail.no-address']]);
});
