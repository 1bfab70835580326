import { CompoundFault, openCompound } from './openCompound.ts';

/** A file recovered from the object in which it was embedded. */
export interface EmbeddedFile {
  /** The file's original name, without folders; absent if the object does not give it. */
  readonly name?: string;
  readonly bytes: Uint8Array;
}

/**
 * Extracts a file from the object in which Excel embeds it: a package, as for any file without a program to show it
 * (MS-OLEDS, 2.3.6), or an object with a document as its only content.
 *
 * @returns undefined if the object is something else, or is damaged
 */
export function embeddedFile(object: Uint8Array): EmbeddedFile | undefined {
  if (!signature.every((byte, index) => object[index] === byte)) return undefined;
  try {
    const { stream } = openCompound(object);
    const packaged = stream('\u0001Ole10Native');
    if (packaged !== undefined) return packagedFile(Buffer.from(packaged));
    const document = stream('Package') ?? stream('EmbeddedOdf') ?? stream('CONTENTS');
    return document === undefined ? undefined : { bytes: document };
  } catch (failure) {
    if (failure instanceof CompoundFault || failure instanceof RangeError) return undefined;
    throw failure;
  }
}

/** First bytes of a compound file. */
const signature = [0xd0, 0xcf, 0x11, 0xe0] as const;

/** Lengths of 4 bytes before contents; texts end with a zero; at the end the texts are repeated in UTF-16. */
function packagedFile(native: Buffer): EmbeddedFile | undefined {
  // After the total size and a mark of 2 bytes: label, path, a mark of 4 bytes, and the path of a copy with its length.
  let at = 6;
  const text = (): string => {
    const end = native.indexOf(0, at);
    if (end === -1) throw new RangeError('A text has no end');
    const found = native.toString('latin1', at, end);
    at = end + 1;
    return found;
  };
  const [label, path] = [text(), text()];
  at += 4;
  at += 4 + native.readUInt32LE(at);
  const size = native.readUInt32LE(at);
  const bytes = native.subarray(at + 4, at + 4 + size);
  if (bytes.length < size) return undefined;
  const wide = wideTexts(native, at + 4 + size);
  const name = [wide[2], wide[1], path, label]
    .map((one = '') => one.replace(/^.*[\\/]/s, '').trim())
    .find((one) => one !== '');
  return name === undefined ? { bytes } : { name, bytes };
}

/**
 * The path of the copy, the label and the path in UTF-16, each after its length in characters; newer versions write
 * them.
 */
function wideTexts(native: Buffer, from: number): readonly string[] {
  const texts: string[] = [];
  for (let at = from; texts.length < 3 && at + 4 <= native.length; ) {
    const end = at + 4 + 2 * native.readUInt32LE(at);
    if (end > native.length) break;
    texts.push(native.toString('utf16le', at + 4, end).replace(/\0.*$/s, ''));
    at = end;
  }
  return texts;
}
