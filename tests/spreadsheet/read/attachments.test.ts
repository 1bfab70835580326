import { describe, expect, test } from 'vitest';
import { embeddedFile } from '../../../src/spreadsheet/compound/embeddedFile.ts';
import { type Attachment, attachmentsOf } from '../../../src/spreadsheet/read/attachments.ts';
import { compoundBytes } from '../compoundBytes.ts';
import { workbookParts, zipParts } from '../parts.ts';

const text = (value: string): Buffer => Buffer.from(value, 'latin1');

function number(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

const wide = (value: string): Buffer => Buffer.concat([number(value.length), Buffer.from(value, 'utf16le')]);

/** What Excel stores of a file that is inserted as an object, with its name once or also in UTF-16. */
function packaged(name: string, content: Uint8Array, unicode?: string): Buffer {
  const path = `C:\\Users\\me\\${name}`;
  const copy = `C:\\Temp\\${name}\0`;
  const body = Buffer.concat([
    text(`\u0002\0${name}\0${path}\0\0\0\u0003\0`),
    ...[number(copy.length), text(copy), number(content.length), content],
    ...(unicode === undefined ? [] : [copy, unicode, `D:\\${unicode}`].map(wide)),
  ]);
  return Buffer.concat([number(body.length), body]);
}

const pdf = text(`%PDF-1.7 ${'a page '.repeat(2_000)}`);

/** A workbook with one part besides, which lies where embedded files do. */
const embedding = (content: Uint8Array): readonly Attachment[] => [
  ...attachmentsOf(zipParts(workbookParts('', { 'xl/embeddings/oleObject1.bin': content }))),
];

const bytesOf = ({ content }: Attachment): Buffer => Buffer.from('bytes' in content ? content.bytes : []);

const names = (content: Uint8Array): readonly string[] => embedding(content).map(({ name }) => name);

const object = (name: string, content: Uint8Array, unicode?: string): Uint8Array =>
  compoundBytes({ '\u0001Ole10Native': packaged(name, content, unicode), '\u0003ObjInfo': new Uint8Array(6) });

describe('an embedded file comes out of its object', () => {
  test.each<[string, Uint8Array]>([
    ['large', pdf],
    ['of few bytes', text('%PDF-1')],
    ['of the size from which streams have whole sectors', text(`%PDF-${'x'.repeat(4_096 - 5)}`)],
  ])('byte for byte, under its own name: %s', (_what, content) => {
    const files = embedding(object('Our plan (final).pdf', content));
    expect(files.map(({ name }) => name)).toEqual(['file_1_Our-plan-final.pdf']);
    expect(files.map((file) => bytesOf(file).equals(content))).toEqual([true]);
  });

  test.each<[string, string, Uint8Array, string | undefined]>([
    ['file_1_Cafe-plan.txt', 'Caf? plan.txt', text('words'), 'Café plan.txt'],
    ['file_1_minutes.docx', 'minutes.docx', text('PK\u0003\u0004'), undefined],
    ['file_1_minutes.doc', 'minutes.doc', text('\xd0\xcf\x11\xe0 of Word'), undefined],
    ['file_1_scan.png', 'scan.jpg', text('\x89PNG\r\n\x1a\n'), undefined],
    // No program may be run by a double click.
    ['file_1_setup.bin', 'setup.exe', text('MZ'), undefined],
    ['file_1_plan-pdf.bin', 'plan.pdf.js', text('alert(1)'), undefined],
    ['file_1_book.bin', 'book.xlsm', text('PK\u0003\u0004 xl/vbaProject.bin'), undefined],
    ['file_1_run-txt.bin', 'run.lnk', text('L'), 'run.txt.lnk\u202etxt'],
    ['file_1_CON.txt', 'CON.txt', text('x'), undefined],
    ['file_1.txt', '...txt', text('x'), undefined],
    ['file_1_passwd.bin', '../../etc/passwd', text('x'), undefined],
  ])('as %s, with a name that is safe', (expected, name, content, unicode) => {
    expect(names(object(name, content, unicode))).toEqual([expected]);
  });

  test('where it is a document without a name', () => {
    expect(names(compoundBytes({ CONTENTS: pdf }))).toEqual(['file_1.pdf']);
    expect(names(compoundBytes({ Package: text('PK\u0003\u0004 word/document.xml') }))).toEqual(['file_1.docx']);
    const odt = text('PK\u0003\u0004mimetypeapplication/vnd.oasis.opendocument.textPK');
    expect(names(compoundBytes({ EmbeddedOdf: odt }))).toEqual(['file_1.odt']);
  });
});

describe('what is no such object stays as it is', () => {
  const whole = object('plan.pdf', pdf);

  test.each<[string, Uint8Array]>([
    ['an object of another program', compoundBytes({ WordDocument: text('x') })],
    ['content of an unknown kind', compoundBytes({ CONTENTS: text('x') })],
    ['a package in a folder of the object', compoundBytes({ Inner: { Package: pdf } })],
    ['an object that is cut off', whole.subarray(0, 600)],
    [
      'a package that states more than it has',
      compoundBytes({ '\u0001Ole10Native': packaged('a.pdf', pdf).subarray(0, 9_000) }),
    ],
    ['a package of nothing', compoundBytes({ '\u0001Ole10Native': new Uint8Array(3) })],
  ])('%s', (_what, content) => {
    const files = embedding(content);
    expect(files.map(({ name }) => name)).toEqual(['file_1.bin']);
    expect(files.map((file) => bytesOf(file).equals(content))).toEqual([true]);
  });

  test('whichever of its bytes is damaged, no failure comes out', () => {
    for (let at = 0; at < 1_600; at += 1) {
      const damaged = Uint8Array.from(whole);
      damaged[at] = 0xff - (damaged[at] ?? 0);
      expect(embeddedFile(damaged)?.bytes.length ?? 0).toBeLessThan(damaged.length);
    }
  });
});
