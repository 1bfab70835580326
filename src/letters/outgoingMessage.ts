import { randomUUID } from 'node:crypto';
import { type Finding, finding } from '../finding/index.ts';
import type { Instrument } from '../instrument/model/schema.ts';
import { onlyAddress } from '../partners/emailAddresses.ts';
import type { Partner } from '../partners/partner.ts';
import type { MessageKey } from '../register/rows/messages.ts';
import type { IssuedFile } from '../rounds/issue/issuedFiles.ts';
import type { Round } from '../rounds/round/roundStatus.ts';
import { describeUkTime } from '../time.ts';
import type { Attachment, MessageContent } from './composeMessage.ts';
import { fillWording } from './wording/fillWording.ts';
import type { CommonFilling, Fillings, Wording, WordingPart } from './wording/wordingParts.ts';

/** An e-mail to one partner, before it has an address, a date and a Message-ID. */
export interface OutgoingMessage
  extends Pick<MessageContent, 'replyTo' | 'marking' | 'reference' | 'language' | 'inReplyTo'> {
  readonly partner: Partner;
  readonly key: MessageKey;
  /** Subject and text, with all placeholders filled in. */
  readonly words: Wording;
  readonly attachment?: Attachment;
  /** File name of the draft, without its folder. */
  readonly draft: string;
}

/** The data from which the messages of a round are written. */
export interface LetterContext {
  readonly round: Round;
  readonly instrument: Instrument;
  /** Of this round and instrument. */
  readonly issued: readonly IssuedFile[];
  /** The contact for questions; the return address if absent. */
  readonly contact: string | undefined;
  /** The deadlines of partners that have a later one than the round, by partner code. */
  readonly dues?: ReadonlyMap<string, Date>;
}

/** The deadline of a partner, which the messages to it say. */
export const deadlineFor = ({ round, dues }: Pick<LetterContext, 'round' | 'dues'>, { code }: Partner): Date =>
  dues?.get(code) ?? round.due;

export interface OutgoingMessages {
  readonly letters: readonly OutgoingMessage[];
  readonly findings: readonly Finding[];
}

export interface LetterParts<Part extends WordingPart> {
  readonly part: Part;
  readonly wording: Wording;
  readonly fillings: Fillings<Part>;
  readonly key: Pick<MessageKey, 'kind' | 'about'>;
  /** Follows the reference in the file name of the draft. */
  readonly suffix?: string;
  readonly attachment?: Attachment;
  readonly inReplyTo?: string;
}

/** Writes a message, or reports why it cannot be written. */
export function writeOutgoingMessage<Part extends WordingPart>(
  context: LetterContext,
  partner: Partner,
  { wording, fillings, key, suffix = '', attachment, inReplyTo }: LetterParts<Part>,
): OutgoingMessages {
  const { round, instrument, issued, contact } = context;
  const workbook = issued.findLast(({ partner: code, isCorrection }) => code === partner.code && !isCorrection);
  const { fileName = '' } = workbook ?? {};
  const { returnTo: given = '' } = round;
  const replyTo = onlyAddress(given);
  if (replyTo === undefined) {
    const facts = { round: round.round, instrument: instrument.key, given };
    return { letters: [], findings: [finding('mail.no-return-address', {}, facts)] };
  }
  const reference = fileName.replace(/\.xlsx$/, '');
  const common: Readonly<Record<CommonFilling, string>> = {
    partner: partner.name,
    code: partner.code,
    title: instrument.title,
    round: round.round,
    deadline: describeUkTime(deadlineFor(context, partner)),
    returnTo: replyTo,
    contact: contact ?? replyTo,
  };
  const letter = {
    ...{ partner, replyTo, reference, marking: round.marking, language: instrument.language },
    key: { round: round.round, instrument: instrument.key, partner: partner.code, ...key },
    words: fillWording(wording, { ...common, ...fillings }),
    draft: `${reference}${suffix}.eml`,
    ...(attachment === undefined ? {} : { attachment }),
    ...(inReplyTo === undefined ? {} : { inReplyTo }),
  };
  return { letters: [letter], findings: [] };
}

/** Joins several results. A finding about the whole round is reported once. */
export function allLetters(several: readonly OutgoingMessages[]): OutgoingMessages {
  const findings = several.flatMap((one) => one.findings.map((found) => [JSON.stringify(found), found] as const));
  return { letters: several.flatMap(({ letters }) => letters), findings: [...new Map(findings).values()] };
}

/** The content of a message, addressed. */
export const contentOf = (
  { words, attachment, inReplyTo, replyTo, marking, reference, language }: OutgoingMessage,
  to: readonly string[],
): Omit<MessageContent, 'messageId' | 'date' | 'manner'> => ({
  ...{ to, replyTo, marking, reference, language, ...words },
  ...(attachment === undefined ? {} : { attachment }),
  ...(inReplyTo === undefined ? {} : { inReplyTo }),
});

/** A new Message-ID in the domain of an address, as mail servers expect. */
export const newMessageId = (address: string): string =>
  `<${randomUUID()}@${address.slice(address.lastIndexOf('@') + 1)}>`;
