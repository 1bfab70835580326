import { constants, crc32, inflateRawSync } from 'node:zlib';
import { Inflate } from 'fflate';
import { partText, type ZipEntry } from './zipDirectory.ts';
import { ZipFault } from './zipFault.ts';

/**
 * The content of an entry of the archive with the given bytes. Never inflates more than the stated size.
 *
 * @param maxAtOnce bytes that are allocated at a time; if all of it fits, nothing is copied afterwards
 *
 * @throws ZipFault when the content differs from the directory's record.
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
 * The first bytes of an entry, up to a maximum, and whether they are all of it. If they are not, they cannot be checked
 * against the checksum.
 */
export function inflateUpTo(
  entry: ZipEntry,
  bytes: Uint8Array,
  maxBytes: number,
): { readonly bytes: Uint8Array; readonly isWhole: boolean } {
  if (entry.size <= maxBytes) return { bytes: inflateEntry(entry, bytes, maxBytes + 1), isWhole: true };
  const content = bytes.subarray(entry.start, entry.start + entry.packed);
  if (entry.method !== 8)
    return { bytes: entry.method === 0 ? content.subarray(0, maxBytes) : new Uint8Array(), isWhole: false };
  // Enough packed bytes for the maximum if all of the entry compresses alike; fewer if its beginning compresses more.
  for (let share = maxBytes / entry.size; share * content.length >= 1; share /= 2) {
    try {
      const packed = content.subarray(0, Math.floor(share * content.length));
      const options = {
        maxOutputLength: maxBytes,
        chunkSize: Math.max(64, maxBytes),
        finishFlush: constants.Z_SYNC_FLUSH,
      };
      return { bytes: inflateRawSync(packed, options), isWhole: false };
    } catch {
      // Larger than the maximum, or damaged: try a shorter beginning.
    }
  }
  return { bytes: new Uint8Array(), isWhole: false };
}

/** Packed bytes that are inflated at a time: each gives some thousand bytes at most. */
const stepBytes = 256;

/** At least so many of the first bytes of an entry, if it has them and they can be inflated. */
export function inflateStart(entry: ZipEntry, bytes: Uint8Array, minBytes: number): Uint8Array {
  const content = bytes.subarray(entry.start, entry.start + entry.packed);
  if (entry.method !== 8) return entry.method === 0 ? content.subarray(0, minBytes) : new Uint8Array();
  const pieces: Uint8Array[] = [];
  let length = 0;
  const inflate = new Inflate((piece) => {
    pieces.push(piece);
    length += piece.length;
  });
  try {
    for (let at = 0; at < content.length && length < minBytes; at += stepBytes) {
      inflate.push(content.subarray(at, at + stepBytes), at + stepBytes >= content.length);
    }
  } catch {
    // Damaged: the bytes before are all there is.
  }
  return Buffer.concat(pieces);
}

/** Maximum size of an output buffer, so that a stated size reserves no memory before it is reached. */
const pieceBytes = 1024 * 1024;

function inflateDeflated(entry: ZipEntry, content: Uint8Array, maxAtOnce: number): Uint8Array {
  if (entry.method !== 8) throw new ZipFault(`${partText(entry.name)} is packed in an unknown way (${entry.method})`);
  try {
    return inflateRawSync(content, {
      maxOutputLength: Math.max(1, entry.size),
      // A single byte over the size ends the work in one piece; 64 is zlib's minimum.
      chunkSize: Math.max(64, Math.min(entry.size + 1, maxAtOnce)),
    });
  } catch {
    // zlib throws for broken data and for more data than stated; either way the part is damaged.
    throw new ZipFault(`${partText(entry.name)} cannot be unpacked`);
  }
}
