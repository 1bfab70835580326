import { crc32 } from 'node:zlib';

/** Offsets of the records that begin with a signature. */
function recordsOf(bytes: Uint8Array, signature: string): number[] {
  const found: number[] = [];
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = buffer.indexOf(signature, 0, 'latin1'); at !== -1; at = buffer.indexOf(signature, at + 4, 'latin1')) {
    found.push(at);
  }
  return found;
}

/** A copy in which a number of the directory's nth entry, or of the end record, is another one. */
export function altered(
  bytes: Uint8Array,
  record: number | 'end',
  field: number,
  size: 2 | 4,
  value: number,
): Uint8Array {
  const copy = Buffer.from(bytes);
  const start = record === 'end' ? recordsOf(copy, 'PK\x05\x06')[0] : recordsOf(copy, 'PK\x01\x02')[record];
  copy.writeUIntLE(value, (start ?? 0) + field, size);
  return copy;
}

/** Fields of a directory entry and of the end record: offset and bytes. */
export const fields = {
  flags: [8, 2],
  method: [10, 2],
  crc: [16, 4],
  packed: [20, 4],
  size: [24, 4],
  nameLength: [28, 2],
  header: [42, 4],
  disk: [4, 2],
  count: [10, 2],
  directory: [16, 4],
} as const;

/** The archive again, one entry of which has other packed content. Written by hand, since no writer makes such files. */
export function rezipped(bytes: Uint8Array, name: string, content: Uint8Array, stated: number): Uint8Array {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  const source = Buffer.from(bytes);
  for (const at of recordsOf(source, 'PK\x01\x02')) {
    const record = Buffer.from(source.subarray(at, at + 46 + source.readUInt16LE(at + 28)));
    const own = record.toString('latin1', 46);
    const start = source.readUInt32LE(at + 42);
    const contentStart = start + 30 + source.readUInt16LE(start + 26) + source.readUInt16LE(start + 28);
    const before = source.subarray(contentStart, contentStart + source.readUInt32LE(at + 20));
    const body = own === name ? content : before;
    record.writeUInt16LE(0, 30);
    record.writeUInt32LE(body.length, 20);
    record.writeUInt32LE(offset, 42);
    if (own === name) {
      record.writeUInt16LE(8, 10);
      record.writeUInt32LE(stated, 24);
    }
    const head = Buffer.from(source.subarray(start, contentStart));
    local.push(head, Buffer.from(body));
    central.push(record);
    offset += head.length + body.length;
  }
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(central.length, 8);
  end.writeUInt16LE(central.length, 10);
  end.writeUInt32LE(Buffer.concat(central).length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...local, ...central, end]);
}

/** An archive of stored texts in which every size and offset is in ZIP64 records alone. */
export function inZip64Form(texts: Readonly<Record<string, string>>): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  const lengthOf = (pieces: readonly Buffer[]): number => pieces.reduce((sum, { length }) => sum + length, 0);
  for (const [name, text] of Object.entries(texts)) {
    const offset = lengthOf(local);
    const head = Buffer.alloc(30);
    head.write('PK\x03\x04', 'latin1');
    head.writeUInt16LE(name.length, 26);
    local.push(head, Buffer.from(name), Buffer.from(text));
    const record = Buffer.alloc(46);
    record.write('PK\x01\x02', 'latin1');
    record.writeUInt32LE(crc32(text), 16);
    for (const field of [20, 24, 42]) record.writeUInt32LE(0xffffffff, field);
    record.writeUInt16LE(name.length, 28);
    record.writeUInt16LE(28, 30);
    const extra = Buffer.alloc(28);
    extra.writeUInt16LE(1, 0);
    extra.writeUInt16LE(24, 2);
    [text.length, text.length, offset].forEach((value, index) => {
      extra.writeBigUInt64LE(BigInt(value), 4 + index * 8);
    });
    central.push(record, Buffer.from(name), extra);
  }
  const [start, length, count] = [lengthOf(local), lengthOf(central), central.length / 3];
  const record = Buffer.alloc(56);
  record.write('PK\x06\x06', 'latin1');
  [count, count, length, start].forEach((value, index) => {
    record.writeBigUInt64LE(BigInt(value), 24 + index * 8);
  });
  const locator = Buffer.alloc(20);
  locator.write('PK\x06\x07', 'latin1');
  locator.writeBigUInt64LE(BigInt(start + length), 8);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  for (const field of [8, 10]) end.writeUInt16LE(0xffff, field);
  for (const field of [12, 16]) end.writeUInt32LE(0xffffffff, field);
  return Buffer.concat([...local, ...central, record, locator, end]);
}
