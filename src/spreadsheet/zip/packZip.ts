import { crc32, deflateRawSync } from 'node:zlib';
import type { PackageParts } from './packageParts.ts';

/** Two bytes each: the version that unpacking needs, 2.0; names in UTF-8; deflated; and 1 January 1980, 00:00. */
const head = [20, 0x0800, 8, 0, 0x21] as const;

/** A third of the time of zlib's default for a quarter more bytes, measured on the answers of 500 partners. */
const level = 1;

/**
 * Packs parts as a zip archive with Node's own zlib: for long parts four times as fast as fflate. Equal parts make
 * equal bytes, but another version of Node may compress differently. Workbooks are therefore packed by fflate before
 * they are issued, because returns are compared with the issued bytes.
 */
export function packZip(parts: PackageParts): Uint8Array {
  const entries: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, part] of parts) {
    const pressed = deflateRawSync(part, { level });
    const fields = Buffer.alloc(26);
    head.forEach((value, index) => {
      fields.writeUInt16LE(value, index * 2);
    });
    fields.writeUInt32LE(crc32(part), 10);
    fields.writeUInt32LE(pressed.length, 14);
    fields.writeUInt32LE(part.length, 18);
    fields.writeUInt16LE(Buffer.byteLength(name), 22);
    const entry = Buffer.concat([Buffer.from('PK\x03\x04'), fields, Buffer.from(name), pressed]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    directory.push(Buffer.from('PK\x01\x02'), Buffer.from([20, 0]), fields, place, Buffer.from(name));
    entries.push(entry);
    offset += entry.length;
  }
  const end = Buffer.alloc(18);
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  end.writeUInt16LE(parts.size, 4);
  end.writeUInt16LE(parts.size, 6);
  end.writeUInt32LE(size, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...entries, ...directory, Buffer.from('PK\x05\x06'), end]);
}
