import ExcelJS from 'exceljs';
import { describe, expect, test } from 'vitest';
import type { RawCell } from '../../../src/spreadsheet/model/rawWorkbook.ts';
import { readPackage } from '../../../src/spreadsheet/read/readPackage.ts';
import { isLinkFormula, readLinkFormula } from '../../../src/spreadsheet/xml/hyperlinks.ts';
import { withGnumeric, withLibreOffice, withOpenpyxl } from '../../programs.ts';
import { savedByGnumeric, savedByLibreOffice, savedByOpenpyxl } from '../../savedBy.ts';
import { processorMs } from '../../tools/processorMs.ts';
import { workbookParts, zipParts } from '../parts.ts';

/** Six cells, A1 to C2, with words; links; and the targets of relationships. */
function linksOf(links: string, targets: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> {
  const row = (number: number) =>
    `<row r="${number}">${['A', 'B', 'C'].map((column) => `<c r="${column}${number}" t="str"><v>words</v></c>`).join('')}</row>`;
  const relations = Object.entries(targets).map(
    ([id, target]) => `<Relationship Id="${id}" Type="x/hyperlink" Target="${target}" TargetMode="External"/>`,
  );
  const { sheets } = readPackage(
    zipParts(
      workbookParts('', {
        'xl/worksheets/sheet1.xml': `<worksheet xmlns:r="r"><sheetData>${row(1)}${row(2)}</sheetData><hyperlinks>${links}</hyperlinks></worksheet>`,
        'xl/worksheets/_rels/sheet1.xml.rels': `<Relationships>${relations.join('')}</Relationships>`,
      }),
    ),
  );
  const cells = [...(sheets[0]?.rows.values() ?? [])].flatMap((cells) => [...cells.values()]);
  return Object.fromEntries(
    cells.flatMap(({ row, column, link }) => (link === undefined ? [] : [[`${row},${column}`, link]])),
  );
}

describe('links on cells', () => {
  const targets = { rId1: 'https://a.example/plan?a=1&amp;b=2', rId2: 'mailto:jane@a.example' };

  test.each<[string, string, Readonly<Record<string, string>>]>([
    ['of an address', '<hyperlink ref="A1" r:id="rId1"/>', { '1,1': 'https://a.example/plan?a=1&b=2' }],
    [
      'of an address and a place in it',
      '<hyperlink ref="A1" r:id="rId1" location="top"/>',
      { '1,1': 'https://a.example/plan?a=1&b=2#top' },
    ],
    [
      'of a place in the file',
      `<hyperlink ref="B2" location="'Our evidence'!A1" display="x"/>`,
      { '2,2': "#'Our evidence'!A1" },
    ],
    [
      'of several cells',
      '<hyperlink ref="B1:C2" r:id="rId2"/>',
      Object.fromEntries(['1,2', '1,3', '2,2', '2,3'].map((place) => [place, 'mailto:jane@a.example'])),
    ],
    [
      'two of one cell: the first',
      '<hyperlink ref="A1" r:id="rId2"/><hyperlink ref="A1" r:id="rId1"/>',
      { '1,1': 'mailto:jane@a.example' },
    ],
    ['of cells that are empty', '<hyperlink ref="A9:F20" r:id="rId2"/>', { '9,1': 'mailto:jane@a.example' }],
    ['that lead nowhere', '<hyperlink ref="A1"/><hyperlink ref="B1" r:id="rId9"/><hyperlink ref="x" r:id="rId1"/>', {}],
    ['without their sheet', '<hyperlink r:id="rId1"/>', {}],
  ])('%s', (_what, links, expected) => {
    expect(linksOf(links, targets)).toEqual(expected);
  });

  test('of addresses that would break what is written from them', () => {
    const link = '<hyperlink ref="A1" r:id="rId1"/>';
    expect(linksOf(link, { rId1: 'https://a.example/&#9;&#10;plan ' })).toEqual({ '1,1': 'https://a.example/ plan' });
    expect(linksOf(link, { rId1: `https://a.example/${'a'.repeat(5_000)}` })).toEqual({
      '1,1': `https://a.example/${'a'.repeat(2_083 - 18)}…`,
    });
  });
});

describe('a formula that is a link', () => {
  test.each<[string, string, string]>([
    ['HYPERLINK("https://a.example","Our plan")', 'https://a.example', 'Our plan'],
    ['hyperlink( "https://a.example" , "Our ""plan""" )', 'https://a.example', 'Our "plan"'],
    ['HYPERLINK("https://a.example")', 'https://a.example', 'https://a.example'],
    ['HYPERLINK("https://"&"a.example"&"/plan","Our plan")', 'https://a.example/plan', 'Our plan'],
    [`HYPERLINK("#'Our evidence'!A1","see")`, "#'Our evidence'!A1", 'see'],
    ['HYPERLINK("https://a.example",A1)', 'https://a.example', 'https://a.example'],
  ])('%s', (formula, address, words) => {
    expect(readLinkFormula(formula)).toEqual({ address, words });
  });

  test.each([
    'HYPERLINK(A1,"Our plan")',
    'HYPERLINK("https://"&A1,"Our plan")',
    'IF(A1="","",HYPERLINK("https://a.example","Our plan"))',
    'HYPERLINK("","Our plan")',
  ])('%s leads to what is worked out', (formula) => {
    expect(readLinkFormula(formula)).toBeUndefined();
    expect(isLinkFormula(formula)).toBe(true);
  });

  test.each(['SUM(A1:A9)', '"HYPERLINK(""https://a.example"")"', 'MY.HYPERLINK("https://a.example")', ''])(
    '%s is none',
    (formula) => {
      expect([readLinkFormula(formula), isLinkFormula(formula)]).toEqual([undefined, false]);
    },
  );

  test('takes no time, however long', async () => {
    const formulas = ['"', '""', '"a"&', 'HYPERLINK(', 'HYPERLINK("', 'HYPERLINK(""&', ' '].flatMap((piece) => [
      piece.repeat(8_192 / piece.length),
      `HYPERLINK("a"${piece.repeat(8_000 / piece.length)}`,
    ]);
    expect(await processorMs(() => formulas.map(readLinkFormula))).toBeLessThan(1_000);
  });

  test('that has no result, as openpyxl writes it, has its words', () => {
    const cells = '<row r="1"><c r="A1"><f>HYPERLINK("https://a.example","Our plan")</f></c></row>';
    const cell = readPackage(zipParts(workbookParts(cells)))
      .sheets[0]?.rows.get(1)
      ?.get(1);
    expect(cell).toMatchObject({
      value: { kind: 'text', value: 'Our plan' },
      link: 'https://a.example',
      formula: true,
    });
  });
});

/** Links as people make them: by Excel's dialogue, of an e-mail, into the file, and by a formula. */
async function written(): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('One');
  workbook.addWorksheet('Two').getCell('A1').value = 'here';
  sheet.getCell('A1').value = { text: 'Our plan', hyperlink: 'https://a.example/plan?a=1&b=2#top' };
  sheet.getCell('A2').value = { text: 'Jane', hyperlink: 'mailto:jane@a.example' };
  sheet.getCell('A3').value = { formula: 'HYPERLINK("https://b.example","Their plan")', result: 'Their plan' };
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function linked(bytes: Uint8Array): readonly (readonly [RawCell['value']['value'] | undefined, string | undefined])[] {
  const rows = readPackage(bytes).sheets[0]?.rows;
  return [1, 2, 3].map((row) => {
    const cell = rows?.get(row)?.get(1);
    return [cell?.value.value, cell?.link];
  });
}

const expected = [
  ['Our plan', 'https://a.example/plan?a=1&b=2#top'],
  ['Jane', 'mailto:jane@a.example'],
  ['Their plan', 'https://b.example'],
];

test('links that exceljs wrote are read', async () => {
  expect(linked(await written())).toEqual(expected);
});

withLibreOffice('links in a file of LibreOffice', () => {
  test('are read', { timeout: 120_000 }, async () => {
    expect(savedByLibreOffice([await written()]).map(linked)).toEqual([expected]);
  });
});

withGnumeric('links in a file of Gnumeric', () => {
  test('are read', { timeout: 60_000 }, async () => {
    expect(savedByGnumeric([await written()]).map(linked)).toEqual([expected]);
  });
});

withOpenpyxl('links in a file of openpyxl', () => {
  test('are read', { timeout: 60_000 }, async () => {
    expect(savedByOpenpyxl([await written()]).map(linked)).toEqual([expected]);
  });
});
