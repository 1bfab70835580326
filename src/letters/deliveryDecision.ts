import { type Finding, finding } from '../finding/index.ts';
import type { Message } from '../register/rows/messages.ts';
import { ukTime } from '../time.ts';
import type { OutgoingMessage } from './outgoingMessage.ts';

/** Whether a message is sent, in view of earlier ones of the same kind and subject. */
export type DeliveryDecision =
  | {
      readonly isSent: true;
      readonly last: Message | undefined;
      /** Whether another workbook was sent to the partner since then, so that this one is sent as if for the first time. */
      readonly anew: boolean;
    }
  /** Without a finding if it was sent before, which is normal. */
  | { readonly isSent: false; readonly findings: readonly Finding[] };

export interface DeliveryOptions {
  readonly manner: 'draft' | 'send';
  /** Whether it may be sent a second time. */
  readonly again: boolean;
  /** The addresses to which it would be sent now. */
  readonly recipient: string;
}

export function deliveryDecision(
  { partner, key }: OutgoingMessage,
  messages: readonly Message[],
  { manner, again, recipient }: DeliveryOptions,
): DeliveryDecision {
  const ofKind = messages.filter((message) =>
    (['round', 'instrument', 'partner', 'kind'] as const).every((field) => message[field] === key[field]),
  );
  const last = ofKind.findLast(({ about }) => about === key.about);
  if (last === undefined || again) return { isSent: true, last, anew: false };
  // Each reminder and receipt has a subject of its own; of messages with a workbook, the last one counts.
  const later = key.kind === 'sending' ? ofKind.slice(ofKind.indexOf(last) + 1) : [];
  if (later.some(({ state }) => state !== 'refused' && state !== 'bounced')) return { isSent: true, last, anew: true };
  const facts = { partner: partner.name, at: ukTime(new Date(last.at)) };
  const place = { key: partner.code };
  const isCured = last.recipient !== recipient;
  const decisions: Readonly<Record<Message['state'], DeliveryDecision>> = {
    drafted:
      manner === 'draft'
        ? { isSent: true, last, anew: false }
        : { isSent: false, findings: [finding('mail.drafted-before', place, facts)] },
    sending: { isSent: false, findings: [finding('mail.may-have-gone', place, facts)] },
    sent: { isSent: false, findings: [] },
    refused: { isSent: true, last, anew: false },
    bounced: isCured
      ? { isSent: true, last, anew: false }
      : {
          isSent: false,
          findings: [finding('mail.bounced-before', place, { ...facts, detail: last.detail ?? 'no reason given' })],
        },
  };
  return decisions[last.state];
}
