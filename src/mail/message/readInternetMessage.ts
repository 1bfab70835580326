import type { Address, Email, Attachment as PostalAttachment } from 'postal-mime';
import type { Correspondent } from '../../register/rows/receivedMessage.ts';
import { bytesText } from '../../spreadsheet/zip/readErrors.ts';
import type { MailLimits } from '../limits/limits.ts';
import { mailDamaged, mailTooLarge, mailTooMany } from '../limits/readErrors.ts';
import { mailTime } from './mailTime.ts';
import type { Attachment, Message } from './message.ts';
import { shortCorrespondent, shortSubject } from './shortText.ts';
import { base64In, type UuencodedFile, uuencodedIn } from './textEncoded.ts';

/**
 * Reads an internet message (.eml, RFC 5322), which may be hostile. Its size, and every number that the parser does not limit itself,
 * are limited before it is parsed. Messages inside it stay attachments.
 *
 * @throws FindingsError with `message.over-limit` or `message.damaged`.
 */
export async function readInternetMessage(bytes: Uint8Array, limits: MailLimits): Promise<Message> {
  if (bytes.length > limits.messageBytes) throw mailTooLarge('size', bytes.length, limits.messageBytes);
  boundParts(bytes, limits);
  const email = await parsed(bytes, limits);
  // Each server puts its headers before the existing ones, so the first of several was written last and is the one to use.
  const headers = new Map(email.headers.toReversed().map(({ key, value }) => [key, value]));
  return {
    isWithoutContent: isWithoutContent(bytes),
    sender: correspondent(email.from ?? email.sender),
    subject: shortSubject(email.subject ?? ''),
    sent: mailTime(headers.get('date') ?? ''),
    delivered: mailTime(headers.get('received')?.split(';').at(-1) ?? ''),
    messageId: messageIdIn(headers.get('message-id')),
    headers,
    messageClass: undefined,
    text: [email.text, email.html].map((text) => text?.slice(0, limits.textCharacters) ?? '').join('\n'),
    attachments: [...email.attachments.map(attachmentOf), ...uuencodedIn(email.text ?? '').map(uuencoded)],
  };
}

function attachmentOf({ filename, mimeType, disposition, related, content }: PostalAttachment): Attachment {
  const bytes = typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content);
  return {
    name: filename ?? '',
    type: mimeType.toLowerCase(),
    isInline: related === true || disposition === 'inline',
    bytes: base64In(bytes) ?? bytes,
  };
}

const uuencoded = ({ name, bytes }: UuencodedFile): Attachment => ({
  ...{ name, bytes, type: 'application/octet-stream', isInline: false },
});

/** The first Message-ID in a header or a text, with its angle brackets. */
export const messageIdIn = (text: string | undefined): string | undefined =>
  /<[^<>\s]{1,900}>/.exec(text?.slice(0, 10_000) ?? '')?.[0];

async function parsed(bytes: Uint8Array, limits: MailLimits): Promise<Email> {
  const { parseMail } = await import('./parseMail.ts');
  try {
    return await parseMail(withoutByteOrderMark(bytes), {
      forceRfc822Attachments: true,
      maxNestingDepth: limits.partDepth,
      maxHeadersSize: limits.headerBytes,
    });
  } catch (failure) {
    const reason = failure instanceof Error ? failure.message : '';
    if (/nesting depth/i.test(reason)) throw mailTooMany('depth of parts inside parts', limits.partDepth);
    if (/header size/i.test(reason))
      throw mailDamaged(`its headers are over the limit of ${bytesText(limits.headerBytes)}`);
    throw mailDamaged('it cannot be parsed');
  }
}

/** Removes a byte order mark, with which programs for Windows sometimes begin a text: it would be part of the first header's name. */
const withoutByteOrderMark = (bytes: Uint8Array): Uint8Array =>
  bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;

/** Whether attachments are missing: Apple Mail can save a message (.partial.emlx) with its attachments in separate files. */
const isWithoutContent = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes('\nX-Apple-Content-Length:');

/** Limits the number of MIME parts, each of which begins with a line that begins with two hyphens. */
function boundParts(bytes: Uint8Array, { partLines }: MailLimits): void {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let lines = 0;
  for (let at = buffer.indexOf('\n--'); at !== -1; at = buffer.indexOf('\n--', at + 3)) {
    lines += 1;
    if (lines > partLines) throw mailTooMany('number of parts', partLines);
  }
}

/** The sender; of a group (RFC 5322, 3.4), its first member. */
function correspondent(address: Address | undefined): Correspondent | undefined {
  const mailbox = address?.group === undefined ? address : address.group[0];
  return mailbox?.address === undefined || mailbox.address === ''
    ? undefined
    : shortCorrespondent({ name: mailbox.name, address: mailbox.address });
}
