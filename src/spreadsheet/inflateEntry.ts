import { crc32, inflateRawSync } from 'node:zlib';
import { Inflate } from 'fflate';
import { partText, type ZipEntry } from './zipDirectory.ts';
import { ZipFault } from './zipFault.ts';

/**
 * The content of an entry of the archive with the given bytes. No more than the stated size is ever unpacked.
 *
 * @throws ZipFault when that is not what was packed.
 */
export function inflateEntry(entry: ZipEntry, bytes: Uint8Array): Uint8Array {
  const content = bytes.subarray(entry.start, entry.start + entry.packed);
  const plain = entry.method === 0 ? content : inflateDeflated(entry, content);
  if (plain.length !== entry.size || crc32(plain) !== entry.crc) {
    throw new ZipFault(`${partText(entry.name)} does not unpack to what was packed`);
  }
  return plain;
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

function inflateDeflated(entry: ZipEntry, content: Uint8Array): Uint8Array {
  if (entry.method !== 8) throw new ZipFault(`${partText(entry.name)} is packed in an unknown way (${entry.method})`);
  try {
    return inflateRawSync(content, {
      maxOutputLength: Math.max(1, entry.size),
      // One byte more than is needed ends the work in one piece; 64 is the least that zlib takes.
      chunkSize: Math.min(Math.max(64, entry.size + 1), pieceBytes),
    });
  } catch {
    // zlib throws for broken data and for more data than stated; either way the part is not what was packed.
    throw new ZipFault(`${partText(entry.name)} cannot be unpacked`);
  }
}
