import { expect, test } from 'vitest';
import { readPackage } from '../../src/spreadsheet/readPackage.ts';
import { codesOf, findingsOf, type Parts, relationships, workbookParts, zipParts } from './parts.ts';

const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));
const looksLike = (file: Uint8Array) =>
  findingsOf(() => readPackage(file)).map((found) => `${found.code}: ${String(found.facts['looksLike'])}`);

/** A compound file of 2 KB with one stream of the given name. */
function compoundFile(stream: string): Uint8Array {
  const file = Buffer.alloc(2_048);
  file.write('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'latin1');
  const directory = 1_024;
  file.write('Root Entry', directory, 'utf16le');
  file.writeUInt16LE(22, directory + 64);
  file[directory + 66] = 5;
  file.write(stream, directory + 128, 'utf16le');
  file.writeUInt16LE(stream.length * 2 + 2, directory + 128 + 64);
  file[directory + 128 + 66] = 2;
  return file;
}

test('no bytes at all', () => {
  expect(codesOf(new Uint8Array())).toEqual(['return.empty']);
});

test('encrypted and old workbooks are told apart', () => {
  expect(codesOf(compoundFile('EncryptedPackage'))).toEqual(['return.encrypted']);
  expect(codesOf(compoundFile('Workbook'))).toEqual(['return.old-excel']);
  expect(codesOf(compoundFile('Book'))).toEqual(['return.old-excel']);
  expect(looksLike(compoundFile('WordDocument'))).toEqual(['return.not-a-workbook: an old Word document (.doc)']);
  expect(looksLike(compoundFile('Something'))).toEqual(['return.not-a-workbook: an old Office file']);
});

test('an encrypted file that lost its directory is still known', () => {
  const cut = [compoundFile('').subarray(0, 8), Buffer.from('EncryptedPackage', 'utf16le')];
  expect(codesOf(Buffer.concat(cut))).toEqual(['return.encrypted']);
});

test.each<[string, Uint8Array]>([
  ['a PDF document', bytes('%PDF-1.7\n')],
  ['a web page (HTML)', bytes('\r\n<!DOCTYPE html><html><body><table>')],
  ['a CSV or other text file', bytes('code,name\r\n5A1,New Forest\r\n')],
  ['a CSV or other text file', Buffer.from('\ufeffcode\tname\r\n5A1\tNew Forest', 'utf16le')],
  [
    'a workbook in the form "XML Spreadsheet 2003"',
    bytes('<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>'),
  ],
  ['a picture', bytes('\x89PNG\r\n')],
  ['a file of an unknown kind', bytes('\x00\x01\x02\x03')],
  ['the lock file (~$) that Excel keeps beside an open workbook', bytes(`\x04Anne${' '.repeat(160)}`)],
])('a file is named as %s', (name, file) => {
  expect(looksLike(file)).toEqual([`return.not-a-workbook: ${name}`]);
});

const toWorkbook = relationships({ rId1: ['officeDocument', 'xl/workbook.xml'] });

test.each<[string, Parts]>([
  ['an OpenDocument spreadsheet (.ods)', { mimetype: 'application/vnd.oasis.opendocument.spreadsheet' }],
  ['a Word document', { 'word/document.xml': '<a/>', 'word/vbaProject.bin': 'x' }],
  ['a PowerPoint presentation', { 'ppt/presentation.xml': '<a/>' }],
  ['a binary workbook (.xlsb)', { 'xl/workbook.bin': 'x' }],
  ['an Apple Numbers, Pages or Keynote document', { 'Index/Document.iwa': 'x' }],
  ['a zip archive with a workbook inside it', { 'returns/5A1.xlsx': 'x' }],
  ['a zip archive', { 'a.txt': 'x' }],
  ['a zip archive', { '_rels/.rels': toWorkbook }],
  ['an Office file of another kind', { '_rels/.rels': toWorkbook, 'xl/workbook.xml': '<document/>' }],
  ['a workbook with macros', workbookParts('', { 'xl/vbaProject.bin': 'x' })],
  [
    'a workbook with macros',
    workbookParts('', { 'xl/_rels/workbook.xml.rels': relationships({ rId1: ['vbaProject', 'other.bin'] }) }),
  ],
])('an archive is named as %s', (name, parts) => {
  expect(looksLike(zipParts(parts))).toEqual([`return.not-a-workbook: ${name}`]);
});
