import { decodeText, readXml, type XmlAttributes } from '../xml/readXml.ts';
import { decodeEscapes, isTrue } from '../xml/xmlText.ts';
import type { ReadLimits } from '../zip/limits.ts';
import { moreThan } from '../zip/readErrors.ts';

/** Placeholder for a text that is too long for a cell. */
export const tooLong = Symbol('too long');

/** A text of which parts have fonts of their own, which take precedence over the cell's. */
export interface RichText {
  readonly text: string;
  /** The struck-out words; separate ones are joined by spaces. Empty if there are none. */
  readonly struck: string;
}

type SharedString = string | RichText | typeof tooLong;

/** The shared strings by index; undefined for an index that the table does not have. */
export type SharedStrings = (index: number) => SharedString | undefined;

/** Reads the shared string table. Runs of different fonts are joined; phonetic readings are left out. */
export function readSharedStrings(partName: string, bytes: Uint8Array, limits: ReadLimits): SharedStrings {
  const strings: SharedString[] = [];
  let text = '';
  let struck = '';
  let inStruck = false;
  let hasFonts = false;
  let isTooLong = false;
  let inText = false;
  let inPhonetic = false;
  const add = (string: SharedString): void => {
    if (strings.length >= limits.sharedStrings) throw moreThan('number of shared texts', limits.sharedStrings);
    strings.push(string);
  };
  readXml(partName, bytes, limits, {
    take(xml, at) {
      plainText.lastIndex = at;
      const found = plainText.exec(xml);
      if (found === null) return at;
      const whole = decodeText(partName, found[1] ?? '');
      add(whole.length > limits.cellCharacters ? tooLong : decodeEscapes(whole));
      return plainText.lastIndex;
    },
    open(name, attributes) {
      if (name === 't') inText = !inPhonetic;
      else if (name === 'rPh') inPhonetic = true;
      else if (name === 'rPr') hasFonts = true;
      else if (name === 'strike') inStruck = isOn(attributes);
      else if (name === 'si') {
        text = '';
        struck = '';
        hasFonts = false;
        isTooLong = false;
      }
    },
    text(piece) {
      if (!inText || isTooLong) return;
      text += piece;
      isTooLong = text.length > limits.cellCharacters;
      if (inStruck && !isTooLong) struck += piece;
    },
    close(name) {
      if (name === 't') inText = false;
      else if (name === 'rPh') inPhonetic = false;
      else if (name === 'r' && inStruck) {
        inStruck = false;
        struck += ' ';
      } else if (name === 'si') {
        add(
          isTooLong
            ? tooLong
            : hasFonts
              ? { text: decodeEscapes(text), struck: struckWords(struck) }
              : decodeEscapes(text),
        );
      }
    },
  });
  return (index) => strings[index];
}

/** A text of one font. */
const plainText = /<si><t(?: xml:space="preserve")?>([^<]*)<\/t><\/si>/y;

/** Whether a property of a font that may say `val="0"` is set (ECMA-376 part 1, 18.8.37). */
export const isOn = (attributes: XmlAttributes): boolean => {
  const value = attributes.get('val');
  return value === undefined || isTrue(value);
};

/** Struck-out words as they are reported: on one line. */
export const struckWords = (text: string): string =>
  text === '' ? '' : decodeEscapes(text).trim().replace(/\s+/g, ' ');

/**
 * The same for a table too large to be read at once: each text is read when a cell refers to it, and unused texts are
 * passed over.
 *
 * @returns undefined if the texts of the table cannot be separated safely
 */
export function findSharedStrings(partName: string, bytes: Uint8Array, limits: ReadLimits): SharedStrings | undefined {
  const part = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // Comments and CDATA may contain text that looks like an entry.
  if (part.indexOf('<!') !== -1) return undefined;
  const starts: number[] = [];
  let searched = 0;
  /** Searches no further than for the first text after it: most of the table may be unused. */
  const startOf = (index: number): number | undefined => {
    while (starts.length <= index && searched !== -1) {
      const at = part.indexOf('<si', searched);
      searched = at === -1 ? -1 : at + 3;
      const next = part[at + 3];
      if (at !== -1 && (next === greater || next === slash || next === space)) starts.push(at);
    }
    return starts[index];
  };
  if (startOf(0) === undefined) return undefined;
  const known = new Map<number, ReturnType<SharedStrings>>();
  return (index) => {
    if (known.has(index)) return known.get(index);
    const [start, end = part.lastIndexOf('</sst>')] = [startOf(index), startOf(index + 1)];
    if (start === undefined || end < start || end - start > limits.entryBytes) return undefined;
    const read = readSharedStrings(partName, part.subarray(start, end), limits)(0);
    known.set(index, read);
    return read;
  };
}

const [greater, slash, space] = [0x3e, 0x2f, 0x20];
