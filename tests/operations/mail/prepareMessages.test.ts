import { expect, test } from 'vitest';
import type { OutgoingMessage } from '../../../src/letters/outgoingMessage.ts';
import { prepareMessages } from '../../../src/operations/mail/prepareMessages.ts';
import { openRegister } from '../../../src/register/openRegister.ts';

const megabyte = 1024 * 1024;

/** A letter with an attachment of that size. */
const withAttachment = (bytes: number): OutgoingMessage => ({
  partner: { code: 'X01', name: 'Ashmere PCT (fictional)', email: 'a@ashmere.example' },
  key: { round: '2026', instrument: 'sample', partner: 'X01', kind: 'sending', about: 'w' },
  replyTo: 'returns@region.example',
  marking: undefined,
  reference: 'sample_2026_X01',
  language: 'en-GB',
  words: { subject: 'Your workbook', text: 'Attached.' },
  draft: 'sample_2026_X01.eml',
  attachment: { name: 'sample_2026_X01.xlsx', bytes: new Uint8Array(bytes) },
});

test.each([
  [5, 1, []],
  [5.5, 1, ['mail.large']],
  [18, 1, ['mail.large']],
  [19, 0, ['mail.too-large']],
])('of an attachment of %d MB %d message goes: %j', async (size, going, codes) => {
  const register = await openRegister(':memory:');
  const posting = { server: undefined, from: undefined, perMinute: 20, maxBytes: 25 * megabyte };
  const { ready, findings } = await prepareMessages(register, {}, posting, [withAttachment(size * megabyte)]);
  await register.close();
  expect([ready.length, findings.map(({ code }) => code)]).toEqual([going, codes]);
});
