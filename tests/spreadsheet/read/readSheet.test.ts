import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { codesOf, type Parts, readRows, valuesOf, workbookParts, zipParts } from '../parts.ts';

const text = (value: string) => ({ kind: 'text', value });
const number = (value: number) => ({ kind: 'number', value, isDate: false });
const row = (cells: string) => `<row r="1">${cells}</row>`;
const values = (sheetData: string, others = {}) => valuesOf(readRows(sheetData, others));

describe('types of cells', () => {
  const shared = { 'xl/sharedStrings.xml': '<sst><si><t>first</t></si><si><t xml:space="preserve"> b </t></si></sst>' };

  test.each([
    ['number', '<c r="A1"><v>42.5</v></c>', number(42.5)],
    ['number, said to be one', '<c r="A1" t="n"><v>-1E-3</v></c>', number(-0.001)],
    ['zero', '<c r="A1"><v>0</v></c>', number(0)],
    ['what is no number after all', '<c r="A1"><v>0x1F</v></c>', text('0x1F')],
    ['shared text', '<c r="A1" t="s"><v>1</v></c>', text(' b ')],
    ['inline text', '<c r="A1" t="inlineStr"><is><t>a &amp; b</t></is></c>', text('a & b')],
    ['inline runs', '<c r="A1" t="inlineStr"><is><r><rPr/><t>a</t></r><r><t>b</t></r></is></c>', text('ab')],
    ['inline text with a reading', '<c r="A1" t="inlineStr"><is><t>a</t><rPh><t>b</t></rPh></is></c>', text('a')],
    ['inline text without a type', '<c r="A1"><is><t>a</t></is></c>', text('a')],
    ['text of a formula', '<c r="A1" t="str"><v>a</v></c>', text('a')],
    ['text in CDATA', '<c r="A1" t="str"><v><![CDATA[<a> & ]]>b</v></c>', text('<a> & b')],
    ['boolean of Excel', '<c r="A1" t="b"><v>1</v></c>', { kind: 'boolean', value: true }],
    ['boolean of LibreOffice', '<c r="A1" t="b"><v>false</v></c>', { kind: 'boolean', value: false }],
    ['typed boolean of LibreOffice', '<c r="A1" t="b"><f>TRUE()</f><v>1</v></c>', { kind: 'boolean', value: true }],
    ['error', '<c r="A1" t="e"><v>#REF!</v></c>', { kind: 'error', value: '#REF!' }],
    ['ISO date', '<c r="A1" t="d"><v>2026-07-01</v></c>', text('2026-07-01')],
    ['escaped carriage return', '<c r="A1" t="str"><v>a_x000D_\r\nb_x005F_x000D_</v></c>', text('a\r\nb_x000D_')],
    ['escaped control characters', '<c r="A1" t="str"><v>a_x0000__xD800__x001B_b</v></c>', text('ab')],
    ['raw control characters', '<c r="A1" t="str"><v>a\u0001\u000bb</v></c>', text('ab')],
    ['characters by number', '<c r="A1" t="str"><v>&#163;&#x2013;&#x1F600;</v></c>', text('£–😀')],
  ])('%s', (_what, cell, value) => {
    expect(values(row(cell), shared)).toEqual({ '1,1': value });
  });

  test.each([
    ['no value', '<c r="A1" s="1"/>'],
    ['an empty value', '<c r="A1"><v></v></c>'],
    ['empty text', '<c r="A1" t="inlineStr"><is><t/></is></c>'],
  ])('a cell with %s is empty', (_what, cell) => {
    expect(values(row(cell), shared)).toEqual({});
  });

  test.each(['99', '-1', '0.5', '__proto__'])(
    'a shared text %s, which is not there, is an error and not nothing',
    (index) => {
      expect(values(row(`<c r="A1" t="s"><v>${index}</v></c>`), shared)).toEqual({
        '1,1': { kind: 'error', value: '#REF!' },
      });
    },
  );

  test('a formula gives its last result, even where none was stored', () => {
    const cells =
      '<c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><f t="shared" si="0"/><v>0</v></c><c r="C1" t="str"><f>""</f><v/></c>';
    expect(values(row(cells))).toEqual({ '=1,1': number(2), '=1,2': number(0), '=1,3': text('') });
  });

  test('runs of a shared text are joined and readings left out', () => {
    const strings =
      '<sst><si><r><t>Zw</t></r><r><t>ei</t></r><rPh sb="0" eb="1"><t>x</t></rPh><phoneticPr/></si></sst>';
    const rows = readRows(row('<c r="A1" t="s"><v>0</v></c>'), { 'xl/sharedStrings.xml': strings });
    expect(valuesOf(rows)).toEqual({ '1,1': text('Zwei') });
  });
});

describe('places of cells', () => {
  test('rows and cells without r= follow on', () => {
    const sheetData = `<row><c><v>1</v></c><c/><c><v>2</v></c></row>
      <row r="5"><c r="C5"><v>3</v></c><c><v>4</v></c></row>
      <row><c><v>5</v></c></row>`;
    expect(Object.keys(values(sheetData))).toEqual(['1,1', '1,3', '5,3', '5,4', '6,1']);
  });

  test('the last cell of the grid is read and those beyond are dropped', () => {
    const sheetData = `<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>
      <row r="1"><c r="XFE1"><v>2</v></c><c r="AAAAAAAAAAAA1"><v>2</v></c><c r="A1048577"><v>2</v></c></row>
      <row r="4294967295"><c><v>3</v></c><c r="A4294967295"><v>3</v></c></row>`;
    expect(values(sheetData)).toEqual({ '1048576,16384': number(1) });
  });

  test('only cells inside sheetData count', () => {
    const sheet = `<worksheet><row r="1"><c r="A1"><v>1</v></c></row>
      <sheetData><row r="2"><c r="A2"><v>2</v><extLst><ext><v>9</v></ext></extLst></c></row></sheetData>
      <extLst><c r="A3"><v>3</v></c></extLst></worksheet>`;
    expect(values('', { 'xl/worksheets/sheet1.xml': sheet })).toEqual({ '2,1': number(2) });
  });

  test('prefixes of any spelling are understood', () => {
    const sheet = `<x:worksheet xmlns:x="urn:x"><x:sheetData><x:row r="1">
      <x:c r="A1" t="inlineStr"><x:is><x:t>a</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>`;
    expect(values('', { 'xl/worksheets/sheet1.xml': sheet })).toEqual({ '1,1': text('a') });
  });
});

test('half a sheet is refused, not read as a sheet that was left blank', () => {
  const sheet = '<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row>';
  expect(codesOf(zipParts(workbookParts('', { 'xl/worksheets/sheet1.xml': sheet })))).toEqual(['return.damaged']);
});

test('cells known at sight are read like those that are walked through', () => {
  const piece = fc.constantFrom(
    '1',
    '0',
    '-2.5',
    'a b',
    '&lt;',
    '&amp;',
    '&#65;',
    'TRUE()',
    '#REF!',
    '"',
    '\r\n',
    '_x000D_',
    'é',
  );
  const written = fc.array(piece, { maxLength: 3 }).map((pieces) => pieces.join(''));
  const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
  const cell = fc.record({
    reference: optional(fc.constantFrom('A1', 'B1', 'XFD7', 'XFE1', 'A0', 'ZZZ9999999')),
    style: optional(fc.constantFrom('0', '7')),
    type: optional(fc.constantFrom('n', 's', 'str', 'b', 'e', 'd', 'inlineStr')),
    formula: optional(written),
    value: optional(written),
    inline: optional(written.map((text) => `<t xml:space="preserve">${text}</t>`)),
  });
  const element = (name: string, content: string | undefined) =>
    content === undefined ? '' : `<${name}>${content}</${name}>`;
  const attribute = (name: string, value: string | undefined) => (value === undefined ? '' : ` ${name}="${value}"`);
  fc.assert(
    fc.property(fc.array(cell, { minLength: 1, maxLength: 4 }), (cells) => {
      const [atSight = '', walked = ''] = ['', ' cm="0"'].map((further) =>
        cells
          .map(({ reference, style, type, formula, value, inline }) => {
            const attributes = `${attribute('r', reference)}${attribute('s', style)}${attribute('t', type)}${further}`;
            return `<c${attributes}>${element('f', formula)}${element('v', value)}${element('is', inline)}</c>`;
          })
          .join(''),
      );
      expect(readRows(row(atSight))).toEqual(readRows(row(walked)));
    }),
  );
});

describe('words that are struck out', () => {
  const struckIn = (cell: string, others: Parts = {}): unknown =>
    readRows(`<row r="1">${cell}</row>`, others).get(1)?.get(1)?.struck;
  const strings = (si: string): Parts => ({ 'xl/sharedStrings.xml': `<sst><si>${si}</si></sst>` });
  const run = (text: string, properties = ''): string => `<r><rPr>${properties}</rPr><t>${text}</t></r>`;
  const shared = '<c r="A1" t="s"><v>0</v></c>';

  test.each([
    ['in a run of a shared text', shared, strings(run('Old plan', '<strike/>') + run(' New plan')), 'Old plan'],
    ['in several runs', shared, strings(run('a', '<strike val="1"/>') + run('b') + run('c', '<strike/>')), 'a c'],
    ['in none', shared, strings(run('a', '<strike val="0"/>') + run('b', '<b/>')), undefined],
    ['in white space only', shared, strings(run(' ', '<strike/>') + run('b')), undefined],
    ['in an inline text', `<c r="A1" t="inlineStr"><is>${run('a', '<strike/>')}${run('b')}</is></c>`, {}, 'a'],
  ])('%s', (_where, cell, others, expected) => {
    expect(struckIn(cell, others)).toBe(expected);
  });

  test('by the font of the cell, whatever it holds', () => {
    const styles = `<styleSheet><fonts><font><strike val="0"/></font><font><b/><strike/></font></fonts>
      <cellXfs><xf fontId="0"/><xf fontId="1"/></cellXfs><dxfs><dxf><font><strike/></font></dxf></dxfs></styleSheet>`;
    const others = { 'xl/styles.xml': styles };
    expect(['0', '1', '7'].map((style) => struckIn(`<c r="A1" s="${style}"><v>3</v></c>`, others))).toEqual([
      undefined,
      true,
      undefined,
    ]);
  });

  test('by the fonts of its parts, where these have some', () => {
    const styles = '<styleSheet><fonts><font><strike/></font></fonts><cellXfs><xf fontId="0"/></cellXfs></styleSheet>';
    const others = { ...strings(run('Old', '<strike/>') + run(' new')), 'xl/styles.xml': styles };
    expect(struckIn('<c r="A1" s="0" t="s"><v>0</v></c>', others)).toBe('Old');
  });
});
