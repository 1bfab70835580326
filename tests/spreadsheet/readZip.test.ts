import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { defaultLimits, type ReadLimits } from '../../src/spreadsheet/limits.ts';
import { readPackage } from '../../src/spreadsheet/readPackage.ts';
import { readZip } from '../../src/spreadsheet/readZip.ts';
import { codesOf, findingsOf, workbookParts, zipParts } from './parts.ts';

const read = (bytes: Uint8Array, name: string, limits: Partial<ReadLimits> = {}) =>
  readZip(bytes, { ...defaultLimits, ...limits }).read(name);
const codes = (action: () => unknown) => findingsOf(action).map((found) => found.code);
const damaged = ['return.damaged'];
const overLimit = ['return.over-limit'];

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
function altered(bytes: Uint8Array, record: number | 'end', field: number, size: 2 | 4, value: number): Uint8Array {
  const copy = Buffer.from(bytes);
  const start = record === 'end' ? recordsOf(copy, 'PK\x05\x06')[0] : recordsOf(copy, 'PK\x01\x02')[record];
  copy.writeUIntLE(value, (start ?? 0) + field, size);
  return copy;
}

/** Fields of a directory entry and of the end record: offset and bytes. */
const flags = [8, 2] as const;
const method = [10, 2] as const;
const crc = [16, 4] as const;
const packed = [20, 4] as const;
const size = [24, 4] as const;
const nameLength = [28, 2] as const;
const header = [42, 4] as const;
const disk = [4, 2] as const;
const count = [10, 2] as const;
const directory = [16, 4] as const;

const two = zipParts({ 'a.txt': 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 'b.txt': 'b' });

test('parts are read by name, deflated and stored', () => {
  const zip = readZip(two, defaultLimits);
  expect(zip.names).toEqual(['a.txt', 'b.txt']);
  expect(Buffer.from(zip.read('b.txt') ?? []).toString()).toBe('b');
  expect(zip.read('a.txt')?.length).toBe(46);
  expect([zip.read('c.txt'), zip.find('A.TXT'), zip.find('__proto__')]).toEqual([undefined, 'a.txt', undefined]);
});

test('a view into a larger buffer is read as what it shows', () => {
  const larger = Buffer.concat([Buffer.from('before'), two, Buffer.from('after')]);
  expect(read(larger.subarray(6, 6 + two.length), 'b.txt')?.length).toBe(1);
});

test('a comment and bytes appended by a mail gateway do no harm', () => {
  expect(read(Buffer.concat([two, Buffer.from('appended')]), 'b.txt')?.length).toBe(1);
});

test('separators of another system are understood', () => {
  expect(readZip(zipParts({ 'xl\\workbook.xml': 'x' }), defaultLimits).names).toEqual(['xl/workbook.xml']);
});

describe('the directory is refused', () => {
  test.each([
    ['with a name twice', Buffer.from(Buffer.from(two).toString('latin1').replaceAll('b.txt', 'a.txt'), 'latin1')],
    ['with a name that climbs', zipParts({ '../a.txt': 'a' })],
    ['with a name that climbs from within', zipParts({ 'xl/../../a.txt': 'a' })],
    ['with a name that climbs the Windows way', zipParts({ '..\\a.txt': 'a' })],
    ['with an absolute name', zipParts({ '/etc/passwd': 'a' })],
    ['with a drive', zipParts({ 'C:/a.txt': 'a' })],
    ['with a zero in a name', zipParts({ 'a\0.txt': 'a' })],
    ['with entries that overlap', altered(two, 1, ...header, 0)],
    ['with a header outside', altered(two, 1, ...header, 0x7fffffff)],
    ['with content outside', altered(two, 1, ...packed, 0x7fffffff)],
    ['with a name outside', altered(two, 1, ...nameLength, 0xffff)],
    ['in ZIP64 form', altered(two, 1, ...size, 0xffffffff)],
    ['in ZIP64 form at the end', altered(two, 'end', ...directory, 0xffffffff)],
    ['with more entries than there are', altered(two, 'end', ...count, 3)],
    ['elsewhere', altered(two, 'end', ...directory, 0x7fffffff)],
    ['on another disk', altered(two, 'end', ...disk, 1)],
  ])('%s', (_what, bytes) => {
    expect(codes(() => readZip(bytes, defaultLimits))).toEqual(damaged);
  });

  test('when entries are encrypted', () => {
    expect(codes(() => readZip(altered(two, 0, ...flags, 1), defaultLimits))).toEqual(['return.encrypted']);
  });

  test('when there are too many entries', () => {
    expect(codes(() => readZip(two, { ...defaultLimits, entries: 1 }))).toEqual(overLimit);
  });
});

describe('a part is refused', () => {
  test.each([
    ['smaller than stated', altered(two, 0, ...size, 47)],
    ['larger than stated', altered(two, 0, ...size, 45)],
    ['far larger than stated', altered(two, 0, ...size, 0)],
    ['changed on the way', altered(two, 0, ...crc, 1)],
    ['cut off', altered(two, 0, ...packed, 2)],
    ['packed in another way', altered(two, 0, ...method, 12)],
    ['said to be stored', altered(two, 0, ...method, 0)],
  ])('%s', (_what, bytes) => {
    expect(codes(() => read(bytes, 'a.txt'))).toEqual(damaged);
    expect(read(bytes, 'b.txt')?.length).toBe(1);
  });

  test('by its size, and by the size of all parts together, stored ones too', () => {
    expect(codes(() => read(two, 'a.txt', { entryBytes: 45 }))).toEqual(overLimit);
    const zip = readZip(two, { ...defaultLimits, inflatedBytes: 47 });
    expect([zip.read('a.txt')?.length, zip.read('b.txt')?.length]).toEqual([46, 1]);
    expect(codes(() => zip.read('b.txt'))).toEqual(overLimit);
  });
});

describe('bombs', () => {
  const zeros = 600_000_000;
  const bomb = deflateRawSync(Buffer.alloc(zeros), { level: 1 });
  const file = (stated: number) => {
    // The bomb is packed as it is, and then said to be a deflated part of the stated size.
    const carrier = zipParts(workbookParts('', { 'xl/worksheets/sheet1.xml': 'REPLACED' }));
    return rezipped(carrier, 'xl/worksheets/sheet1.xml', bomb, stated);
  };

  test.each([
    ['that states its size', zeros, overLimit],
    ['that states a small size', 1_000, damaged],
    ['that states the largest size allowed', defaultLimits.entryBytes, damaged],
  ])('a bomb of 600 MB %s is refused in a second without being unpacked', (_what, stated, expected) => {
    const bytes = file(stated);
    expect(bytes.length).toBeLessThan(4_000_000);
    const before = process.memoryUsage().rss;
    const start = performance.now();
    expect(codesOf(bytes)).toEqual(expected);
    expect(performance.now() - start).toBeLessThan(1_000);
    expect(process.memoryUsage().rss - before).toBeLessThan(100_000_000);
  });

  test('many sheets made of one part count each time', () => {
    const sheets = Array.from({ length: 400 }, (_, index) => `<sheet name="${index}" r:id="rId1"/>`).join('');
    const parts = workbookParts(' '.repeat(1_000_000), {
      'xl/workbook.xml': `<workbook><sheets>${sheets}</sheets></workbook>`,
    });
    expect(codesOf(zipParts(parts))).toEqual(overLimit);
  });
});

test('a file over the limit is not even looked into', () => {
  expect(codes(() => readPackage(zipParts(workbookParts('')), { fileBytes: 100 }))).toEqual(overLimit);
});

/** The archive again, one entry of which has other packed content. Written by hand, since no writer makes such files. */
function rezipped(bytes: Uint8Array, name: string, content: Uint8Array, stated: number): Uint8Array {
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
