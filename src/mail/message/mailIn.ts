import { hasControls, signatureOf } from '../../spreadsheet/zip/signature.ts';
import { headersStart } from './headersStart.ts';

/** In which form a file holds e-mail: one message as mail servers pass it on (.eml), Outlook's (.msg), or a file of many (.mbox). */
export type MessageForm = 'internet' | 'outlook' | 'mbox';

/** E-mail in a file, without what programs put before and behind it. */
export interface Mail {
  readonly form: MessageForm;
  readonly bytes: Uint8Array;
}

/**
 * The e-mail that a file holds, judged by its content; undefined when it holds none. Before the headers may stand: a mark
 * of encoding, empty lines, the byte count of Apple Mail's .emlx, a banner, or the line ">From " of an mbox that was quoted.
 * UTF-16 and the line ends of old Macs, or doubled ones, are converted. Costs time in proportion to the size at most.
 *
 * @param bytes a whole file, or its first 64 KB
 */
export function mailIn(bytes: Uint8Array): Mail | undefined {
  const signature = signatureOf(bytes);
  if (signature.kind !== 'other' || signature.code === 'return.other-spreadsheet') return undefined;
  if (bytes[0] === 0xd0) return signature.code === 'return.mail' ? { form: 'outlook', bytes } : undefined;
  const characters = withUsualCharacters(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  if (!isText(characters)) return undefined;
  const text = withUsualLines(characters);
  const beginning = beginningOf(text);
  const at = headersStart(beginning);
  if (at === undefined) return undefined;
  const before = lineBefore(beginning, at);
  const separator = /^>?(?=From )/.exec(before.line);
  if (separator !== null) return { form: 'mbox', bytes: text.subarray(before.start + separator[0].length) };
  return { form: 'internet', bytes: withoutAppleEnd(text.subarray(at), before.line) };
}

/** Bytes in which the headers have to begin and to show what they are. */
const window = 64 * 1024;

const beginningOf = (text: Buffer): string => text.toString('latin1', 0, window);

/** Control characters are looked for in so many; mail servers let bytes of any kind pass further on. */
const judgedCharacters = 4_000;

const isText = (bytes: Buffer): boolean => !hasControls(bytes.toString('latin1', 0, judgedCharacters));

/** As UTF-8, without a mark of encoding. Editors for Windows save UTF-16. */
function withUsualCharacters(bytes: Buffer): Buffer {
  const [first = 0, second = 0, third = 0, fourth = 0] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return bytes.subarray(3);
  const isLittle = (first === 0xff && second === 0xfe) || (first !== 0 && second === 0 && third !== 0 && fourth === 0);
  const isBig = (first === 0xfe && second === 0xff) || (first === 0 && second !== 0 && third === 0 && fourth !== 0);
  if (!isLittle && !isBig) return bytes;
  return Buffer.from(new TextDecoder(isLittle ? 'utf-16le' : 'utf-16be').decode(bytes));
}

/** With LF at the end of lines that end with CR alone, and CRLF where a second conversion made CRCRLF. */
function withUsualLines(text: Buffer): Buffer {
  const beginning = beginningOf(text);
  const isOld = beginning.includes('\r') && !beginning.includes('\n');
  if (!isOld && !beginning.includes('\r\r\n')) return text;
  const converted = Buffer.alloc(text.length);
  let length = 0;
  for (let at = 0; at < text.length; at += 1) {
    const byte = text[at] ?? 0;
    const isDoubled = byte === 0x0d && text[at + 1] === 0x0d && text[at + 2] === 0x0a;
    if (isDoubled) continue;
    converted[length] = isOld && byte === 0x0d ? 0x0a : byte;
    length += 1;
  }
  return converted.subarray(0, length);
}

function lineBefore(text: string, at: number): { readonly line: string; readonly start: number } {
  if (at === 0) return { line: '', start: 0 };
  const start = text.lastIndexOf('\n', at - 2) + 1;
  return { line: text.slice(start, at).trimEnd(), start };
}

/** Without the property list behind a message of Apple Mail, whose length stands in the line before it. */
function withoutAppleEnd(message: Buffer, before: string): Buffer {
  if (!/^\d{1,10}$/.test(before)) return message;
  const counted = Number(before);
  if (/^\s*<(?:\?xml|!DOCTYPE plist)/.test(message.toString('latin1', counted, counted + 100))) {
    return message.subarray(0, counted);
  }
  // The count is no longer right where line ends were converted.
  const list = message.lastIndexOf('<?xml');
  return list !== -1 && message.includes('<plist', list) ? message.subarray(0, list) : message;
}
