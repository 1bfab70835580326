import { constants, crc32, inflateRawSync } from 'node:zlib';
import { Inflate } from 'fflate';
import { partText, type ZipEntry } from './zipDirectory.ts';
import { ZipFault } from './zipFault.ts';

/**
 * The content of an entry of the archive with the given bytes. No more than the stated size is ever unpacked.
 *
 * @param maxAtOnce bytes for which room is made at a time; where all of it fits, nothing is copied afterwards
 *
 * @throws ZipFault when that is not what was packed.
 */
export function inflateEntry(entry: ZipEntry, bytes: Uint8Array, maxAtOnce = pieceBytes): Uint8Array {
  const content = bytes.subarray(entry.start, entry.start + entry.packed);
  const plain = entry.method === 0 ? content : inflateDeflated(entry, content, maxAtOnce);
  if (plain.length !== entry.size || crc32(plain) !== entry.crc) {
    throw new ZipFault(`${partText(entry.name)} does not unpack to what was packed`);
  }
  return plain;
}

/**
 * The first bytes of an entry, at most so many, and whether they are all of it. Where they are not, nothing proves that they
 * are what was packed.
 */
export function inflateUpTo(
  entry: ZipEntry,
  bytes: Uint8Array,
  most: number,
): { readonly bytes: Uint8Array; readonly isWhole: boolean } {
  if (entry.size <= most) return { bytes: inflateEntry(entry, bytes, most + 1), isWhole: true };
  const content = bytes.subarray(entry.start, entry.start + entry.packed);
  if (entry.method !== 8)
    return { bytes: entry.method === 0 ? content.subarray(0, most) : new Uint8Array(), isWhole: false };
  // As much of what is packed as gives so many bytes if all of it shrank alike; less where its beginning shrank more.
  for (let share = most / entry.size; share * content.length >= 1; share /= 2) {
    try {
      const packed = content.subarray(0, Math.floor(share * content.length));
      const options = { maxOutputLength: most, chunkSize: Math.max(64, most), finishFlush: constants.Z_SYNC_FLUSH };
      return { bytes: inflateRawSync(packed, options), isWhole: false };
    } catch {
      // More than there is room for, or damaged: a shorter beginning may do.
    }
  }
  return { bytes: new Uint8Array(), isWhole: false };
}

/** Packed bytes that are unpacked at a time: each gives some thousand bytes at most. */
const stepBytes = 256;

/** At least so many of the first bytes of an entry, where it has them and they can be unpacked. */
export function beginningOf(entry: ZipEntry, bytes: Uint8Array, wanted: number): Uint8Array {
  const content = bytes.subarray(entry.start, entry.start + entry.packed);
  if (entry.method !== 8) return entry.method === 0 ? content.subarray(0, wanted) : new Uint8Array();
  const pieces: Uint8Array[] = [];
  let length = 0;
  const inflate = new Inflate((piece) => {
    pieces.push(piece);
    length += piece.length;
  });
  try {
    for (let at = 0; at < content.length && length < wanted; at += stepBytes) {
      inflate.push(content.subarray(at, at + stepBytes), at + stepBytes >= content.length);
    }
  } catch {
    // Damaged: what came before that is all there is.
  }
  return Buffer.concat(pieces);
}

/** Output is collected in pieces of at most this size, so that a stated size reserves no more before it is met. */
const pieceBytes = 1024 * 1024;

function inflateDeflated(entry: ZipEntry, content: Uint8Array, mostAtOnce: number): Uint8Array {
  if (entry.method !== 8) throw new ZipFault(`${partText(entry.name)} is packed in an unknown way (${entry.method})`);
  try {
    return inflateRawSync(content, {
      maxOutputLength: Math.max(1, entry.size),
      // One byte more than is needed ends the work in one piece; 64 is the least that zlib takes.
      chunkSize: Math.max(64, Math.min(entry.size + 1, mostAtOnce)),
    });
  } catch {
    // zlib throws for broken data and for more data than stated; either way the part is not what was packed.
    throw new ZipFault(`${partText(entry.name)} cannot be unpacked`);
  }
}
