import { type Finding, finding } from '../finding/index.ts';
import type { Message } from '../register/rows/messages.ts';
import { ukTime } from '../time.ts';
import type { OutgoingMessage } from './outgoingMessage.ts';

/** What earlier messages of the same kind and matter mean for one that is to go out. */
export type DeliveryDecision =
  | {
      readonly goes: true;
      readonly last: Message | undefined;
      /** Whether another workbook went to the partner since, so that this one is sent as if for the first time. */
      readonly anew: boolean;
    }
  /** Without a finding where it was sent, as it should be. */
  | { readonly goes: false; readonly findings: readonly Finding[] };

export interface Going {
  readonly manner: 'draft' | 'send';
  /** Whether it may go a second time. */
  readonly again: boolean;
  /** The addresses that it would go to now. */
  readonly recipient: string;
}

export function deliveryDecision(
  { partner, key }: OutgoingMessage,
  messages: readonly Message[],
  { manner, again, recipient }: Going,
): DeliveryDecision {
  const ofKind = messages.filter((message) =>
    (['round', 'instrument', 'partner', 'kind'] as const).every((field) => message[field] === key[field]),
  );
  const last = ofKind.findLast(({ about }) => about === key.about);
  if (last === undefined || again) return { goes: true, last, anew: false };
  // Reminders and receipts are each about something of their own; of workbooks, the last one counts.
  const later = key.kind === 'sending' ? ofKind.slice(ofKind.indexOf(last) + 1) : [];
  if (later.some(({ state }) => state !== 'refused' && state !== 'bounced')) return { goes: true, last, anew: true };
  const facts = { partner: partner.name, at: ukTime(new Date(last.at)) };
  const place = { key: partner.code };
  const isCured = last.recipient !== recipient;
  const judged: Readonly<Record<Message['state'], DeliveryDecision>> = {
    drafted:
      manner === 'draft'
        ? { goes: true, last, anew: false }
        : { goes: false, findings: [finding('mail.drafted-before', place, facts)] },
    sending: { goes: false, findings: [finding('mail.may-have-gone', place, facts)] },
    sent: { goes: false, findings: [] },
    refused: { goes: true, last, anew: false },
    bounced: isCured
      ? { goes: true, last, anew: false }
      : {
          goes: false,
          findings: [finding('mail.bounced-before', place, { ...facts, detail: last.detail ?? 'no reason given' })],
        },
  };
  return judged[last.state];
}
