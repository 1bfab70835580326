import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { readPackage } from '../../../src/spreadsheet/read/readPackage.ts';
import { defaultLimits, type ReadLimits } from '../../../src/spreadsheet/zip/limits.ts';
import { readZip } from '../../../src/spreadsheet/zip/readZip.ts';
import { maxBytesHeld } from '../../tools/maxBytesHeld.ts';
import { processorMs } from '../../tools/processorMs.ts';
import { codesOf, findingsOf, workbookParts, zipParts } from '../parts.ts';
import { altered, fields, inZip64Form, rezipped } from '../zipBytes.ts';

const { flags, method, crc, packed, size, nameLength, header, disk, count, directory } = fields;

const read = (bytes: Uint8Array, name: string, limits: Partial<ReadLimits> = {}) =>
  readZip(bytes, { ...defaultLimits, ...limits }).read(name);
const codes = (action: () => unknown) => findingsOf(action).map((found) => found.code);
const damaged = ['return.damaged'];
const overLimit = ['return.over-limit'];

const two = zipParts({ 'a.txt': 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 'b.txt': 'b' });

test('parts are read by name, deflated and stored', () => {
  const zip = readZip(two, defaultLimits);
  expect(zip.names).toEqual(['a.txt', 'b.txt']);
  expect(Buffer.from(zip.read('b.txt') ?? []).toString()).toBe('b');
  expect(zip.read('a.txt')?.length).toBe(46);
  expect([zip.read('c.txt'), zip.find('A.TXT'), zip.find('__proto__')]).toEqual([undefined, 'a.txt', undefined]);
});

describe('in ZIP64 form, as programs write it that pack while they send', () => {
  const zip64 = inZip64Form({ 'a.txt': 'aaa', 'b.txt': 'b' });

  test('a small archive is read', () => {
    expect(['a.txt', 'b.txt'].map((name) => Buffer.from(read(zip64, name) ?? []).toString())).toEqual(['aaa', 'b']);
  });

  test.each([
    ['sizes beyond all files', (eight: Buffer) => eight.fill(0xff)],
    ['sizes beyond this file', (eight: Buffer) => eight.writeBigUInt64LE(2n ** 40n)],
  ])('%s are refused', (_what, change) => {
    const places = [...zip64.keys()].filter((at) => zip64.readUInt32LE(Math.min(at, zip64.length - 4)) === 0x00180001);
    expect(places).toHaveLength(2);
    for (const place of places) {
      for (const field of [0, 8, 16]) {
        const lying = Buffer.from(zip64);
        change(lying.subarray(place + 4 + field, place + 12 + field));
        expect(codes(() => [read(lying, 'a.txt'), read(lying, 'b.txt')])[0]).toMatch(/^return\.(damaged|over-limit)$/);
      }
    }
  });

  test('a directory that lies elsewhere is refused', () => {
    const record = zip64.indexOf('PK\x06\x06');
    for (const field of [32, 40, 48]) {
      const lying = Buffer.from(zip64);
      lying.writeBigUInt64LE(2n ** 40n, record + field);
      expect(codes(() => readZip(lying, defaultLimits))).toEqual(damaged);
    }
  });
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
    ['with a ZIP64 mark and no such record', altered(two, 1, ...size, 0xffffffff)],
    ['with a ZIP64 mark at the end and no such record', altered(two, 'end', ...directory, 0xffffffff)],
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
    ['that states its size', zeros, []],
    ['that states a small size', 1_000, damaged],
    ['that states the largest size allowed', defaultLimits.entryBytes, damaged],
  ])('a bomb of 600 MB %s costs the time and the memory to skip it', async (_what, stated, expected) => {
    const bytes = file(stated);
    expect(bytes.length).toBeLessThan(4_000_000);
    let took = Number.POSITIVE_INFINITY;
    const held = await maxBytesHeld(async () => {
      took = await processorMs(() => expect(codesOf(bytes)).toEqual(expected));
    });
    expect(took).toBeLessThan(2_500);
    expect(held).toBeLessThan(100_000_000);
  });

  test('many sheets made of one part count each time', () => {
    const sheets = Array.from({ length: 400 }, (_, index) => `<sheet name="${index}" r:id="rId1"/>`).join('');
    const parts = workbookParts(' '.repeat(1_000_000), {
      'xl/workbook.xml': `<workbook><sheets>${sheets}</sheets></workbook>`,
    });
    expect(codesOf(zipParts(parts))).toEqual(overLimit);
  });
});

test('a file over the limit is not opened at all', () => {
  expect(codes(() => readPackage(zipParts(workbookParts('')), { fileBytes: 100 }))).toEqual(overLimit);
});
