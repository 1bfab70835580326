import { expect, test } from 'vitest';
import { readPackage } from '../../../src/spreadsheet/read/readPackage.ts';
import { codesOf, findingsOf, type Parts, relationships, workbookParts, zipParts } from '../parts.ts';

const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));
const looksLike = (file: Uint8Array) =>
  findingsOf(() => readPackage(file)).map(
    ({ code, facts }) => `${code}: ${'looksLike' in facts ? facts.looksLike : undefined}`,
  );

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

test('encrypted and old workbooks are distinguished', () => {
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

test('a message is known whatever is attached to it', () => {
  const message = Buffer.concat([compoundFile('Workbook'), compoundFile('__properties_version1.0').subarray(1_024)]);
  expect(looksLike(message)).toEqual(['return.mail: an Outlook message (.msg)']);
});

test('a file that was cut off is damaged', () => {
  const whole = zipParts(workbookParts('<row><c><v>1</v></c></row>'));
  expect(codesOf(whole)).toEqual([]);
  const cut = findingsOf(() => readPackage(whole.subarray(0, whole.length / 2)));
  expect(cut.map(({ code, message }) => [code, message])).toEqual([
    ['return.damaged', expect.stringContaining('its end is missing, as after a transfer that broke off')],
  ]);
});

const header = 'Received: from mail.example by post.example;\r\n\tFri, 18 Dec 2026 09:00:00 +0000\r\n';
const redirect = '<meta http-equiv="refresh" content="0; url=https://nhs-my.sharepoint.example/x">';
const plist = '<?xml version="1.0"?>\n<plist version="1.0"><dict><key>URL</key><string>https://a.example</string>';

test.each<[string, Uint8Array]>([
  ['return.csv: a CSV or other text file', bytes('code,name\r\n5A1,New Forest\r\n')],
  ['return.csv: a CSV or other text file', bytes('Name;Score\n')],
  ['return.csv: a CSV or other text file', Buffer.from('\ufeffcode\tname\r\n5A1\tNew Forest', 'utf16le')],
  [
    'return.other-spreadsheet: a workbook in the form "XML Spreadsheet 2003"',
    bytes('<?mso-application progid="Excel.Sheet"?>'),
  ],
  [
    'return.lock-file: the lock file (~$) that Excel keeps beside an open workbook',
    bytes(`\x04Anne${' '.repeat(160)}`),
  ],
  ['return.link: a link to an address (.url)', bytes('[InternetShortcut]\r\nURL=https://onedrive.example/x\r\n')],
  ['return.link: a link to an address (.webloc)', bytes(plist)],
  ['return.link: a link to an address (.webloc)', bytes('bplist00\xd1\x01\x02SURL_\x10\x11https://a.example')],
  ['return.link: a text with an address of the internet in it', bytes('https://onedrive.example/x?e=1\r\n')],
  ['return.link: a link to a file that is kept online (as .gsheet)', bytes('{"url": "https://docs.example/x"}')],
  ['return.link: a web page that leads on to another place', bytes(`<!DOCTYPE html><html><head>${redirect}`)],
  ['return.link: a web page that leads on to another place', bytes('<html><script>window.location = "https://a"')],
  ['return.link: a Windows shortcut (.lnk)', bytes('\x4c\x00\x00\x00\x01\x14\x02\x00\x00\x00')],
  ['return.link: a Mac alias', bytes('book\x00\x00\x00\x00mark\x00')],
  ['return.mail: a winmail.dat, in which Outlook wraps attachments', bytes('\x78\x9f\x3e\x22\x01\x00')],
  ['return.mail: an e-mail (.eml)', bytes(`${header}From: A <a@b.example>\r\nSubject: Our return\r\n\r\n<html><body>`)],
  ['return.mail: an e-mail (.eml)', bytes('X-Sender: a\nX-Mailer: b,\n c\nMIME-Version: 1.0\n\nHello')],
  ['return.mail: an Outlook message (.msg)', compoundFile('__properties_version1.0')],
])('what leads to a workbook, or holds part of it, has a finding of its own: %s', (name, file) => {
  expect(looksLike(file)).toEqual([name]);
});

test.each<[string, Uint8Array]>([
  ['a PDF document', bytes('%PDF-1.7\n')],
  ['a web page (HTML)', bytes('\r\n<!DOCTYPE html><html><body><table>')],
  ['a text file', bytes('Sorry, it will be late.')],
  ['a picture', bytes('\x89PNG\r\n')],
  ['a file of an unknown kind', bytes('\x00\x01\x02\x03')],
])('a file is named as %s', (name, file) => {
  expect(looksLike(file)).toEqual([`return.not-a-workbook: ${name}`]);
});

const toWorkbook = relationships({ rId1: ['officeDocument', 'xl/workbook.xml'] });

test.each<[string, Parts]>([
  ['a Word document', { 'word/document.xml': '<a/>', 'word/vbaProject.bin': 'x' }],
  ['a PowerPoint presentation', { 'ppt/presentation.xml': '<a/>' }],
  ['a zip archive with a workbook inside it', { 'returns/5A1.xlsx': 'x' }],
  ['a zip archive', { 'a.txt': 'x' }],
  ['a zip archive', { '_rels/.rels': toWorkbook }],
  ['an Office file of another kind', { '_rels/.rels': toWorkbook, 'xl/workbook.xml': '<document/>' }],
])('an archive is named as %s', (name, parts) => {
  expect(looksLike(zipParts(parts))).toEqual([`return.not-a-workbook: ${name}`]);
});

test.each<[string, Parts]>([
  [
    'return.other-spreadsheet: an OpenDocument spreadsheet (.ods)',
    { mimetype: 'application/vnd.oasis.opendocument.spreadsheet' },
  ],
  ['return.other-spreadsheet: a binary workbook (.xlsb)', { 'xl/workbook.bin': 'x' }],
  ['return.other-spreadsheet: an Apple Numbers, Pages or Keynote document', { 'Index/Document.iwa': 'x' }],
  ['return.other-spreadsheet: an Apple Numbers, Pages or Keynote document', { 'Index.zip': 'x' }],
  ['return.macros: a workbook with macros', workbookParts('', { 'xl/vbaProject.bin': 'x' })],
  [
    'return.macros: a workbook with macros',
    workbookParts('', { 'xl/_rels/workbook.xml.rels': relationships({ rId1: ['vbaProject', 'other.bin'] }) }),
  ],
])('a spreadsheet in another form has to be saved as .xlsx: %s', (name, parts) => {
  expect(looksLike(zipParts(parts))).toEqual([name]);
});
