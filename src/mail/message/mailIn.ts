import { hasControls, signatureOf } from '../../spreadsheet/zip/signature.ts';
import { headersStart } from './headersStart.ts';

/** The format of a file with e-mail: an internet message (.eml), an Outlook message (.msg), or a file of many messages (.mbox). */
export type MessageForm = 'internet' | 'outlook' | 'mbox';

/** E-mail in a file, without anything that programs put before and after it. */
export interface Mail {
  readonly form: MessageForm;
  readonly bytes: Uint8Array;
}

/**
 * Finds the e-mail in a file by its content; undefined if it has none. Allowed before the headers are a byte order mark,
 * empty lines, the byte count of Apple Mail's .emlx, a banner, and the quoted first line (">From ") of an mbox.
 * UTF-16 and the line ends of old Macs, or doubled ones, are converted. Takes linear time.
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

/** Bytes in which the headers have to begin and to be recognisable. */
const window = 64 * 1024;

const beginningOf = (text: Buffer): string => text.toString('latin1', 0, window);

/** Characters that are searched for control characters; further on, mail servers let bytes of any kind pass. */
const searchedCharacters = 4_000;

const isText = (bytes: Buffer): boolean => !hasControls(bytes.toString('latin1', 0, searchedCharacters));

/** Converts a text to UTF-8 without a byte order mark. Editors for Windows save UTF-16. */
function withUsualCharacters(bytes: Buffer): Buffer {
  const [first = 0, second = 0, third = 0, fourth = 0] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return bytes.subarray(3);
  const isLittle = (first === 0xff && second === 0xfe) || (first !== 0 && second === 0 && third !== 0 && fourth === 0);
  const isBig = (first === 0xfe && second === 0xff) || (first === 0 && second !== 0 && third === 0 && fourth !== 0);
  if (!isLittle && !isBig) return bytes;
  return Buffer.from(new TextDecoder(isLittle ? 'utf-16le' : 'utf-16be').decode(bytes));
}

/** Converts lines that end with CR alone to LF, and CRCRLF, which a second conversion makes, to CRLF. */
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

/** Removes the property list after a message of Apple Mail; the line before the message gives its length. */
function withoutAppleEnd(message: Buffer, before: string): Buffer {
  if (!/^\d{1,10}$/.test(before)) return message;
  const counted = Number(before);
  if (/^\s*<(?:\?xml|!DOCTYPE plist)/.test(message.toString('latin1', counted, counted + 100))) {
    return message.subarray(0, counted);
  }
  // Converted line ends make the length wrong.
  const list = message.lastIndexOf('<?xml');
  return list !== -1 && message.includes('<plist', list) ? message.subarray(0, list) : message;
}
