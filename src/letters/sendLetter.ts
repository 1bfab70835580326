import { type Finding, finding } from '../finding/index.ts';
import { claimMessage, forgetMessage, type Message, recordState } from '../register/rows/messages.ts';
import type { Register } from '../register/tables/register.ts';
import { ukTime } from '../time.ts';
import { composeMessage } from './composeMessage.ts';
import { type Delivery, deliver } from './deliver.ts';
import type { MailServer } from './mailServer.ts';
import { contentOf, newMessageId, type OutgoingMessage } from './outgoingMessage.ts';

/** How letters leave. */
export interface Sender {
  readonly server: MailServer;
  /** Whose mailbox sends; the return address of each letter when absent. */
  readonly from: string | undefined;
  readonly now: () => Date;
}

export interface SentLetter {
  /** `stopped`: neither this one nor, for now, any other can be sent. `left`: another command has sent it meanwhile. */
  readonly outcome: 'sent' | 'refused' | 'stopped' | 'left';
  readonly messageId: string;
  readonly findings: readonly Finding[];
}

/**
 * Sends one letter. The register is told before it is handed over and after, so that it never goes twice, even when the
 * program is ended between the two.
 *
 * @param last The message of the same matter that was seen when it was decided that this one goes.
 */
export async function sendLetter(
  register: Register,
  { server, from: sender, now }: Sender,
  letter: OutgoingMessage,
  to: readonly string[],
  last: Message | undefined,
): Promise<SentLetter> {
  const { partner, key } = letter;
  const from = sender ?? letter.replyTo;
  const at = now();
  const messageId = newMessageId(from);
  // Nobody looks at a receipt before it goes.
  const manner = key.kind === 'receipt' ? 'sent automatically' : 'sent';
  const bytes = await composeMessage({ ...contentOf(letter, to), from, messageId, date: at, manner });
  const claim = { message_id: messageId, recipient: to.join(', ') };
  const id = await claimMessage(register, key, claim, { state: 'sending', at, detail: null }, last);
  if (id === undefined) return { outcome: 'left', messageId, findings: [] };
  const delivery = await deliver(server, { from, to }, bytes);
  await recordDelivery(register, id, delivery, now());
  const place = { key: partner.code };
  const stopped = (problem: string): Finding => finding('mail.server', {}, { server: server.name, problem });
  switch (delivery.outcome) {
    case 'sent': {
      const { refused: detail } = delivery;
      const findings =
        detail === undefined ? [] : [finding('mail.some-refused', place, { partner: partner.name, detail })];
      return { outcome: 'sent', messageId: delivery.messageId ?? messageId, findings };
    }
    case 'refused': {
      const { detail } = delivery;
      return {
        outcome: 'refused',
        messageId,
        findings: [finding('mail.refused', place, { partner: partner.name, detail })],
      };
    }
    case 'not sent':
      return { outcome: 'stopped', messageId, findings: [stopped(delivery.problem)] };
    case 'unknown': {
      const doubtful = finding('mail.may-have-gone', place, { partner: partner.name, at: ukTime(at) });
      return { outcome: 'stopped', messageId, findings: [doubtful, stopped(delivery.problem)] };
    }
  }
}

async function recordDelivery(register: Register, id: number, delivery: Delivery, at: Date): Promise<void> {
  switch (delivery.outcome) {
    case 'sent': {
      const { detail, refused, messageId } = delivery;
      const said = refused === undefined ? detail : `${detail}; refused: ${refused}`;
      return recordState(register, id, { state: 'sent', at, detail: said }, messageId);
    }
    case 'refused':
      return recordState(register, id, { state: 'refused', at, detail: delivery.detail });
    case 'not sent':
      return forgetMessage(register, id, at);
    case 'unknown':
      return recordState(register, id, { state: 'sending', at, detail: delivery.problem });
  }
}
