import { expect, test } from 'vitest';
import { isDateFormat, readNumberFormats } from '../../../src/spreadsheet/read/readStyles.ts';
import { defaultLimits } from '../../../src/spreadsheet/zip/limits.ts';
import { findingsOf, readRows, valuesOf } from '../parts.ts';

test.each([
  'dd/mm/yyyy',
  'd mmm yy;@',
  '[$-809]dd mmmm yyyy',
  'h:mm AM/PM',
  '[h]:mm:ss',
  '[mm]',
  '[=0]"";dd\\/mm\\/yyyy',
  'YYYY-MM-DD',
])('%s shows a date', (code) => {
  expect(isDateFormat(code)).toBe(true);
});

test.each([
  'General',
  '0.00E+00',
  '#,##0.00\\ _D_M',
  '0.0\\ \\d\\a\\y\\s',
  '0 "days"',
  '[Red]-0;[Yellow]0',
  '[$£-809]#,##0',
  '*d0',
  '0 "unclosed day',
  '@',
])('%s shows none', (code) => {
  expect(isDateFormat(code)).toBe(false);
});

test('built-in formats, formats of the file, and formats of conditional rules are distinguished', () => {
  const xml = `<styleSheet>
    <numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/><numFmt numFmtId="165" formatCode="0.0"/></numFmts>
    <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
    <cellXfs><xf/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="2"/><xf numFmtId="47"/><xf numFmtId="999"/></cellXfs>
    <dxfs><dxf><numFmt numFmtId="165" formatCode="yyyy"/></dxf></dxfs></styleSheet>`;
  const formats = readNumberFormats('styles.xml', new TextEncoder().encode(xml), defaultLimits);
  expect(formats.map(({ code, isDate }) => [code, isDate])).toEqual([
    ['General', false],
    ['dd/mm/yyyy', true],
    ['dd/mm/yyyy', true],
    ['0.0', false],
    ['0.00', false],
    ['mm:ss.0', true],
    ['General', false],
  ]);
});

test.each([
  ['"Ref "@', true],
  [';;;', true],
  ['0;-0;0;"none"', true],
  ['_-* #,##0_-;-* #,##0_-;_-* "-"_-;_-@_-', true],
  ['@', false],
  ['General', false],
  ['0.00;[Red]-0.00', false],
])('%s may show another text: %s', (code, changesText) => {
  const escaped = code.replaceAll('"', '&quot;');
  const xml = `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="${escaped}"/></numFmts><cellXfs><xf numFmtId="164"/></cellXfs></styleSheet>`;
  const formats = readNumberFormats('styles.xml', new TextEncoder().encode(xml), defaultLimits);
  expect(formats).toMatchObject([{ code, changesText }]);
});

test('a code that is longer than any of Excel is none', () => {
  const codeOf = (code: string) => {
    const xml = `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="${code}"/></numFmts><cellXfs><xf numFmtId="164"/></cellXfs></styleSheet>`;
    return readNumberFormats('styles.xml', new TextEncoder().encode(xml), defaultLimits)[0]?.code;
  };
  expect(codeOf('0'.repeat(120))).toBe('0'.repeat(120));
  expect(codeOf('0'.repeat(121))).toBe('General');
  expect(codeOf(`&quot;${'a'.repeat(200)}&quot;`)).toBe(`"${'a'.repeat(200)}"`);
  expect(codeOf(`&quot;${'a'.repeat(260)}&quot;`)).toBe('General');
});

test('a number in a date format says so', () => {
  const xml = '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>';
  const sheetData = '<row><c s="1"><v>46204</v></c><c s="0"><v>46204</v></c><c s="7"><v>1</v></c></row>';
  expect(valuesOf(readRows(sheetData, { 'xl/styles.xml': xml }))).toEqual({
    '1,1': { kind: 'number', value: 46204, isDate: true, format: 'dd/mm/yyyy' },
    '1,2': { kind: 'number', value: 46204, isDate: false },
    '1,3': { kind: 'number', value: 1, isDate: false },
  });
});

test('of more cell formats than Excel can hold, the first are read', () => {
  const day = '<xf numFmtId="14"><alignment wrapText="1"/></xf>';
  const formatsOf = (cellXfs: string) =>
    readNumberFormats('styles.xml', new TextEncoder().encode(`<styleSheet>${cellXfs}</styleSheet>`), defaultLimits);
  const read = formatsOf(`<cellXfs>${day.repeat(65_490)}<xf/><xf/></cellXfs><cellXfs>${day}</cellXfs>`);
  expect([read.length, read.at(-1)?.isDate]).toEqual([65_490, true]);
  expect(findingsOf(() => formatsOf(`<cellXfs>${day.repeat(100_000)}`)).map(({ code }) => code)).toEqual([
    'return.damaged',
  ]);
});
