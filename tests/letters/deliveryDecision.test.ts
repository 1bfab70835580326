import { describe, expect, test } from 'vitest';
import { deliveryDecision } from '../../src/letters/deliveryDecision.ts';
import type { OutgoingMessage } from '../../src/letters/outgoingMessage.ts';
import type { Message } from '../../src/register/rows/messages.ts';

/** A message of the round, about a workbook, a day or a return. */
const message = (id: number, about: string, changes: Partial<Message> = {}): Message => ({
  ...{ id, round: '2026', instrument: 'sample', partner: 'A1', kind: 'sending', about, message_id: `<${id}@x>` },
  ...{ recipient: 'a1@ash.example', state: 'sent', at: '2026-11-20T10:00:00.000Z', detail: null, draft: null },
  ...changes,
});

const letter = (about: string, kind: Message['kind'] = 'sending'): OutgoingMessage => ({
  ...{ partner: { code: 'A1', name: 'Ash' }, replyTo: 'r@region.example', reference: 'r', marking: undefined },
  ...{ language: 'en-GB', words: { subject: 's', text: 't' }, draft: 'a1.eml' },
  key: { round: '2026', instrument: 'sample', partner: 'A1', kind, about },
});

const goes = (one: OutgoingMessage, messages: readonly Message[]): boolean | 'anew' => {
  const earlier = deliveryDecision(one, messages, { manner: 'send', again: false, recipient: 'a1@ash.example' });
  return earlier.isSent && earlier.anew ? 'anew' : earlier.isSent;
};

describe('a workbook that was sent', () => {
  const [first, second] = [message(1, 'w1'), message(2, 'w2')];

  test('does not go again', () => {
    expect(goes(letter('w1'), [first])).toBe(false);
    expect(goes(letter('w2'), [first, second])).toBe(false);
  });

  test('goes again when another went since', () => {
    expect(goes(letter('w1'), [first, second])).toBe('anew');
    expect(goes(letter('w1'), [first, { ...second, state: 'drafted' }])).toBe('anew');
    expect(goes(letter('w1'), [first, second, message(3, 'w1')])).toBe(false);
  });

  test.each(['refused', 'bounced'] as const)('does not go again when another was %s since', (state) => {
    expect(goes(letter('w1'), [first, { ...second, state }])).toBe(false);
  });

  test.each([{ partner: 'A2' }, { round: '2025' }, { instrument: 'other' }, { kind: 'receipt' as const }])(
    'does not go again because of a message of %j',
    (other) => {
      expect(goes(letter('w1'), [first, message(2, 'w2', other)])).toBe(false);
    },
  );
});

test.each(['reminder', 'receipt'] as const)('a %s is about something of its own, whatever came since', (kind) => {
  expect(goes(letter('1', kind), [message(1, '1', { kind }), message(2, '2', { kind })])).toBe(false);
});
