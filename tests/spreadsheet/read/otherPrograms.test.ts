import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RawValue } from '../../../src/spreadsheet/model/rawWorkbook.ts';
import { readPackage } from '../../../src/spreadsheet/read/readPackage.ts';
import { codesOf, valuesOf } from '../parts.ts';

/** A workbook with every type of value, as exceljs writes it. */
async function sample(): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('1 Assessing need');
  sheet.getCell('A1').value = 'plain text – with a dash, “quotes” & <signs>';
  sheet.getCell('B1').value = 42.5;
  sheet.getCell('C1').value = true;
  sheet.getCell('D1').value = new Date(Date.UTC(2026, 6, 1));
  sheet.getCell('D1').numFmt = 'dd/mm/yyyy';
  sheet.getCell('A2').value = { richText: [{ text: 'rich ' }, { font: { bold: true }, text: 'text' }] };
  sheet.getCell('B2').value = { formula: 'B1*2', result: 85 };
  sheet.getCell('C2').value = { formula: 'B1=0', result: false };
  sheet.getCell('D2').value = '5E1';
  sheet.getCell('C4').value = 'first line\nsecond line';
  sheet.getCell('C4').protection = { locked: false };
  book.addWorksheet('lists', { state: 'veryHidden' }).getCell('B3').value = 'on a hidden sheet';
  book.definedNames.add("'1 Assessing need'!$D$2", 'answer.1');
  return new Uint8Array(await book.xlsx.writeBuffer());
}

const first: Readonly<Record<string, RawValue>> = {
  '1,1': { kind: 'text', value: 'plain text – with a dash, “quotes” & <signs>' },
  '1,2': { kind: 'number', value: 42.5, isDate: false },
  '1,3': { kind: 'boolean', value: true },
  '1,4': { kind: 'number', value: 46204, isDate: true, format: 'dd/mm/yyyy' },
  '2,1': { kind: 'text', value: 'rich text' },
  '=2,2': { kind: 'number', value: 85, isDate: false },
  '=2,3': { kind: 'boolean', value: false },
  '2,4': { kind: 'text', value: '5E1' },
  '4,3': { kind: 'text', value: 'first line\nsecond line' },
};

function expectSample(bytes: Uint8Array): void {
  const book = readPackage(bytes);
  expect(book.sheets.map((sheet) => sheet.name)).toEqual(['1 Assessing need', 'lists']);
  expect(book.sheets.map((sheet) => valuesOf(sheet.rows))).toEqual([
    first,
    { '3,2': { kind: 'text', value: 'on a hidden sheet' } },
  ]);
  expect(book.definedNames.get('answer.1')).toMatch(/^'?1 Assessing need'?!\$D\$2$/);
}

let original: Uint8Array;
beforeAll(async () => {
  original = await sample();
});

test('what exceljs wrote is read back', () => {
  expectSample(original);
  expect(readPackage(original).sheets.map((sheet) => sheet.state)).toEqual(['visible', 'veryHidden']);
});

const onPath = (program: string): boolean =>
  (process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)));

describe('saved again by another program', () => {
  const folder = mkdtempSync(join(tmpdir(), 'scorebook-'));
  const input = join(folder, 'in.xlsx');
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test.skipIf(!onPath('soffice'))('LibreOffice (skipped when soffice is not on PATH)', { timeout: 120_000 }, () => {
    writeFileSync(input, original);
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    const out = join(folder, 'out');
    execFileSync('soffice', [profile, '--headless', '--convert-to', 'xlsx', '--outdir', out, input], {
      stdio: 'ignore',
    });
    expectSample(readFileSync(join(out, 'in.xlsx')));
  });

  test.skipIf(!onPath('ssconvert'))('Gnumeric (skipped when ssconvert is not on PATH)', { timeout: 60_000 }, () => {
    writeFileSync(input, original);
    execFileSync('ssconvert', [input, join(folder, 'gnumeric.xlsx')], { stdio: 'ignore' });
    expectSample(readFileSync(join(folder, 'gnumeric.xlsx')));
  });
});

describe('damage gives findings and never another error', () => {
  test('cut off at every twentieth', () => {
    const cuts = Array.from({ length: 20 }, (_, index) =>
      original.slice(0, Math.floor((original.length * index) / 20)),
    );
    expect(cuts.map((cut) => codesOf(cut).length)).toEqual(cuts.map(() => 1));
  });

  test('bytes changed at random', () => {
    const change = fc.tuple(fc.nat(), fc.integer({ min: 1, max: 255 }));
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 8 }), (changes) => {
        const bytes = original.slice();
        for (const [place, bits] of changes) bytes[place % bytes.length] = (bytes[place % bytes.length] ?? 0) ^ bits;
        // Throws on anything but findings.
        codesOf(bytes);
      }),
      { numRuns: 1_000 },
    );
  });

  test('bytes changed in the directory of the archive', () => {
    const change = fc.tuple(fc.nat({ max: 1_500 }), fc.integer({ min: 0, max: 255 }));
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 3 }), (changes) => {
        const bytes = original.slice();
        for (const [fromEnd, value] of changes) bytes[bytes.length - 1 - fromEnd] = value;
        codesOf(bytes);
      }),
      { numRuns: 1_000 },
    );
  });
});
