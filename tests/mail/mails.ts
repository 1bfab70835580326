/** A file that is attached to a message. */
export interface Attached {
  readonly name: string;
  readonly bytes: Uint8Array | string;
  readonly type?: string;
  /** Headers of the part besides those that every attachment has. */
  readonly headers?: readonly string[];
}

export interface Letter {
  readonly from?: string;
  readonly subject?: string;
  /** Headers before all others, as mail servers put them there. */
  readonly above?: readonly string[];
  readonly headers?: readonly string[];
  readonly text?: string;
  readonly html?: string;
  readonly attached?: readonly Attached[];
  /** Messages that are forwarded as attachments. */
  readonly forwarded?: readonly string[];
  /** By the sender's clock; null leaves the header out. */
  readonly date?: string | null;
}

/** When our mail server received the letters below, unless they say otherwise: 09:30 in London. */
export const received = 'Received: from mx.netherby.example by mx.region.example; Wed, 18 Nov 2026 09:30:00 +0000';

/** A message as mail servers pass it on, written out part by part. */
export function mail(letter: Letter): string {
  const { from = 'Ann Example <ann@netherby.example>', subject = 'Our return', date } = letter;
  const head = [
    ...(letter.above ?? [received]),
    `From: ${from}`,
    'To: returns@region.example',
    `Subject: ${subject}`,
    ...(date === null ? [] : [`Date: ${date ?? 'Wed, 18 Nov 2026 09:29:00 +0000'}`]),
    ...(letter.headers ?? []),
    'MIME-Version: 1.0',
  ];
  const boundary = `=_${depth([letter])}_${subject.length}`;
  const parts = [
    lines('Content-Type: text/plain; charset=utf-8', '', letter.text ?? 'Please find attached.'),
    ...(letter.html === undefined ? [] : [lines('Content-Type: text/html; charset=utf-8', '', letter.html)]),
    ...(letter.attached ?? []).map(attachment),
    ...(letter.forwarded ?? []).map((message) => lines('Content-Type: message/rfc822', '', message)),
  ];
  return lines(
    ...head,
    `Content-Type: multipart/mixed; boundary="${boundary}"`,
    '',
    ...parts.flatMap((part) => [`--${boundary}`, part]),
    `--${boundary}--`,
    '',
  );
}

/** Messages inside messages need boundaries of their own. */
const depth = ([{ forwarded = [] } = {}]: readonly Letter[]): number =>
  Math.max(0, ...forwarded.map((message) => Number(/boundary="=_(\d+)_/.exec(message)?.[1] ?? 0) + 1));

const attachment = ({ name, bytes, type = 'application/octet-stream', headers = [] }: Attached): string =>
  lines(
    `Content-Type: ${type}; name="${name}"`,
    `Content-Disposition: attachment; filename="${name}"`,
    'Content-Transfer-Encoding: base64',
    ...headers,
    '',
    Buffer.from(bytes).toString('base64').replace(/.{76}/g, '$&\r\n'),
  );

/** A report of a mail server that a message was not delivered (RFC 3464). */
export const bounce = (recipient: string, status: string, original: string): string =>
  lines(
    received,
    'Return-Path: <>',
    'From: Mail Delivery Subsystem <mailer-daemon@netherby.example>',
    'To: returns@region.example',
    'Subject: Undelivered Mail Returned to Sender',
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary=report',
    '',
    '--report',
    'Content-Type: text/plain',
    '',
    'I could not deliver it.',
    '--report',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.netherby.example',
    '',
    `Final-Recipient: rfc822; ${recipient}`,
    'Action: failed',
    `Status: ${status}`,
    'Diagnostic-Code: smtp; 550 5.1.1 No such user',
    '  here',
    '--report',
    'Content-Type: message/rfc822',
    '',
    original,
    '--report--',
    '',
  );

/** An mbox file. */
export const mbox = (...messages: readonly string[]): string =>
  messages.map((message) => `From ann@netherby.example Wed Nov 18 09:30:05 2026\n${message}\n`).join('\n');

export const lines = (...all: readonly string[]): string => all.join('\r\n');
