import { isAscii, isUtf8, transcode } from 'node:buffer';
import { TextDecoder } from 'node:util';
import { memoizeText } from './memoizeText.ts';

/**
 * The text of a part in UTF-8 or, by its byte order mark, UTF-16; undefined if the bytes are neither. Characters that
 * XML does not allow, which some programs write after a paste, are dropped: they are invisible.
 */
export function decodeXml(bytes: Uint8Array): string | undefined {
  const text = isUtf8(bytes) ? decodeUtf8(bytes) : decodeUtf16(bytes);
  if (text === undefined || hasNoControls(bytes)) return text;
  return controls.test(text) ? text.replace(allControls, '') : text;
}

/** Line ends as in XML. */
export const decodeLineEnds = (text: string): string => (text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text);

/** Replaces entities; undefined if one is neither a character nor one of XML's five. */
export function decodeEntities(text: string): string | undefined {
  return text.includes('&') ? replaceEntities(text) : text;
}

const replaceEntities = memoizeText((text) => {
  let decoded = '';
  let from = 0;
  // Not by `replace`, which first collects every match: gigabytes, for a part made of nothing else.
  for (let at = text.indexOf('&'); at !== -1; at = text.indexOf('&', from)) {
    const end = text.indexOf(';', at);
    const character = end === -1 || end - at > longestEntity ? undefined : characterOf(text.slice(at + 1, end));
    if (character === undefined) return undefined;
    decoded += from === at ? character : text.slice(from, at) + character;
    from = end + 1;
  }
  return decoded + text.slice(from);
});

/**
 * Decodes the escapes `_xHHHH_` with which spreadsheets write characters that XML cannot hold, such as `_x000D_` for a
 * carriage return. Control characters that no one types, and unpaired surrogates, are dropped: they would make any
 * output of this text invalid.
 */
export function decodeEscapes(text: string): string {
  if (!text.includes('_x')) return text;
  const decoded = text.replace(/_x([0-9A-Fa-f]{4})_/g, (_escape, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 16)),
  );
  return decoded.replace(allControls, '').replace(/\p{Surrogate}/gu, '');
}

/** Booleans in XML Schema. Excel writes `1`, LibreOffice `true`. */
export const isTrue = (text: string | undefined): boolean => text === '1' || text === 'true';

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const controls = /[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/;
const allControls = new RegExp(controls, 'g');

/**
 * Whether bytes are certain to hold none of these characters. Four are compared together, which takes a third of the
 * time of a search in the text.
 */
function hasNoControls(bytes: Uint8Array): boolean {
  const words = bytes.byteOffset % 4 === 0 ? bytes.length >> 2 : 0;
  if (words === 0) return false;
  const view = new Int32Array(bytes.buffer, bytes.byteOffset, words);
  for (let index = 0; index < words; index += 1) {
    const word = view[index] ?? 0;
    // Not zero if one of the four is below a space.
    const below = (word - 0x20202020) & ~word & 0x80808080;
    if (below !== 0 && !isSpace(bytes, 4 * index, 4 * index + 4)) return false;
  }
  // U+FFFE and U+FFFF begin with this byte in UTF-8.
  return isSpace(bytes, 4 * words, bytes.length) && !bytes.includes(0xef);
}

/** Whether all control characters in a range are tabs and line ends. */
function isSpace(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d) return false;
  }
  return true;
}

/** Like a `TextDecoder`, which takes more than twice as long once a text has a single dash or curly quote. */
function decodeUtf8(bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (isAscii(buffer)) return buffer.toString('latin1');
  const text = transcode(buffer, 'utf8', 'utf16le').toString('utf16le');
  return text.startsWith('\ufeff') ? text.slice(1) : text;
}

function decodeUtf16(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  const encoding = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : '';
  if (encoding === '') return undefined;
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

const named = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

/** `&#x10FFFF;`, and some leading zeros. */
const longestEntity = 12;

/** Codes that XML does not allow give nothing, like the same characters written directly. */
function characterOf(entity: string): string | undefined {
  if (entity.charCodeAt(0) !== 0x23) return named.get(entity);
  const code = codeOf(entity);
  if (code === undefined || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return undefined;
  const character = String.fromCodePoint(code);
  return controls.test(character) ? '' : character;
}

/** The number in `#65` or `#x41`. Not by a regular expression: a part can hold a million of these. */
function codeOf(entity: string): number | undefined {
  const isHex = (entity.charCodeAt(1) | 0x20) === 0x78;
  const first = isHex ? 2 : 1;
  if (first === entity.length) return undefined;
  const base = isHex ? 16 : 10;
  let code = 0;
  for (let at = first; at < entity.length; at += 1) {
    const digit = digits.indexOf(entity.charAt(at).toLowerCase());
    if (digit === -1 || digit >= base) return undefined;
    code = code * base + digit;
  }
  return code;
}

const digits = '0123456789abcdef';
