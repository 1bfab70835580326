import { CompoundFault, openCompound } from './openCompound.ts';

/** A file as it was before somebody embedded it. */
export interface EmbeddedFile {
  /** Its own name, without folders; absent where nothing says it. */
  readonly name?: string;
  readonly bytes: Uint8Array;
}

/**
 * Takes a file out of the object in which Excel embeds it: a package, as for any file that no program offers to show (MS-OLEDS,
 * 2.3.6), or an object whose only content is a document.
 *
 * @returns undefined where the object is no such thing, or is damaged
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

/** With which a compound file begins. */
const signature = [0xd0, 0xcf, 0x11, 0xe0] as const;

/** Lengths of 4 bytes before contents; texts that end with a zero; at the end the texts again, in UTF-16. */
function packagedFile(native: Buffer): EmbeddedFile | undefined {
  // After the size of all and a mark of 2 bytes: label, path, a mark of 4 bytes, and the path of a copy with its length.
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

/** The path of the copy, the label and the path in UTF-16, each after the number of its characters; newer versions write them. */
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
