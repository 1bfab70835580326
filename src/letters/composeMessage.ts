import { createHash } from 'node:crypto';
import { oneLine } from './wording/fillWording.ts';
import { htmlOf } from './wording/htmlOf.ts';

export interface MessageContent {
  /** Absent in a draft: the program that sends it adds the sender. */
  readonly from?: string;
  /** The addresses of one partner, never of two. */
  readonly to: readonly string[];
  readonly replyTo: string;
  /** Put before the subject, such as OFFICIAL. */
  readonly marking: string | undefined;
  /** Part of the subject, so that replies can be recognised. */
  readonly reference: string;
  readonly subject: string;
  readonly text: string;
  /** BCP 47, such as en-GB. */
  readonly language: string;
  readonly attachment?: Attachment;
  /** With its angle brackets. */
  readonly messageId: string;
  /** Message-ID of the message to which this one replies, so that programs show the two as one thread. */
  readonly inReplyTo?: string;
  readonly date: Date;
  /** A message that nobody sees before it is sent is marked as automatic (RFC 3834). */
  readonly manner: 'draft' | 'sent' | 'sent automatically';
}

export interface Attachment {
  /** In ASCII, because old programs lose other names. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Returns the bytes of an e-mail. Equal content gives equal bytes. */
export async function composeMessage(content: MessageContent): Promise<Uint8Array> {
  const { default: MailComposer } = await import('nodemailer/lib/mail-composer');
  const { from, to, replyTo, attachment, messageId, date } = content;
  return new MailComposer({
    // A text from a list or a return must not make nodemailer read a file or fetch a URL.
    disableFileAccess: true,
    disableUrlAccess: true,
    newline: 'win',
    ...(from === undefined ? {} : { from: { name: '', address: from } }),
    to: to.map((address) => ({ name: '', address })),
    replyTo: { name: '', address: replyTo },
    subject: subjectOf(content),
    text: printableText(content.text),
    html: htmlOf(printableText(content.text), content.language),
    ...(attachment === undefined ? {} : { attachments: [asPart(attachment)] }),
    messageId,
    ...answering(content.inReplyTo),
    date,
    headers: headers[content.manner],
    baseBoundary: createHash('sha256').update(messageId).digest('hex').slice(0, 24),
  })
    .compile()
    .build();
}

/** `OFFICIAL [pct-self-assessment_2026_5E1] PCT self-assessment: Sample PCT, by …` */
export const subjectOf = ({
  marking,
  reference,
  subject,
}: Pick<MessageContent, 'marking' | 'reference' | 'subject'>): string =>
  oneLine(`${marking ?? ''} [${reference}] ${subject}`);

/** The Message-ID comes from outside: it is used only in plain characters, which cannot start another header. */
const answering = (messageId: string | undefined) =>
  messageId !== undefined && /^<[!-~]+>$/.test(messageId) ? { inReplyTo: messageId, references: messageId } : {};

const headers: Readonly<Record<MessageContent['manner'], Readonly<Record<string, string>>>> = {
  draft: { 'X-Unsent': '1' },
  sent: {},
  'sent automatically': { 'Auto-Submitted': 'auto-generated' },
};

const asPart = ({ name, bytes }: Attachment) => ({
  filename: name,
  content: Buffer.from(bytes),
  contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
});

/** Removes control characters, except line breaks. */
const printableText = (text: string): string => text.toWellFormed().replace(/[^\P{Cc}\n]/gu, '');
