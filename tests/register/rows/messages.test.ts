import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type MessageKey, messagesOf, recordBounce, recordMessage } from '../../../src/register/rows/messages.ts';
import type { Register } from '../../../src/register/tables/register.ts';
import { issueWorkbooks } from '../../../src/rounds/issue/issueWorkbooks.ts';
import { sampleInstrument } from '../../sampleInstrument.ts';
import { emptyRegister } from '../../tools/emptyRegister.ts';

const at = new Date('2026-11-03T09:00:00Z');
const to = { round: '2026', instrument: 'sample' };
const sending: MessageKey = { ...to, partner: 'X01', kind: 'sending', about: 'workbook 1' };

let register: Register;
beforeEach(async () => {
  register = await emptyRegister();
  await issueWorkbooks(register, {
    instrument: sampleInstrument,
    round: '2026',
    due: new Date('2026-12-18T12:00:00Z'),
    partners: ['X01', 'X02'].map((code) => ({ code, name: `${code} PCT (fictional)` })),
    now: at,
  });
  const sent = { state: 'sent', at, detail: '250 OK' } as const;
  await recordMessage(register, sending, { message_id: '<1@a.example>', recipient: 'a@x.example, b@x.example' }, sent);
  const other = { ...sending, partner: 'X02', about: 'workbook 2' };
  await recordMessage(register, other, { message_id: '<2@a.example>', recipient: 'c@y.example' }, sent);
});
afterEach(() => register.close());

const states = async (): Promise<readonly string[]> =>
  (await messagesOf(register, to)).map(({ partner, state }) => `${partner} ${state}`);

describe('a message that came back', () => {
  const bounce = { detail: 'mailbox full', at: new Date('2026-11-04T09:00:00Z') };

  test('is known by its Message-ID, with brackets or without', async () => {
    const found = await recordBounce(register, {
      ...bounce,
      messageId: '1@a.example',
      recipient: 'elsewhere@x.example',
    });
    expect(found).toEqual(sending);
    expect(await states()).toEqual(['X01 bounced', 'X02 sent']);
    expect((await messagesOf(register, to))[0]).toMatchObject({
      at: '2026-11-04T09:00:00.000Z',
      detail: 'elsewhere@x.example: mailbox full',
    });
  });

  test('or else by the address that it went to', async () => {
    expect(await recordBounce(register, { ...bounce, messageId: '<of@outlook>', recipient: 'B@x.example' })).toEqual(
      sending,
    );
    expect(await states()).toEqual(['X01 bounced', 'X02 sent']);
  });

  test('changes nothing when the message was not sent by Scorebook', async () => {
    expect(await recordBounce(register, { ...bounce, recipient: 'nobody@x.example' })).toBeUndefined();
    expect(await states()).toEqual(['X01 sent', 'X02 sent']);
  });
});
