import type { Attachment, Message } from './message.ts';
import { messageIdIn } from './readInternetMessage.ts';

/** The kind of a message. `ordinary`: from a person. */
export type MessageClass =
  | { readonly kind: 'ordinary' | 'delivery-report' | 'read-receipt' | 'encrypted' }
  /** An automatic reply, or a message passed on by a mailing list, shared mailbox or ticket system. `mark`: the header that shows it. */
  | { readonly kind: 'automatic'; readonly mark: string }
  | { readonly kind: 'bounce'; readonly failures: readonly Failure[] };

/** An address that a message did not reach. */
export interface Failure {
  /** Empty if the report does not name it. */
  readonly recipient: string;
  /** Whether another attempt would fail too, as with an address that does not exist. */
  readonly isPermanent: boolean;
  /** The reply of the mail server, on one line. */
  readonly detail: string;
  /** Message-ID of the sent message, with its angle brackets. */
  readonly messageId: string | undefined;
}

/** Distinguishes automatic messages from ordinary ones by their headers and parts, never by their wording. */
export function classifyMessage(message: Message): MessageClass {
  const own = (message.headers.get('content-type') ?? '').toLowerCase();
  if (own.includes('multipart/encrypted') || message.attachments.some(isSealed)) return { kind: 'encrypted' };
  const status = partOf(message, 'message/delivery-status');
  const byOutlook = outlookClass(message);
  if (status !== undefined || own.includes('report-type=delivery-status') || failedRecipients(message).length > 0) {
    return fromStatus(message, status);
  }
  if (partOf(message, 'message/disposition-notification') !== undefined || own.includes('disposition-notification')) {
    return { kind: 'read-receipt' };
  }
  if (byOutlook !== undefined) return byOutlook;
  const mark = automaticMark(message);
  return mark === undefined ? { kind: 'ordinary' } : { kind: 'automatic', mark };
}

/** Whether an attachment is encrypted with S/MIME or Microsoft's rights management. */
const isSealed = ({ type, name, bytes }: Attachment): boolean =>
  /^application\/(?:x-)?(?:pkcs7-mime|microsoft-rpmsg-message)$/.test(type) ||
  /^message\.rpmsg$/i.test(name) ||
  // Outlook uses this name for a signed but readable message too; encrypted content is ASN.1, which begins with this byte.
  (/\.p7m$/i.test(name) && bytes[0] === 0x30);

const partOf = ({ attachments }: Message, type: string): string | undefined => {
  const part = attachments.find((attachment) => attachment.type === type);
  return part === undefined ? undefined : beginningOf(part);
};

/** Reports are short, so their beginning is enough. */
const beginningOf = ({ bytes }: Attachment): string => Buffer.from(bytes.subarray(0, 100_000)).toString('utf8');

const failedRecipients = ({ headers }: Message): readonly string[] =>
  (headers.get('x-failed-recipients') ?? '')
    .slice(0, headerCharacters)
    .split(',')
    .flatMap((address) => address.trim() || []);

/** Characters of a header that are read. */
const headerCharacters = 10_000;

/** Reads a delivery status (RFC 3464): the first group of fields is about the message, each further one about a recipient. */
function fromStatus(message: Message, status = ''): MessageClass {
  const messageId = originalId(message);
  const groups = status.split(/\r?\n[ \t]*\r?\n/).map(fieldsOf);
  const reported = groups.filter((fields) => fields.has('final-recipient') || fields.has('original-recipient'));
  const failed = reported.filter((fields) => fields.get('action')?.toLowerCase().startsWith('failed') !== false);
  if (reported.length > 0 && failed.length === 0) return { kind: 'delivery-report' };
  const failures = failed.map((fields) => ({
    recipient: addressOf(fields.get('final-recipient') ?? fields.get('original-recipient') ?? ''),
    isPermanent: !(fields.get('status') ?? '').startsWith('4'),
    detail: fields.get('diagnostic-code')?.replace(/^\w+;\s*/, '') ?? fields.get('status') ?? message.subject,
    messageId,
  }));
  const named = failedRecipients(message).map((recipient) => plainFailure(message, recipient));
  if (failures.length > 0) return { kind: 'bounce', failures };
  return { kind: 'bounce', failures: named.length > 0 ? named : [plainFailure(message, '')] };
}

const plainFailure = (message: Message, recipient: string): Failure => ({
  recipient,
  isPermanent: true,
  detail: message.subject,
  messageId: originalId(message),
});

/** The fields of a group, unfolded, by name in lower case. */
const fieldsOf = (group: string): ReadonlyMap<string, string> =>
  new Map(
    group
      .replace(/\r?\n[ \t]+/g, ' ')
      .split(/\r?\n/)
      .map((line): [string, string] => {
        const [name = '', ...value] = line.split(':');
        return [name.trim().toLowerCase(), value.join(':').trim().slice(0, 500)];
      }),
  );

/** The address in a field, without its type: `rfc822; a@b.example`. */
const addressOf = (field: string): string =>
  field
    .replace(/^[^;]*;/, '')
    .trim()
    .replace(/^<|>$/g, '');

/** Finds the Message-ID of the undelivered message. It is attached to the report, whole or its headers; some servers only refer to it. */
function originalId({ attachments, headers }: Message): string | undefined {
  const original = attachments.find(({ type }) => /^(?:message\/(?:global|rfc822)|text\/rfc822-headers)/.test(type));
  const own =
    original === undefined ? undefined : /^message-id:([^\n]*(?:\n[ \t][^\n]*)*)/im.exec(beginningOf(original));
  return messageIdIn(own?.[1]) ?? messageIdIn(headers.get('in-reply-to')) ?? messageIdIn(headers.get('references'));
}

function outlookClass({ messageClass = '', subject }: Message): MessageClass | undefined {
  if (/^REPORT\..*\.NDR$/i.test(messageClass)) {
    return { kind: 'bounce', failures: [{ recipient: '', isPermanent: true, detail: subject, messageId: undefined }] };
  }
  if (/^REPORT\..*\.DR$/i.test(messageClass)) return { kind: 'delivery-report' };
  if (/^REPORT\..*\.IPNR?N$/i.test(messageClass)) return { kind: 'read-receipt' };
  return /^IPM\.Note\.Rules\.(?:Oof|Reply)Template/i.test(messageClass)
    ? { kind: 'automatic', mark: messageClass }
    : undefined;
}

/** Returns the header that marks a message as sent or passed on by a program (RFC 3834, and older conventions). */
function automaticMark({ headers }: Message): string | undefined {
  for (const [name, marks] of automaticHeaders) {
    const value = headers.get(name);
    if (value !== undefined && marks.test(value)) return `${name}: ${value.trim()}`.slice(0, 80);
  }
  return undefined;
}

/** Values that mark a message as automatic, by header. "Precedence: list" is missing: it marks messages between people. */
const automaticHeaders: readonly (readonly [string, RegExp])[] = [
  ['auto-submitted', /^\s*(?!no\b)\S/i],
  ['x-autoreply', /^/],
  ['x-autorespond', /^/],
  ['x-autogenerated', /^/],
  ['precedence', /^\s*(?:auto_reply|bulk|junk)\b/i],
  ['return-path', /^\s*<>\s*$/],
];
