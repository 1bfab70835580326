import { expect, test } from 'vitest';
import { readPackage } from '../../../src/spreadsheet/read/readPackage.ts';
import { thinSheet } from '../../../src/spreadsheet/read/thinSheet.ts';
import { workbookParts, zipParts } from '../parts.ts';

const sheet = (rows: string, after = '') =>
  Buffer.from(`<worksheet xmlns="urn:x"><cols><col min="1"/></cols><sheetData>${rows}</sheetData>${after}</worksheet>`);
const thin = (rows: string, after = '', max = 10_000) => thinSheet(sheet(rows, after), true, max);
const text = (found: ReturnType<typeof thinSheet>) => Buffer.from(found?.bytes ?? []).toString();

const empty = (row: number) =>
  `<row r="${row}" s="3"/><row r="${row + 1}"><c r="A${row + 1}" s="1"/><c r="B${row + 1}" s="1"></c></row>`;

test('empty rows and cells are left out, and what holds something is as it was', () => {
  const found = thin(
    `${empty(1)}<row r="9" ht="5"><c r="A9" s="1"/><c r="B9" t="s"><v>3</v></c></row>${empty(10)}<row r="12"><c r="C12"><f>A1</f></c></row>`,
  );
  expect(found?.cutAfter).toBeUndefined();
  expect(text(found)).toBe(
    '<worksheet><sheetData><row r="9" ht="5"><c r="B9" t="s"><v>3</v></c></row><row r="12"><c r="C12"><f>A1</f></c></row></sheetData></worksheet>',
  );
});

test('after the rows merged cells, headers and what lies on the sheet are left', () => {
  const rules = '<conditionalFormatting><cfRule><formula>1</formula></cfRule></conditionalFormatting>';
  const merges = '<mergeCells><mergeCell ref="A1:B2"/></mergeCells>';
  const lying = '<headerFooter><oddFooter>x</oddFooter></headerFooter><drawing r:id="d"/><legacyDrawing r:id="v"/>';
  expect(text(thin('', merges + rules + lying))).toBe(
    `<worksheet><sheetData></sheetData>${merges}${lying}</worksheet>`,
  );
});

test('rows that do not fit are cut off, and the last whole one is named', () => {
  const rows = Array.from({ length: 50 }, (_, row) => `<row r="${row + 3}"><c r="A${row + 3}"><v>1</v></c></row>`).join(
    '',
  );
  const found = thin(rows, '', 100);
  expect(found?.cutAfter).toBe(4);
  expect(text(found)).toContain('<row r="4">');
  expect(text(found)).not.toContain('<row r="5">');
});

test('of a beginning the last whole row is named', () => {
  const part = sheet('<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c></row>');
  const found = thinSheet(part.subarray(0, part.indexOf('<v>2') + 4), false, 10_000);
  expect([found?.cutAfter, text(found)]).toEqual([
    1,
    '<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData></worksheet>',
  ]);
});

test.each([
  ['rows without a number', '<row><c r="A1"><v>1</v></c></row>'],
  ['cells without a place', '<row r="1"><c r="A1"/><c><v>1</v></c></row>'],
  ['comments, which may look like rows', '<!-- <row r="1"> --><row r="1"><c r="A1"><v>1</v></c></row>'],
])('%s are not taken for what they may not be', (_what, rows) => {
  expect(thin(rows)).toBeUndefined();
});

test('a large sheet is read as a small one with the same values', () => {
  const filled = '<row r="6"><c r="F6" t="str"><v>seen</v></c></row>';
  const blown = Array.from(
    { length: 20_000 },
    (_, row) => `<row r="${row + 7}" s="3"><c r="F${row + 7}" s="15"/></row>`,
  );
  const read = (rows: string, limits = {}) => readPackage(zipParts(workbookParts(rows)), limits).sheets[0];
  const limits = { entryBytes: 100_000, inflatedBytes: 300_000, passedBytes: 10_000_000 };
  expect(read(filled + blown.join(''), limits)).toEqual(read(filled));
});

test('shared texts of a large table are read where cells point to them', () => {
  const unused = '<si><t>nobody points to this</t></si>'.repeat(5_000);
  const strings = `<sst>${unused}<si><t>first</t></si>${unused}<si><r><t>la</t></r><r><t>st</t></r></si></sst>`;
  const rows =
    '<row r="1"><c r="A1" t="s"><v>5000</v></c><c r="B1" t="s"><v>10001</v></c><c r="C1" t="s"><v>10002</v></c></row>';
  const bytes = zipParts(workbookParts(rows, { 'xl/sharedStrings.xml': strings }));
  const [read] = readPackage(bytes, { entryBytes: 100_000, passedBytes: 10_000_000 }).sheets;
  expect([...(read?.rows.get(1)?.values() ?? [])].map(({ value }) => value.value)).toEqual(['first', 'last', '#REF!']);
});
