import { allLetters, type OutgoingMessages } from '../letters/outgoingMessage.ts';
import { type ReturnToAcknowledge, receiptLetters } from '../letters/receiptLetters.ts';
import { returnSenders } from '../register/rows/returnSenders.ts';
import { storedFindings } from '../register/rows/storedFindings.ts';
import type { Register } from '../register/tables/register.ts';
import { findingsAsDecided } from '../rounds/returns/findingsAsDecided.ts';
import { loadResponses } from '../rounds/returns/loadResponses.ts';
import { type Delivered, deliverMessages } from './mail/deliverMessages.ts';
import type { MailRequest, Posting } from './mail/mailRequest.ts';
import { type MailRound, mailRounds } from './mail/mailRounds.ts';
import type { OperationContext, Watcher } from './rounds/operationContext.ts';

/**
 * Writes an e-mail for each return that is not acknowledged yet.
 *
 * @throws Refusal for a round or partner that does not exist.
 */
export async function writeReceipts(
  context: OperationContext,
  request: MailRequest,
  posting: Posting,
  watcher: Watcher = {},
): Promise<Delivered> {
  const { rounds, findings } = await mailRounds(context, request, posting);
  const all: OutgoingMessages[] = [{ letters: [], findings }];
  for (const round of rounds) {
    all.push(receiptLetters(round, await toAcknowledge(context.register, round), round.wordings.receipt));
  }
  return deliverMessages(context, request, posting, allLetters(all), watcher);
}

async function toAcknowledge(
  register: Register,
  { instrument, partners }: MailRound,
): Promise<readonly ReturnToAcknowledge[]> {
  const returns = partners.flatMap(({ partner, returns: own }) =>
    own.filter(({ of }) => of === undefined).map((summary) => ({ partner, summary })),
  );
  const responses = await loadResponses(
    register,
    instrument,
    returns.map(({ summary }) => summary.id),
  );
  const senders = await returnSenders(register);
  const all: ReturnToAcknowledge[] = [];
  for (const { partner, summary } of returns) {
    const response = responses.get(summary.id);
    if (response === undefined) throw new Error(`Return ${summary.id} has no answers`);
    const { messageId } = senders.get(summary.id) ?? {};
    const findings = await findingsAsDecided(register, summary.id, await storedFindings(register, summary.id));
    all.push({ partner, summary, response, findings, ...(messageId ? { inReplyTo: messageId } : {}) });
  }
  return all;
}
