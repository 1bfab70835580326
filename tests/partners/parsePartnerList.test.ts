import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { FindingsError } from '../../src/finding/index.ts';
import { type PartnerList, parsePartnerList } from '../../src/partners/parsePartnerList.ts';

const list = (content: string | Uint8Array): PartnerList =>
  parsePartnerList(typeof content === 'string' ? Buffer.from(content) : content, 'partners.csv');

/** Codes and names of a list, as `code name`. */
const namesIn = (content: string | Uint8Array): readonly string[] =>
  list(content).partners.map(({ code, name }) => `${code} ${name}`);

/** The errors for which a list is refused, as `line code`. */
function errorsIn(content: string | Uint8Array): readonly string[] {
  try {
    list(content);
  } catch (failure) {
    if (!(failure instanceof FindingsError)) throw failure;
    return failure.findings.map(({ code, place }) => `${place.line ?? '-'} ${code}`);
  }
  return [];
}

describe('a list of partners', () => {
  test('needs codes and names only', () => {
    expect(list('code,name\n5E1,North Tees PCT\n')).toMatchObject({
      partners: [{ code: '5E1', name: 'North Tees PCT' }],
      findings: [],
    });
  });

  test('may say more of each, in any order of columns and with values left out', () => {
    const content = `email,code,region_name,region_code,area_code,area_name,kind,name
a@b.example,X01,Region,R1,A1,Area,PCT,Ashmere PCT
,X02,,,,,,Bramblewick PCT
`;
    expect(list(content).partners).toEqual([
      {
        code: 'X01',
        name: 'Ashmere PCT',
        regionCode: 'R1',
        regionName: 'Region',
        areaCode: 'A1',
        areaName: 'Area',
        kind: 'PCT',
        email: 'a@b.example',
      },
      { code: 'X02', name: 'Bramblewick PCT' },
    ]);
  });

  test('may have headings in capitals and spaces around values', () => {
    expect(namesIn('Code , NAME\n 5E1 ,\tNorth  Tees PCT \u00a0\n')).toEqual(['5E1 North Tees PCT']);
  });

  test('keeps codes as text', () => {
    expect(list('code,name\n5E1,a\n0012,b\n1e5,c\n').partners.map(({ code }) => code)).toEqual(['5E1', '0012', '1e5']);
  });

  test('may hold commas, quotes and line ends in quoted values', () => {
    const content = 'code,name\n5HG,"Ashton, Leigh and Wigan PCT"\nX01,"The ""New"" PCT"\nX02,"Brighton\nand Hove"\n';
    expect(namesIn(content)).toEqual(['5HG Ashton, Leigh and Wigan PCT', 'X01 The "New" PCT', 'X02 Brighton and Hove']);
  });

  test('names the columns that are not used', () => {
    const { partners, findings } = list(
      'code,region_code,area_code,area_name,kind,phone,name,fax\n5E1,,,,,1,North Tees PCT,2\n',
    );
    expect(partners).toEqual([{ code: '5E1', name: 'North Tees PCT' }]);
    expect(findings).toMatchObject([
      {
        code: 'list.ignored-columns',
        severity: 'warning',
        facts: { columns: ['phone', 'fax'], unused: ['region_name', 'email'] },
      },
    ]);
  });

  test('may have blank lines, lines of commas, and none at the end', () => {
    expect(namesIn('\n\ncode,name\n\n5E1,a\n,\n   \n5D7,b')).toEqual(['5E1 a', '5D7 b']);
  });

  test('may have the empty columns that Excel leaves at the right', () => {
    expect(list('code,name,,\n5E1,a,,\n5D7,b,,,,\n')).toMatchObject({
      partners: [
        { code: '5E1', name: 'a' },
        { code: '5D7', name: 'b' },
      ],
      findings: [],
    });
  });

  test('may have 10,000 rows', () => {
    const rows = Array.from({ length: 10_000 }, (_, index) => `P${index},"Partner, number ${index}"`);
    const { partners } = list(`code,name\r\n${rows.join('\r\n')}\r\n`);
    expect(partners).toHaveLength(10_000);
    expect(partners.at(-1)).toEqual({ code: 'P9999', name: 'Partner, number 9999' });
  });
});

describe('the form of the file', () => {
  const content = 'code,name\n5E1,Café – North Tees\n5D7,Newcastle\n';
  const expected = ['5E1 Café – North Tees', '5D7 Newcastle'];
  const utf16 = Buffer.from(`\ufeff${content}`, 'utf16le');

  test.each([
    ['UTF-8', Buffer.from(content)],
    ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${content}`)],
    ['Windows-1252, as Excel saves a plain CSV', Buffer.from(content.replace('–', '\x96'), 'latin1')],
    ['UTF-16', utf16],
    ['UTF-16 with the high byte first', Buffer.from(utf16).swap16()],
    ['UTF-16 without a byte order mark', utf16.subarray(2)],
    ['UTF-16 with the high byte first and without a byte order mark', Buffer.from(utf16).swap16().subarray(2)],
    ['lines that end as on Windows', Buffer.from(content.replaceAll('\n', '\r\n'))],
    ['lines that end as on old Macs', Buffer.from(content.replaceAll('\n', '\r'))],
    ['lines that end in both ways', Buffer.from(content.replace('\n', '\r\n'))],
    ['lines that end in both ways, the other way round', Buffer.from(content.replace(/\n(?=5D7)/, '\r\n'))],
    ['a byte order mark, then a quoted heading', Buffer.from(`\ufeff${content.replace('code', '"code"')}`)],
  ])('may be %s', (_form, bytes) => {
    expect(namesIn(bytes)).toEqual(expected);
  });

  test.each([
    ['a PDF document', '%PDF-1.4\n%\xe2\xe3\xcf\xd3\x00\x01'],
    ['an old Office file', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00\x00'],
    ['a picture', '\x89PNG\r\n\x1a\n\x00\x00'],
    ['a web page (HTML)', '<html><table><tr><td>code</td><td>name</td></tr></table></html>'],
    ['a workbook in the form "XML Spreadsheet 2003"', '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>'],
    ['a file of an unknown kind', 'code,name\n\x00\x01\x02'],
  ])('is not that of %s', (looksLike, content) => {
    const facts = { looksLike };
    expect(() => list(Buffer.from(content, 'latin1'))).toThrow(
      expect.objectContaining({ findings: [expect.objectContaining({ code: 'list.other-file', facts })] }),
    );
  });

  test.each([
    ['semicolons', 'code;name;email\n5HG;Ashton, Leigh;a@x.example;\n5D7;"Kirk; Vale";b@x.example\n'],
    ['tabs', 'code\tname\temail\n5HG\tAshton, Leigh\ta@x.example\n5D7\tKirk; Vale\tb@x.example\n'],
    [
      'semicolons that the first line names',
      'sep=;\n"code";"name";"email"\n5HG;"Ashton, Leigh";a@x.example\n5D7;"Kirk; Vale";b@x.example\n',
    ],
    [
      'bars that the first line names',
      'sep=|\ncode|name|email\n5HG|Ashton, Leigh|a@x.example\n5D7|Kirk; Vale|b@x.example\n',
    ],
    [
      'tabs, with columns that are empty',
      '\t\t\n\tcode\tname\temail\n\t5HG\tAshton, Leigh\ta@x.example\n\t5D7\tKirk; Vale\tb@x.example\n',
    ],
  ])('may be separated by %s', (_what, separated) => {
    for (const bytes of [Buffer.from(separated), Buffer.from(`\ufeff${separated}`, 'utf16le')]) {
      expect(list(bytes)).toMatchObject({
        partners: [
          { code: '5HG', name: 'Ashton, Leigh', email: 'a@x.example' },
          { code: '5D7', name: 'Kirk; Vale', email: 'b@x.example' },
        ],
        findings: [],
      });
    }
  });

  test('says on which line quotes are wrong, whatever separates the columns', () => {
    expect(errorsIn('code;name\n5E1;a\n;\n5D7;"b\n')).toEqual(['4 list.unreadable']);
  });
});

test("Excel's own first line and control characters are left out", () => {
  const bytes = new TextEncoder().encode('sep=,\r\ncode,name\r\n5E1,North\u001b[2J Tees\u0007\r\n');
  expect(parsePartnerList(bytes, 'partners.csv').partners).toEqual([{ code: '5E1', name: 'North[2J Tees' }]);
});

describe('the headings', () => {
  test('name the columns that are needed', () => {
    expect(errorsIn('code,title\n5E1,a\n')).toEqual(['1 list.no-header']);
    expect(errorsIn('5E1,North Tees PCT\n')).toEqual(['1 list.no-header']);
  });

  test.each(['', '\n\n', '\ufeff'])('are not in an empty file: %j', (content) => {
    expect(errorsIn(content)).toEqual(['- list.no-content']);
  });

  test('name each of them once', () => {
    expect(errorsIn('code,name,Name\n5E1,a,b\n')).toEqual(['1 list.duplicate-column']);
  });

  test('do not leave open which of two columns is meant', () => {
    expect(() => list('Org code,Organisation,Name,E-mail\n5E1,North Tees PCT,Jo Dale,a@b.example\n')).toThrow(
      'partners.csv line 1: Several columns may be the name: "Organisation" and "Name". Remove those that are not, or give them other headings.',
    );
  });

  test.each([
    ['Org code,Organisation,E-mail', { code: '5E1', name: 'a', email: 'b' }],
    ['ORGANISATION CODE;Organisation name;Email address', { code: '5E1', name: 'a', email: 'b' }],
    ['ODS Code,Name of organisation,e-mail addresses', { code: '5E1', name: 'a', email: 'b' }],
    ['PCT code,PCT,Contact e-mail', { code: '5E1', name: 'a', email: 'b' }],
    ['Org-Code (text!),Trust,Region', { code: '5E1', name: 'a', regionName: 'b' }],
    ['Code,Partner,Area', { code: '5E1', name: 'a', areaName: 'b' }],
    ['Code,Name,SHA code', { code: '5E1', name: 'a', regionCode: 'b' }],
    ['Code,Name,Area Code', { code: '5E1', name: 'a', areaCode: 'b' }],
    ['Code,Name,Organisation type', { code: '5E1', name: 'a', kind: 'b' }],
  ])('may be %s', (headings, partner) => {
    const row = headings.includes(';') ? '5E1;a;b' : '5E1,a,b';
    expect(list(`${headings}\n${row}\n`).partners).toEqual([partner]);
  });

  test('are reported where they were taken by their meaning', () => {
    expect(list('Org code,NAME,E-mail,Region\n5E1,a,a@b.example,North\n').findings).toMatchObject([
      {
        code: 'list.headings-taken',
        severity: 'warning',
        place: { line: 1 },
        facts: {
          taken: [
            { heading: 'Org code', column: 'code' },
            { heading: 'Region', column: 'region_name' },
            { heading: 'E-mail', column: 'email' },
          ],
        },
      },
    ]);
  });

  test('may be below a title, which is reported', () => {
    const { partners, findings } = list('Partners of the North,,\n\nas at 1 April;\ncode,name,\n5E1,a,\n');
    expect(partners).toEqual([{ code: '5E1', name: 'a' }]);
    expect(findings).toMatchObject([
      {
        code: 'list.title-skipped',
        severity: 'warning',
        place: { line: 4 },
        facts: { lines: 'lines 1 to 3', title: 'Partners of the North' },
      },
    ]);
  });

  test('that lack one are reported on the row that has most of them', () => {
    expect(() => list('Partners of the North\nCode;Region;Phone\n5E1;North;1\n')).toThrow(
      'error: partners.csv line 2: No row has the headings that are needed. Missing: "name"; found here: "Code", "Region", "Phone".',
    );
  });

  test('are not enough', () => {
    expect(errorsIn('code,name\n')).toEqual(['- list.empty']);
    expect(errorsIn('code,name\n,\n\n')).toEqual(['- list.empty']);
  });
});

describe('a line of the list', () => {
  test.each([
    [',North Tees PCT', 'list.empty-value'],
    ['5E1', 'list.empty-value'],
    ['5E1,', 'list.empty-value'],
    ['5E1,"  "', 'list.empty-value'],
    ['5 E1,North Tees PCT', 'partners.bad-code'],
    ['5E1/2,North Tees PCT', 'partners.bad-code'],
    [`${'5'.repeat(21)},North Tees PCT`, 'partners.bad-code'],
    ['5é1,North Tees PCT', 'partners.bad-code'],
    ['5.00E+01,North Tees PCT', 'partners.mangled-code'],
    ['5.E+15,North Tees PCT', 'partners.mangled-code'],
    ['"5,00E+01",North Tees PCT', 'partners.mangled-code'],
    ['5HG,Ashton, Leigh and Wigan PCT', 'list.too-many-values'],
    [`5E1,${'x'.repeat(201)}`, 'list.text-too-long'],
  ])('%s has %s', (row, code) => {
    expect(errorsIn(`code,name\n5D7,Newcastle PCT\n${row}\n`)).toEqual([`3 ${code}`]);
  });

  test.each([
    ['5.00E+01', 'a number', '5E1'],
    ['5.E+15', 'a number', '5E15'],
    ['1.20E+03', 'a number', '12E3'],
    ['5E+01', 'a number', '5E1'],
    ['2.00E-04', 'a number', '2E-4'],
    ['01-Jan', 'a date', 'JAN1'],
    ['2-Sep', 'a date', 'SEP2'],
    ['Mar-10', 'a date', 'MAR10'],
    ['Sept-02', 'a date', 'SEP2'],
    ['Jan-1950', 'a date', 'JAN1950'],
    ['10-May-26', 'a date', 'MAY10'],
    ['1 March 2026', 'a date', 'MAR1'],
    ['10-mar', 'a date', 'MAR10'],
    ['01/02/2026', 'a date', undefined],
    ['1/2/26 00:00', 'a date', undefined],
    ['01-02-2026', 'a date', undefined],
    ['2026-02-01', 'a date', undefined],
    ['2026-02-01 00:00:00', 'a date', undefined],
    ['00:00:00', 'a time', undefined],
    ['5:00 PM', 'a time', undefined],
    ['TRUE', 'a logical value', undefined],
    ['FALSE', 'a logical value', undefined],
  ])('the code %s is what Excel makes of one that it takes for %s', (code, takenFor, readAs) => {
    const facts = { code, takenFor, ...(readAs === undefined ? {} : { readAs }) };
    for (const column of ['code', 'region_code', 'area_code']) {
      const content = column === 'code' ? `code,name\n${code},a\n` : `code,name,${column}\nX01,a,${code}\n`;
      expect(() => list(content)).toThrow(
        expect.objectContaining({
          findings: [expect.objectContaining({ code: 'partners.mangled-code', facts: { column, ...facts } })],
        }),
      );
    }
  });

  test.each([
    '5E1',
    '5e10',
    '1e5',
    'MAR-10',
    'JAN-01',
    'SEP2',
    'Marsh-12',
    'Mayor-1',
    '12-34-56',
    '45-Jan',
    '0012',
    'true1',
  ])('the code %s is one that Excel leaves as it is, or that can be nothing else', (code) => {
    expect(errorsIn(`code,name\n${code},a\n`)).toEqual([]);
  });

  test.each([
    ['its code', 'code', '#REF!'],
    ['its code', 'code', '#NAME?'],
    ['its name', 'name', '#N/A'],
    ['its region', 'region_name', '#DIV/0!'],
    ['its address', 'email', '########'],
  ])('may have an error of Excel in place of %s', (_what, column, value) => {
    const row = { code: 'X01', name: 'a', region_name: 'North', email: 'a@b.example', [column]: value };
    expect(errorsIn(`${Object.keys(row).join()}\n${Object.values(row).join()}\n`)).toEqual(['2 list.error-value']);
  });

  test.each([
    [['012', '123', '45'], ['45 045']],
    [['5E1', '5HG', '50'], ['50 050']],
    [
      ['12345', '123', '9'],
      ['123 00123', '9 00009'],
    ],
    [['0123', '456', 'NORTH'], ['456 0456']],
    [['000', '0', '111'], ['0 000']],
  ])('the codes %j have lost zeros, or may have', (codes, expected) => {
    const content = `code,name\n${codes.map((code, index) => `${code},Partner ${index}\n`).join('')}`;
    expect(() => list(content)).toThrow(
      expect.objectContaining({
        findings: expected.map((one) => {
          const [code, whole] = one.split(' ');
          return expect.objectContaining({ code: 'partners.lost-zeros', facts: { column: 'code', code, whole } });
        }),
      }),
    );
  });

  test.each([
    ['1 to 12', Array.from({ length: 12 }, (_, index) => String(index + 1))],
    ['98 to 103', Array.from({ length: 6 }, (_, index) => String(index + 98))],
    ['of one length', ['123', '456', '5E1']],
    ['of several lengths besides', ['5E1', 'RGT01', '50']],
    ['short', ['7', '12']],
  ])('the codes %s have lost no zeros', (_what, codes) => {
    expect(errorsIn(`code,name\n${codes.map((code, index) => `${code},Partner ${index}\n`).join('')}`)).toEqual([]);
  });

  test('a day as Excel counts it, among codes with letters, may be a code that Excel damaged', () => {
    const { findings } = list('code,name,area_code\n46023,Ash,46054\nMAR11,Birch,NORTH\n');
    expect(findings).toMatchObject([
      {
        code: 'partners.day-number',
        place: { line: 2 },
        facts: { column: 'code', day: '1 January 2026', readAs: 'JAN1' },
      },
      { code: 'partners.day-number', facts: { column: 'area_code', code: '46054', readAs: 'FEB1' } },
    ]);
  });

  test.each([
    ['of numbers alone', ['46023', '46024', '46054']],
    ['with other numbers', ['46023', '91234', 'MAR11']],
    ['of another length', ['460230', 'MAR111']],
    ['that are days long ago', ['12345', 'MAR11']],
  ])('codes %s are no days', (_what, codes) => {
    expect(list(`code,name\n${codes.map((code, index) => `${code},Partner ${index}\n`).join('')}`).findings).toEqual(
      [],
    );
  });

  test.each(['CON', 'nul', 'Aux', 'COM1', 'lpt9', 'PRN'])('the code %s is a device of Windows', (code) => {
    expect(errorsIn(`code,name\n${code},a\n`)).toEqual(['2 partners.device-code']);
  });

  test.each([
    ...['-rf', '--help', '__proto__', '_A', '=1', '+1', '@A', 'A.', 'A.B', 'CON.txt', '..', 'A/B', 'A\\B', 'A:B'],
    ...['А1', 'Ａ１', '"=""5E1"""'],
  ])('the code %s is refused', (code) => {
    expect(errorsIn(`code,name\n${code},a\n`)).toEqual(['2 partners.bad-code']);
  });

  test.each(['constructor', 'toString', 'COM', 'CONN', 'COM10', 'hasOwnProperty'])('the code %s is one', (code) => {
    expect(namesIn(`code,name\n${code},a\n`)).toEqual([`${code} a`]);
  });

  test('names the characters that a code cannot have, with the numbers of those that look like others', () => {
    expect(() => list('code,name\nА 1/,a\n')).toThrow('because of "А" (U+0410), a space, "/"');
  });

  test('that shows nothing is empty', () => {
    expect(errorsIn('code,name\n\u200b,a\nX01,\u2060 \u00ad\n')).toEqual(['2 list.empty-value', '3 list.empty-value']);
  });

  test('has a code of its own, of which the case makes no difference', () => {
    expect(errorsIn('code,name\n5E1,a\n5D7,b\n5E1,c\n5e1,d\n')).toEqual([
      '4 partners.duplicate-code',
      '5 partners.duplicate-code',
    ]);
    expect(() => list('code,name\n5E1,a\n\n5e1,b\n')).toThrow(
      expect.objectContaining({ findings: [expect.objectContaining({ facts: { code: '5e1', first: 'line 2' } })] }),
    );
  });

  test('may have the name of another, which is reported', () => {
    const { partners, findings } = list('code,name\nX01,Ash\nX02,ASH\n');
    expect(partners.map(({ code, name }) => `${code} ${name}`)).toEqual(['X01 Ash', 'X02 ASH']);
    expect(findings).toMatchObject([
      { code: 'partners.same-name', severity: 'warning', facts: { name: 'ASH', codes: ['X01', 'X02'] } },
    ]);
  });
});

describe('quotes', () => {
  test('that are never closed are reported where they open, and the lines before are checked', () => {
    expect(errorsIn('code,name\n5E1,a\n5E1,b\n\n5D7,"c\n5D8,d\n5D9,e\n')).toEqual([
      '3 partners.duplicate-code',
      '5 list.unreadable',
    ]);
  });

  test('inside a value, and after its end, are reported', () => {
    expect(errorsIn('code,name\n5E1,The "New" PCT\n')).toEqual(['2 list.unreadable']);
    expect(errorsIn('code,name\n5E1,a\n5D7,"The" PCT\n')).toEqual(['3 list.unreadable']);
  });

  test('that are wrong in the first line are reported', () => {
    expect(errorsIn('code,"name\n5E1,a\n')).toEqual(['1 list.unreadable']);
  });
});

describe('all errors', () => {
  const lines = [
    'code,name,phone',
    'X01,"Ashmere', // begins on line 2
    'PCT",',
    '',
    ',Bramblewick PCT,', // 5
    '5.00E+01,"Cold', // 6
    'harbour",',
    'x01,Dunmarsh PCT,', // 8
    'X 5,,', // 9
    'X06,Elmtree, Fenny and Gale PCT,,', // 10
  ];
  const expected = [
    '1 list.ignored-columns',
    '5 list.empty-value',
    '6 partners.mangled-code',
    '8 partners.duplicate-code',
    '9 list.empty-value',
    '9 partners.bad-code',
  ];

  test('are reported together, each with the line on which its record begins', () => {
    expect(errorsIn(`${lines.slice(0, 9).join('\n')}\n`)).toEqual(expected);
  });

  test('have the same lines in a file from Windows', () => {
    expect(errorsIn(`${lines.slice(0, 9).join('\r\n')}\r\n`)).toEqual(expected);
  });

  test('with a value too many are reported with the number of values', () => {
    expect(errorsIn(`code,name\n${lines[9]}\n`)).toEqual(['2 list.too-many-values']);
  });
});

describe('the lists that come with Scorebook', () => {
  const shipped = (name: string): PartnerList =>
    list(readFileSync(new URL(`../../definitions/partners/${name}`, import.meta.url)));

  test('have the 151 primary care trusts of 2010 by strategic health authority', () => {
    const { partners, findings } = shipped('england-pcts-2010.csv');
    expect(findings).toEqual([]);
    expect(partners).toHaveLength(151);
    const regions = new Map<string, number>();
    for (const { regionCode, regionName } of partners) {
      const region = `${regionCode} ${regionName}`;
      regions.set(region, (regions.get(region) ?? 0) + 1);
    }
    expect(Object.fromEntries(regions)).toEqual({
      'Q30 North East': 12,
      'Q31 North West': 24,
      'Q32 Yorkshire and the Humber': 14,
      'Q33 East Midlands': 9,
      'Q34 West Midlands': 17,
      'Q35 East of England': 13,
      'Q36 London': 31,
      'Q37 South East Coast': 8,
      'Q38 South Central': 9,
      'Q39 South West': 14,
    });
    expect(partners).toContainEqual(expect.objectContaining({ code: '5E1' }));
  });

  test('have a fictional region of twelve', () => {
    const { partners, findings } = shipped('sample-region.csv');
    expect(findings).toEqual([]);
    expect(partners).toHaveLength(12);
    expect(partners.filter(({ name }) => !name.includes('(fictional)'))).toEqual([]);
    expect(partners.filter(({ email }) => email !== undefined && !email.endsWith('.example'))).toEqual([]);
  });
});
