import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { reportStatus } from '../../../../src/operations/reportStatus.ts';
import { recordSent, type SentRequest } from '../../../../src/operations/rounds/changes/recordSent.ts';
import { undoChanges } from '../../../../src/operations/rounds/changes/undoChanges.ts';
import { recordMessage } from '../../../../src/register/rows/messages.ts';
import { refusedWith } from '../../refusedWith.ts';
import { type IssuedRound, openIssued } from './issuedRound.ts';

let round: IssuedRound;
beforeEach(async () => {
  round = await openIssued();
  round.clock.now = new Date('2026-11-24T10:00:00Z');
});
afterEach(() => round.close());

const record = (changes: Partial<SentRequest> = {}) =>
  recordSent(round.context, {
    ...{ round: '2026', partner: ['A1', 'A2'], at: new Date('2026-11-23T10:00:00Z'), reason: 'from Outlook' },
    ...changes,
  });

const steps = async () => {
  const { trackers } = await reportStatus(round.context, { round: '2026' });
  return trackers.flatMap(({ partners }) => partners.map(({ step }) => step));
};

describe('a workbook that was sent by hand', () => {
  test('is with its partner, until that is undone or taken back', async () => {
    const { changes } = await record();
    expect(await steps()).toEqual(Array(4).fill('Await the return'));
    await undoChanges(
      round.context,
      changes.map(({ id }) => id),
      'a mistake',
    );
    expect(await steps()).toEqual(Array(4).fill('Send the workbook'));
    await record();
    await record({ at: null });
    expect(await steps()).toEqual(Array(4).fill('Send the workbook'));
  });

  test('puts right a message that came back before, and no later one', async () => {
    const key = { round: '2026', instrument: 'sample', partner: 'A1', kind: 'sending' } as const;
    const bounce = (about: string, at: string) =>
      recordMessage(
        round.context.register,
        { ...key, about },
        { message_id: `<${about}@region.example>`, recipient: 'a1@ash.example' },
        { state: 'bounced', at: new Date(at), detail: 'mailbox full' },
      );
    await bounce('1', '2026-11-21T10:00:00Z');
    expect((await steps())[0]).toBe('Correct the e-mail address and send again');
    await record();
    expect((await steps())[0]).toBe('Await the return');
    await bounce('2', '2026-11-24T09:00:00Z');
    expect((await steps())[0]).toBe('Correct the e-mail address and send again');
  });

  test('was sent by now, where the day is today', async () => {
    const { changes } = await record({ at: new Date('2026-11-24T23:59:00Z') });
    expect(changes.map(({ after }) => after)).toEqual(Array(2).fill('2026-11-24T10:00:00.000Z'));
  });
});

test.each([
  ['sent.unusable', { at: new Date('2026-11-25T10:00:00Z') }],
  ['sent.unusable', { at: new Date('2026-11-20T09:00:00Z') }],
  ['partner.unknown', { partner: ['A9'] }],
  ['round.unknown', { round: '2062' }],
  ['text.unusable', { reason: ' ' }],
  ['change.none', { at: null }],
] as const)('%s: nothing is recorded for %j', async (code, changes) => {
  expect(await refusedWith(() => record(changes))).toBe(code);
  expect(await steps()).toEqual(Array(4).fill('Send the workbook'));
});
