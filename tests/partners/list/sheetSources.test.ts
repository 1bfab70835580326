import { describe, expect, test } from 'vitest';
import { FindingsError } from '../../../src/finding/index.ts';
import { type PartnerList, parsePartnerList } from '../../../src/partners/parsePartnerList.ts';
import { writeWorkbook } from '../../../src/workbook/writeWorkbook.ts';
import { issuedFor } from '../../issued.ts';
import { sampleInstrument } from '../../sampleInstrument.ts';
import { workbookParts, zipParts } from '../../spreadsheet/parts.ts';
import { listWorkbook, type Typed, type TypedSheet } from './listWorkbook.ts';

const headings = ['Code', 'Name'];

const read = async (sheets: Readonly<Record<string, TypedSheet>>): Promise<PartnerList> =>
  parsePartnerList(await listWorkbook(sheets), 'partners.xlsx');

const readRows = (...rows: readonly (readonly Typed[])[]): Promise<PartnerList> => read({ Partners: { rows } });

/** The findings for which a list is refused, as `cell code`. */
async function errorsIn(bytes: Uint8Array | Promise<Uint8Array>): Promise<readonly string[]> {
  try {
    parsePartnerList(await bytes, 'partners.xlsx');
  } catch (failure) {
    if (!(failure instanceof FindingsError)) throw failure;
    return failure.findings.map(({ code, place }) => `${place.cell ?? '-'} ${code}`);
  }
  return [];
}

const errorsInRows = (...rows: readonly (readonly Typed[])[]): Promise<readonly string[]> =>
  errorsIn(listWorkbook({ Partners: { rows } }));

describe('a list in a workbook', () => {
  test('is read like a text, by the meaning of its headings', async () => {
    const { partners, findings } = await readRows(
      ['Org code', 'Organisation', 'Region', 'E-mail', 'Kind'],
      ['5E1', ' North  Tees PCT', 'North', 'a@b.example', 'PCT'],
      ['X02', 'Bramblewick PCT', null, null, 2026],
    );
    expect(partners).toEqual([
      { code: '5E1', name: 'North Tees PCT', regionName: 'North', email: 'a@b.example', kind: 'PCT' },
      { code: 'X02', name: 'Bramblewick PCT', kind: '2026' },
    ]);
    expect(findings.map(({ code, place }) => `${place.sheet}!${place.cell} ${code}`)).toEqual([
      'Partners!A1 list.headings-taken',
    ]);
  });

  test('may begin anywhere, below a title and beside notes, which are reported', async () => {
    const { partners, findings } = await readRows(
      [null, 'Partners of the North'],
      [],
      [null, 'Code', 'Name'],
      [null, 'X01', 'Ashmere PCT', null, 'to be confirmed'],
      [null, null, null, null, 'by Friday'],
      [null, 'X02', 'Bramblewick PCT'],
    );
    expect(partners.map(({ code }) => code)).toEqual(['X01', 'X02']);
    expect(findings).toMatchObject([
      { code: 'list.title-skipped', facts: { lines: 'row 1', title: 'Partners of the North' } },
      { code: 'list.ignored-columns', facts: { columns: ['column E'] } },
    ]);
  });

  test('is on the sheet with the headings', async () => {
    const sheets = {
      Notes: { rows: [['Read me']] },
      List: { rows: [headings, ['X01', 'Ashmere PCT']] },
      Empty: { rows: [] },
    };
    const { partners, findings } = await read(sheets);
    expect(partners).toEqual([{ code: 'X01', name: 'Ashmere PCT' }]);
    expect(findings).toMatchObject([{ code: 'list.sheet-taken', facts: { sheet: 'List', left: ['Notes'] } }]);
  });

  test('is not on a hidden sheet while others are shown', async () => {
    const sheets = {
      Old: { rows: [headings, ['X09', 'Fenny PCT']], state: 'hidden' as const },
      New: { rows: [headings, ['X01', 'Ashmere PCT']] },
    };
    expect((await read(sheets)).partners.map(({ code }) => code)).toEqual(['X01']);
  });

  test('is not on two sheets, nor on none', async () => {
    const list = { rows: [headings, ['X01', 'Ashmere PCT']] };
    expect(await errorsIn(listWorkbook({ 2025: list, 2026: list }))).toEqual(['- list.several-sheets']);
    expect(await errorsIn(listWorkbook({ A: { rows: [['Read me']] }, B: { rows: [[], ['Code', 'Phone']] } }))).toEqual([
      'A2 list.no-header',
    ]);
    expect(await errorsIn(listWorkbook({ A: { rows: [] } }))).toEqual(['- list.no-content']);
    expect(await errorsInRows(headings)).toEqual(['- list.empty']);
  });
});

describe('a code', () => {
  test.each([
    ['a number that was 5E1', { value: 50, format: '0.00E+00' }, '5.00E+01', 'a number', '5E1'],
    ['a date that was JAN1', { value: new Date('2026-01-01'), format: 'd-mmm' }, '01-Jan', 'a date', 'JAN1'],
    ['a date in full', { value: new Date('2026-09-02'), format: 'dd/mm/yyyy' }, '02/09/2026', 'a date', undefined],
    ['a logical value', true, 'TRUE', 'a logical value', undefined],
  ])('is refused as %s', async (_what, typed, code, takenFor, readAs) => {
    const bytes = await listWorkbook({ Partners: { rows: [headings, ['X01', 'a'], [typed, 'b']] } });
    const facts = { column: 'code', code, takenFor, ...(readAs === undefined ? {} : { readAs }) };
    expect(() => parsePartnerList(bytes, 'partners.xlsx')).toThrow(
      expect.objectContaining({
        findings: [
          expect.objectContaining({
            code: 'partners.mangled-code',
            place: { file: 'partners.xlsx', sheet: 'Partners', cell: 'A3' },
            facts,
          }),
        ],
      }),
    );
  });

  test('is refused as a number, all cells of a column together', async () => {
    const rows = [
      ['Code', 'Name', 'Area code'],
      [50, 'a', 7],
      ['X01', 'b', 'N1'],
      [{ value: 12, format: '000' }, 'c', null],
    ];
    const bytes = await listWorkbook({ Partners: { rows } });
    expect(() => parsePartnerList(bytes, 'partners.xlsx')).toThrow(
      `error: partners.xlsx 'Partners'!A2: The code is a number and not text in A2 (50), A4 (012). Excel makes numbers of codes, as 50 of 5E1 and 12 of 012, so each may be damaged. Format the column as text and type these codes again.`,
    );
    expect(await errorsIn(bytes)).toEqual(['A1 list.headings-taken', 'A2 list.number-code', 'C2 list.number-code']);
  });

  test('is refused where it lost zeros as a text', async () => {
    expect(await errorsInRows(headings, ['012', 'a'], ['45', 'b'], ['5HG', 'c'])).toEqual(['A3 partners.lost-zeros']);
  });

  test('may be the result of a formula, which is reported', async () => {
    const { partners, findings } = await readRows(headings, [{ formula: 'B2&"1"', result: 'X01' }, 'a']);
    expect(partners).toEqual([{ code: 'X01', name: 'a' }]);
    expect(findings).toMatchObject([
      {
        code: 'list.formulas',
        severity: 'warning',
        place: { cell: 'A2' },
        facts: { column: 'code', cells: ['A2 (X01)'] },
      },
    ]);
    expect(await errorsInRows(headings, [{ formula: '5*10', result: 50 }, 'a'])).toEqual([
      'A2 list.number-code',
      'A2 list.formulas',
    ]);
    expect(await errorsInRows(headings, [{ formula: 'VLOOKUP(B2,X:Y,2,0)', result: '' }, 'a'])).toEqual([
      'A2 list.empty-value',
      'A2 list.formulas',
    ]);
  });
});

test('all errors are reported together, each with its cell', async () => {
  expect(
    await errorsInRows(
      ['Name', 'Code', 'E-mail'],
      ['Ashmere PCT', 'X01', 'nobody'],
      [null, 'X02'],
      ['Coldharbour PCT', 'X 3', 'c@x.example'],
      ['Dunmarsh PCT', 'x01'],
      ['x'.repeat(201), '#REF!'],
      ['Elmtree PCT', { value: 50, format: '0.00E+00' }],
    ),
  ).toEqual([
    'A1 list.headings-taken',
    'C2 partners.bad-email',
    'A3 list.empty-value',
    'B4 partners.bad-code',
    'B5 partners.duplicate-code',
    'B6 list.error-value',
    'A6 list.text-too-long',
    'B7 partners.mangled-code',
  ]);
});

test('a code that is there twice is reported with the cell of the first', async () => {
  await expect(readRows(headings, ['X01', 'a'], ['X01', 'b'])).rejects.toThrow(
    `'Partners'!A3: The code "X01" is already used (A2).`,
  );
});

test('rows that are hidden or struck out are read, and reported', async () => {
  const { partners, findings } = await read({
    Partners: { rows: [headings, ['X01', 'a'], ['X02', 'b'], [{ struck: 'X03' }, 'c']], hidden: [3] },
  });
  expect(partners.map(({ code }) => code)).toEqual(['X01', 'X02', 'X03']);
  expect(findings).toMatchObject([
    { code: 'list.hidden-rows', facts: { rows: ['3'] } },
    { code: 'list.struck-out', place: { cell: 'A4' }, facts: { cells: ['A4 (X03)'] } },
  ]);
});

describe('a file that is no list', () => {
  const reasons = async (bytes: Uint8Array): Promise<string> => {
    try {
      parsePartnerList(bytes, 'partners.xlsx');
    } catch (failure) {
      return failure instanceof FindingsError ? failure.message : String(failure);
    }
    return '';
  };

  test('is a workbook that was issued', async () => {
    expect(await reasons(await writeWorkbook(sampleInstrument, issuedFor(sampleInstrument)))).toContain(
      'This is the workbook of partner 8E1 in round "2026", to be filled in, and no list. Read it with "scorebook import"',
    );
  });

  test.each([
    [
      'an old workbook',
      Buffer.from('\x09\x08\x10\x00\x00\x06', 'latin1'),
      'This is a workbook in the old format (.xls).',
    ],
    [
      'an OpenDocument spreadsheet',
      zipParts({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<x/>' }),
      'This is an OpenDocument spreadsheet (.ods).',
    ],
    [
      'a workbook with macros',
      zipParts({ ...workbookParts(''), 'xl/vbaProject.bin': 'x' }),
      'This is a workbook with macros.',
    ],
    ['a damaged workbook', Buffer.from('PK\x03\x04\x14\x00\x00\x00', 'latin1'), 'The workbook is damaged: '],
    [
      'a workbook with a password',
      Buffer.concat([
        Buffer.from('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'latin1'),
        Buffer.from('EncryptedPackage', 'utf16le'),
      ]),
      'The workbook is protected by a password or rights management',
    ],
    ['a Word document', zipParts({ 'word/document.xml': '<x/>' }), 'This is a Word document.'],
  ])('is %s', async (_what, bytes, reason) => {
    expect(await reasons(bytes)).toContain(`error: partners.xlsx: ${reason}`);
  });

  test('has more rows than are read', async () => {
    const cell = '<c t="inlineStr"><is><t>x</t></is></c>';
    const rows = `<row>${cell.repeat(200)}</row>`.repeat(1_001);
    const head = '<row><c t="inlineStr"><is><t>code</t></is></c><c t="inlineStr"><is><t>name</t></is></c></row>';
    expect(await reasons(zipParts(workbookParts(head + rows)))).toContain(
      "'One': The sheet was read down to row 1000 only, because its number of cells is over the limit of 200,000.",
    );
  });
});
