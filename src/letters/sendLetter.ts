import { type Finding, finding } from '../finding/index.ts';
import { claimMessage, forgetMessage, type Message, recordState } from '../register/rows/messages.ts';
import type { Register } from '../register/tables/register.ts';
import { ukTime } from '../time.ts';
import { composeMessage } from './composeMessage.ts';
import { type Delivery, deliver } from './deliver.ts';
import type { MailServer } from './mailServer.ts';
import { contentOf, newMessageId, type OutgoingMessage } from './outgoingMessage.ts';

/** The way by which messages are sent. */
export interface Sender {
  readonly server: MailServer;
  /** The sender's address; the return address of each message if absent. */
  readonly from: string | undefined;
  readonly now: () => Date;
}

export interface SentLetter {
  /** `stopped`: neither this message nor, for now, any other can be sent. `left`: another command has sent it meanwhile. */
  readonly outcome: 'sent' | 'refused' | 'stopped' | 'left';
  readonly messageId: string;
  readonly findings: readonly Finding[];
}

/**
 * Sends one message. It is recorded in the register before its delivery and after, so that it is never sent twice, even if the
 * program ends between the two.
 *
 * @param last The earlier message on the same subject that was known when the decision to send was made.
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
  // Nobody sees a receipt before it is sent.
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
      const uncertain = finding('mail.may-have-gone', place, { partner: partner.name, at: ukTime(at) });
      return { outcome: 'stopped', messageId, findings: [uncertain, stopped(delivery.problem)] };
    }
  }
}

async function recordDelivery(register: Register, id: number, delivery: Delivery, at: Date): Promise<void> {
  switch (delivery.outcome) {
    case 'sent': {
      const { detail, refused, messageId } = delivery;
      const reply = refused === undefined ? detail : `${detail}; refused: ${refused}`;
      return recordState(register, id, { state: 'sent', at, detail: reply }, messageId);
    }
    case 'refused':
      return recordState(register, id, { state: 'refused', at, detail: delivery.detail });
    case 'not sent':
      return forgetMessage(register, id, at);
    case 'unknown':
      return recordState(register, id, { state: 'sending', at, detail: delivery.problem });
  }
}
