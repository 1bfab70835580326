import { describe, expect, test } from 'vitest';
import type { Message } from '../../../src/register/rows/messages.ts';
import { nextStep } from '../../../src/rounds/progress/nextStep.ts';
import type { PartnerProgress } from '../../../src/rounds/progress/roundProgress.ts';

const due = new Date('2026-12-18T12:00:00Z');
const before = new Date('2026-12-10T12:00:00Z');
const after = new Date('2026-12-19T12:00:00Z');

const message = (kind: Message['kind'], state: Message['state'], at = '2026-12-01T09:00:00Z') => ({ kind, state, at });
type Messages = readonly ReturnType<typeof message>[];

/** What is said of a partner, of whom only these things matter here. */
function stepFor(
  progress: PartnerProgress['progress'],
  messages: Messages,
  {
    now = before,
    sendingMethod = 'e-mail' as 'e-mail' | 'another way' | 'unknown' | 'by hand',
    unlisted = false,
    sentByHand = undefined as Date | undefined,
  } = {},
): string {
  const counting = progress === 'not returned' ? undefined : { received: new Date('2026-12-05T09:00:00Z') };
  // The function reads nothing else of a partner.
  const partner = { progress, counting, messages, unlisted, sentByHand } as unknown as PartnerProgress;
  return nextStep(partner, { due, now, sendingMethod }).step;
}

const sent = message('sending', 'sent');

describe('the next step', () => {
  test('is none once everything has come', () => {
    expect(stepFor('done', [sent], { unlisted: true })).toBe('None: complete');
  });

  test('is to send the workbook, unless it went another way', () => {
    expect(stepFor('not returned', [])).toBe('Send the workbook');
    expect(stepFor('not returned', [], { sendingMethod: 'unknown' })).toBe('Send the workbook');
    expect(stepFor('not returned', [], { sendingMethod: 'unknown', now: after })).toBe('Remind: overdue');
    expect(stepFor('not returned', [], { sendingMethod: 'another way' })).toBe('Await the return');
  });

  test('is to wait until the deadline, and to remind after it', () => {
    expect(stepFor('not returned', [sent])).toBe('Await the return');
    expect(stepFor('not returned', [sent], { now: after })).toBe('Remind: overdue');
  });

  test('is to correct the address where the last message or every workbook came back', () => {
    expect(stepFor('not returned', [message('sending', 'bounced')])).toMatch(/^Correct the e-mail address/);
    expect(stepFor('not returned', [message('sending', 'refused'), message('reminder', 'sent')])).toMatch(/^Correct/);
    expect(stepFor('with errors', [sent, message('reminder', 'bounced')])).toMatch(/^Correct/);
    expect(stepFor('not returned', [message('sending', 'bounced'), sent])).toBe('Await the return');
  });

  test('is to ask the partner, where sending was interrupted', () => {
    expect(stepFor('not returned', [message('sending', 'sending')])).toBe('Ask whether the e-mail came');
  });

  test('is to ask for what is wrong or open, and to wait once that was asked after the return came', () => {
    const asked = message('reminder', 'sent', '2026-12-06T09:00:00Z');
    const earlier = message('reminder', 'sent', '2026-12-04T09:00:00Z');
    expect(stepFor('with errors', [sent, earlier])).toBe('Ask for corrections');
    expect(stepFor('with errors', [sent, asked])).toBe('Await the correction');
    expect(stepFor('incomplete', [sent])).toBe('Ask for what is open');
    expect(stepFor('incomplete', [sent, asked])).toBe('Await what is open');
  });

  test('of a review is to give it to the assessor, to await it once that is recorded, and to ask after the deadline', () => {
    const byHand = { sendingMethod: 'by hand' as const };
    expect(stepFor('not returned', [], byHand)).toBe('Give the workbook to the assessor');
    expect(stepFor('not returned', [], { ...byHand, sentByHand: before })).toBe('Await the review');
    expect(stepFor('not returned', [], { ...byHand, now: after })).toBe('Ask the assessor: overdue');
    expect(stepFor('incomplete', [], byHand)).toBe('Ask for what is open');
    expect(stepFor('done', [], byHand)).toBe('None: complete');
  });

  test('names a partner that is no longer in the list', () => {
    expect(stepFor('not returned', [sent], { unlisted: true })).toBe('Await the return (not in the list any more)');
  });
});
