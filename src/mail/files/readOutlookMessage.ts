import msgReader, { type FieldsData } from '@kenjiuno/msgreader';
import { FindingsError } from '../../finding/index.ts';
import type { MailLimits } from '../limits/limits.ts';
import { mailDamaged, mailTooLarge, mailTooMany } from '../limits/readErrors.ts';
import { mailTime } from '../message/mailTime.ts';
import type { Attachment, Message } from '../message/message.ts';
import { messageIdIn } from '../message/readInternetMessage.ts';
import { shortCorrespondent, shortSubject } from '../message/shortText.ts';
import { validateCompoundFile } from './validateCompoundFile.ts';

/**
 * Reads a message in Outlook's own format (.msg), which may be hostile. A message inside it becomes an attachment in the
 * same format.
 *
 * @throws FindingsError with `message.over-limit` or `message.damaged`.
 */
export function readOutlookMessage(bytes: Uint8Array, limits: MailLimits): Message {
  if (bytes.length > limits.messageBytes) throw mailTooLarge('size', bytes.length, limits.messageBytes);
  const safe = validateCompoundFile(bytes);
  try {
    return messageIn(new Reader(safe), limits);
  } catch (failure) {
    // The reader throws errors of any kind for unexpected content.
    if (failure instanceof FindingsError) throw failure;
    throw mailDamaged('it is not in the format that Outlook writes');
  }
}

// The package is CommonJS with a default export of its own, which Node and bundlers import differently.
const Reader = 'default' in msgReader ? msgReader.default : msgReader;
type Reader = InstanceType<typeof Reader>;

function messageIn(reader: Reader, limits: MailLimits): Message {
  const data = reader.getFileData();
  const headers = headersIn(data.headers ?? '', limits);
  const { attachments = [] } = data;
  if (attachments.length > limits.files) throw mailTooMany('number of attachments', limits.files);
  const address = [data.senderSmtpAddress, data.sentRepresentingSmtpAddress, data.senderEmail].find((known) =>
    known?.includes('@'),
  );
  const received = headers.get('received')?.split(';').at(-1);
  return {
    sender: address === undefined ? undefined : shortCorrespondent({ name: data.senderName ?? '', address }),
    subject: shortSubject(data.subject ?? ''),
    sent: timeIn(data.clientSubmitTime) ?? mailTime(headers.get('date') ?? ''),
    delivered: timeIn(data.messageDeliveryTime) ?? mailTime(received ?? ''),
    messageId: messageIdIn(data.messageId ?? headers.get('message-id')),
    headers,
    messageClass: data.messageClass,
    text: [data.body ?? '', htmlOf(data)].map((text) => text.slice(0, limits.textCharacters)).join('\n'),
    attachments: attachments.map((attachment) => attachmentOf(reader, attachment)),
  };
}

function attachmentOf(reader: Reader, field: FieldsData): Attachment {
  const { content } = reader.getAttachment(field);
  return {
    name: field.fileName ?? field.fileNameShort ?? field.name ?? '',
    type: (field.attachMimeTag ?? '').toLowerCase(),
    isInline: field.attachmentHidden === true || field.pidContentId !== undefined,
    bytes: content,
  };
}

const htmlOf = ({ bodyHtml, html }: FieldsData): string =>
  bodyHtml ?? (html === undefined ? '' : Buffer.from(html).toString('latin1'));

/** Reads a time. Outlook leaves an unknown one at the beginning of its calendar, 1601. */
function timeIn(text: string | undefined): Date | undefined {
  const time = mailTime(text ?? '');
  return time !== undefined && time.getUTCFullYear() > 1990 ? time : undefined;
}

/** Reads the internet headers; a message that never left the organisation has none. */
function headersIn(text: string, { headerBytes }: MailLimits): ReadonlyMap<string, string> {
  const lines = text
    .slice(0, headerBytes)
    .replace(/\r?\n[ \t]+/g, ' ')
    .split(/\r?\n/);
  return new Map(
    lines.toReversed().map((line): [string, string] => {
      const [name = '', ...value] = line.split(':');
      return [name.toLowerCase(), value.join(':').trim()];
    }),
  );
}
