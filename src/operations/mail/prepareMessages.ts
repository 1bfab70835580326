import { isDeepStrictEqual } from 'node:util';
import { type Finding, finding } from '../../finding/index.ts';
import { composeMessage } from '../../letters/composeMessage.ts';
import { deliveryDecision } from '../../letters/deliveryDecision.ts';
import { contentOf, type OutgoingMessage } from '../../letters/outgoingMessage.ts';
import { readAddresses } from '../../partners/emailAddresses.ts';
import type { Partner } from '../../partners/partner.ts';
import { type Message, messagesOf } from '../../register/rows/messages.ts';
import type { Register } from '../../register/tables/register.ts';
import { bytesText } from '../../spreadsheet/zip/readErrors.ts';
import type { MailRequest, Posting } from './mailRequest.ts';

/** A letter that is to go, with all that is needed for it. */
export interface PreparedMessage {
  readonly letter: OutgoingMessage;
  readonly to: readonly string[];
  /** The last earlier message on the same matter. */
  readonly last: Message | undefined;
  /** Whether another workbook went to the partner since. */
  readonly anew: boolean;
  /** Bytes of the whole message. */
  readonly size: number;
}

export interface PreparedMessages {
  readonly ready: readonly PreparedMessage[];
  /** How many were sent before, as they should have been. */
  readonly sentBefore: number;
  readonly findings: readonly Finding[];
}

/** Decides which letters can go: everything is looked at before the first of them leaves. */
export async function prepareMessages(
  register: Register,
  { again = false }: Pick<MailRequest, 'again'>,
  { server, from, maxBytes }: Pick<Posting, 'server' | 'from' | 'maxBytes'>,
  letters: readonly OutgoingMessage[],
): Promise<PreparedMessages> {
  const messages = await messagesOfAll(register, letters);
  const manner = server === undefined ? 'draft' : 'send';
  const ready: PreparedMessage[] = [];
  const findings: Finding[] = [];
  const unaddressed: Partner[] = [];
  let sentBefore = 0;
  for (const letter of letters) {
    const { partner, replyTo } = letter;
    const { addresses: to, findings: odd } = readAddresses(partner);
    // In a round of several instruments each partner has several letters.
    const unusual = odd.filter((one) => !findings.some((other) => isDeepStrictEqual(one, other)));
    if (to.length === 0) {
      if (odd.length === 0) unaddressed.push(partner);
      findings.push(...unusual);
      continue;
    }
    const earlier = deliveryDecision(letter, messages, { manner, again, recipient: to.join(', ') });
    if (!earlier.isSent) {
      findings.push(...earlier.findings);
      sentBefore += earlier.findings.length === 0 ? 1 : 0;
      continue;
    }
    findings.push(...unusual);
    const content = { ...contentOf(letter, to), from: from ?? replyTo, messageId: '<size@size>', date: new Date(0) };
    const { length: size } = await composeMessage({ ...content, manner: 'sent' });
    if (size <= maxBytes) {
      ready.push({ letter, to, last: earlier.last, anew: earlier.anew, size });
      if (size >= largeMessage) {
        findings.push(finding('mail.large', { key: partner.code }, { partner: partner.name, size: bytesText(size) }));
      }
    } else {
      const facts = { partner: partner.name, size: bytesText(size), limit: bytesText(maxBytes) };
      findings.push(finding('mail.too-large', { key: partner.code }, facts));
    }
  }
  return { ready, sentBefore, findings: [...withoutAddress(unaddressed), ...findings] };
}

/** Partners without an address are reported together. In a round of several instruments each has several letters. */
function withoutAddress(partners: readonly Partner[]): readonly Finding[] {
  const names = new Map(partners.map(({ code, name }) => [code, name]));
  const [[key, partner] = ['', ''], ...others] = names;
  if (names.size === 0) return [];
  return others.length === 0
    ? [finding('mail.no-address', { key }, { partners: [partner] })]
    : [finding('mail.no-address', {}, { partners: [...names].map((one) => one.join(' ')) })];
}

/** Bytes: some mail servers take no more than 10 MB, and what passes messages on may add to them (rule E7). */
const largeMessage = 7 * 1024 * 1024;

/** Every message of the rounds that the letters belong to. */
async function messagesOfAll(register: Register, letters: readonly OutgoingMessage[]): Promise<readonly Message[]> {
  const rounds = new Map(letters.map(({ key }) => [JSON.stringify([key.round, key.instrument]), key]));
  const messages: Message[] = [];
  for (const key of rounds.values()) messages.push(...(await messagesOf(register, key)));
  return messages;
}
