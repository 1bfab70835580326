import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { type ArchiveLimits, defaultArchiveLimits } from '../../../src/spreadsheet/zip/limits.ts';
import { isArchive, readArchive } from '../../../src/spreadsheet/zip/readArchive.ts';
import { processorMs } from '../../tools/processorMs.ts';
import { type Parts, relationships, workbookParts, zipParts } from '../parts.ts';
import { altered, fields, rezipped } from '../zipBytes.ts';

/** What a walk gives: the text of each file by its path, or the code of the finding instead of it. */
const walked = (archive: Uint8Array, limits: Partial<ArchiveLimits> = {}) =>
  [...readArchive(archive, limits)].map(({ path, content }) =>
    'bytes' in content ? `${path}: ${Buffer.from(content.bytes).toString()}` : `${path}: ${content.finding.code}`,
  );

describe('what is an archive of files', () => {
  test.each<[string, Parts]>([
    ['a folder of workbooks', { 'returns/a.xlsx': 'x' }],
    ['a folder that is called Word', { 'Word/a.docx': 'x', 'xl/a.xlsx': 'x' }],
    ['one without anything', {}],
  ])('%s', (_what, parts) => {
    expect(isArchive(zipParts(parts))).toBe(true);
  });

  test.each<[string, Uint8Array]>([
    ['a workbook', zipParts(workbookParts(''))],
    ['a workbook that lost its list of parts', zipParts({ 'xl/workbook.xml': 'x' })],
    ['a Word document', zipParts({ '[Content_Types].xml': 'x', 'word/document.xml': 'x' })],
    ['an OpenDocument spreadsheet', zipParts({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet' })],
    ['a Numbers document', zipParts({ 'Index/Document.iwa': 'x' })],
    ['an Office file of any kind', zipParts({ '_rels/.rels': relationships({}) })],
    ['an archive that was cut off', zipParts({ 'a.xlsx': 'x'.repeat(99) }).subarray(0, 60)],
    ['text', Buffer.from('PK and so on')],
  ])('is not %s', (_what, bytes) => {
    expect(isArchive(bytes)).toBe(false);
  });
});

describe('an archive is walked', () => {
  test('by name, through folders and archives inside it', () => {
    const inner = zipParts({ 'later/d.xlsx': 'D', 'c.xlsx': 'C' });
    expect(walked(zipParts({ 'b/inner.zip': inner, 'z.xlsx': 'Z', 'a/a.xlsx': 'A' }))).toEqual([
      'a/a.xlsx: A',
      'b/inner.zip > c.xlsx: C',
      'b/inner.zip > later/d.xlsx: D',
      'z.xlsx: Z',
    ]);
  });

  test('without what systems and Excel leave in it', () => {
    const parts = {
      '__MACOSX/returns/._a.xlsx': 'x',
      'returns/__MACOSX/b.xlsx': 'x',
      'returns/.DS_Store': 'x',
      'returns/~$a.xlsx': 'x',
      'returns/Thumbs.db': 'x',
      'returns/': '',
      'returns/a.xlsx': 'A',
    };
    expect(walked(zipParts(parts))).toEqual(['returns/a.xlsx: A']);
    expect(walked(zipParts({ 'returns/': '', '.DS_Store': 'x' }))).toEqual([': archive.empty']);
    expect(walked(zipParts({ 'a.zip': zipParts({}), 'b.xlsx': 'B' }))).toEqual(['a.zip: archive.empty', 'b.xlsx: B']);
  });

  test('and a workbook in it stays whole', () => {
    const workbook = zipParts(workbookParts(''));
    const [only, ...others] = readArchive(zipParts({ 'a.xlsx': workbook }));
    expect(others).toEqual([]);
    expect(only?.path).toBe('a.xlsx');
    expect(only !== undefined && 'bytes' in only.content && only.content.bytes.length).toBe(workbook.length);
  });

  test('and the parts of a workbook that somebody unpacked are reported once', () => {
    const parts = Object.entries(workbookParts('', { '[Content_Types].xml': 'x' }));
    const unpacked = Object.fromEntries(parts.map(([name, xml]) => [`X01/${name}`, xml]));
    expect(walked(zipParts(unpacked))).toEqual(['X01/: archive.unpacked-workbook']);
    expect(walked(zipParts({ ...unpacked, 'a.xlsx': 'A' }))).toEqual(['X01/: archive.unpacked-workbook', 'a.xlsx: A']);
  });

  test('with the number of files that are known to follow', () => {
    const archive = zipParts({ 'a.xlsx': 'A', 'b.zip': zipParts({ 'c.xlsx': 'C', 'd.xlsx': 'D' }), 'e.xlsx': 'E' });
    expect([...readArchive(archive)].map(({ following }) => following)).toEqual([2, 2, 1, 0]);
  });

  test('with names that can be shown, in the letters of any language', () => {
    const names = ['Ynys Môn.xlsx', 'a\u001b[2J.xlsx', 'b\u202excslx.exe', 'c\nd.xlsx'];
    const archive = zipParts(Object.fromEntries(names.map((name) => [name, 'x'])));
    expect(walked(archive)).toEqual(['Ynys Môn.xlsx: x', 'a?[2J.xlsx: x', 'b?xcslx.exe: x', 'c?d.xlsx: x']);
  });

  test('with names that are cut to their end where they are endless', () => {
    const [only] = readArchive(zipParts({ [`${'a'.repeat(60_000)}/X01.xlsx`]: 'x' }));
    expect(only?.path).toMatch(/^…a{190}\/X01\.xlsx$/);
  });

  test('with names in UTF-8 that are not said to be, as Macs write them', () => {
    const archive = zipParts({ 'Ynys Môn.xlsx': 'x' });
    expect(walked(altered(archive, 0, ...fields.flags, 0))).toEqual(['Ynys Môn.xlsx: x']);
  });
});

const two = zipParts({ 'a.xlsx': 'A'.repeat(46), 'b.xlsx': 'B' });
const renamed = (from: string, to: string): Uint8Array =>
  Buffer.from(Buffer.from(two).toString('latin1').replaceAll(from, to), 'latin1');

describe('what cannot be unpacked is reported, and the rest is', () => {
  test.each<[string, Uint8Array, string]>([
    ['packed with a password', altered(two, 0, ...fields.flags, 1), 'a.xlsx: archive.encrypted'],
    ['climbing out of the archive', zipParts({ '../a.xlsx': 'A', 'b.xlsx': 'B' }), '../a.xlsx: archive.unsafe-name'],
    ['climbing the Windows way', zipParts({ 'b\\..\\..\\a': 'A', 'b.xlsx': 'B' }), 'b/../../a: archive.unsafe-name'],
    ['absolute', zipParts({ '/etc/passwd': 'A', 'b.xlsx': 'B' }), '/etc/passwd: archive.unsafe-name'],
    ['on a drive', zipParts({ 'C:\\a.xlsx': 'A', 'b.xlsx': 'B' }), 'C:/a.xlsx: archive.unsafe-name'],
    ['changed on the way', altered(two, 0, ...fields.crc, 1), 'a.xlsx: archive.damaged'],
    ['larger than stated', altered(two, 0, ...fields.size, 3), 'a.xlsx: archive.damaged'],
    ['smaller than stated', altered(two, 0, ...fields.size, 999), 'a.xlsx: archive.damaged'],
    [
      'said to be larger than a return may be',
      altered(two, 0, ...fields.size, 60_000_000),
      'a.xlsx: archive.over-limit',
    ],
    ['packed in another way', altered(two, 0, ...fields.method, 14), 'a.xlsx: archive.damaged'],
  ])('%s', (_what, archive, expected) => {
    expect(walked(archive).toSorted()).toEqual([expected, 'b.xlsx: B'].toSorted());
  });

  test('twice of one name', () => {
    expect(walked(renamed('b.xlsx', 'a.xlsx'))).toEqual(['a.xlsx: archive.name-twice', 'a.xlsx: archive.name-twice']);
  });
});

describe('limits', () => {
  const inside = (depth: number): Uint8Array =>
    depth === 0 ? Buffer.from('X') : zipParts({ [`${depth}`]: inside(depth - 1), 'a.xlsx': 'A' });

  test('hold for archives inside archives: three at most', () => {
    expect(walked(inside(3))).toEqual(['3 > 2 > 1: X', '3 > 2 > a.xlsx: A', '3 > a.xlsx: A', 'a.xlsx: A']);
    expect(walked(inside(4))).toEqual([
      '4 > 3 > 2: archive.over-limit',
      '4 > 3 > a.xlsx: A',
      '4 > a.xlsx: A',
      'a.xlsx: A',
    ]);
  });

  test('hold for the number of files, those of archives inside counted in', () => {
    const archive = zipParts({ 'a.zip': two, 'b.zip': two, 'c.xlsx': 'C' });
    expect(walked(archive, { entries: 5 })).toEqual([
      expect.stringMatching(/^a\.zip > a\.xlsx: A/),
      'a.zip > b.xlsx: B',
      'b.zip: archive.over-limit',
      'c.xlsx: C',
    ]);
    expect(walked(archive, { entries: 2 })).toEqual([': archive.over-limit']);
  });

  test('hold for what is unpacked in all', () => {
    expect(walked(two, { inflatedBytes: 46 })).toEqual([
      expect.stringMatching(/^a\.xlsx: A/),
      'b.xlsx: archive.over-limit',
    ]);
    expect(walked(two, { entryBytes: 45 })).toEqual(['a.xlsx: archive.over-limit', 'b.xlsx: B']);
  });
});

describe('bombs', () => {
  const bomb = deflateRawSync(Buffer.alloc(600_000_000), { level: 1 });
  const carrying = (stated: number): Uint8Array =>
    rezipped(zipParts({ 'a.xlsx': 'REPLACED', 'b.xlsx': 'B' }), 'a.xlsx', bomb, stated);

  test.each([
    ['that states its size', 600_000_000, 'archive.over-limit'],
    ['that states a small size', 1_000, 'archive.damaged'],
    ['that states the largest size allowed', defaultArchiveLimits.entryBytes, 'archive.damaged'],
  ])('of 600 MB %s is not unpacked, and the file beside it is', async (_what, stated, code) => {
    const archive = zipParts({ 'inner.zip': carrying(stated) });
    const cost = await processorMs(() =>
      expect(walked(archive)).toEqual([`inner.zip > a.xlsx: ${code}`, 'inner.zip > b.xlsx: B']),
    );
    expect(cost).toBeLessThan(2_500);
  });

  test('of files that overlap are not walked at all', () => {
    const overlapping = altered(two, 1, ...fields.header, 0);
    expect(isArchive(overlapping)).toBe(false);
    expect(walked(overlapping)).toEqual([': archive.damaged']);
  });

  test('of many files end with the limit of all', () => {
    const zeros = Buffer.alloc(1024 * 1024);
    const archive = zipParts(Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`${index}.xlsx`, zeros])));
    const codes = [...readArchive(archive, { inflatedBytes: 2_500_000 })].map(({ content }) =>
      'bytes' in content ? content.bytes.length : content.finding.code,
    );
    expect(codes.filter((code) => code === zeros.length)).toHaveLength(2);
    expect(codes.filter((code) => code === 'archive.over-limit')).toHaveLength(18);
  });
});
