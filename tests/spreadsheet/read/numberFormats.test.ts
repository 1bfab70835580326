import ExcelJS from 'exceljs';
import { expect, test } from 'vitest';
import { readPackage } from '../../../src/spreadsheet/read/readPackage.ts';
import { shownValue } from '../../../src/spreadsheet/read/shownValue.ts';
import { withGnumeric, withLibreOffice, withOpenpyxl } from '../../programs.ts';
import { savedByGnumeric, savedByLibreOffice, savedByOpenpyxl } from '../../savedBy.ts';

/** What is in a cell, its format, and what people see. */
const cells: readonly (readonly [value: number, format: string, seen: string])[] = [
  [0.85, '0%', '85%'],
  [0.125, '0.0%', '12.5%'],
  [0.4375, 'hh:mm', '10:30'],
  [1.5625, '[h]:mm', '37:30'],
  [46_082, 'mmm-yy', 'Mar-26'],
  [46_112.604_166_666_664, 'dd/mm/yyyy hh:mm', '31/03/2026 14:30'],
  [46_112, 'd mmmm yyyy', '31 March 2026'],
  [1.5, '# ?/?', '1 1/2'],
  [12_300, '0.00E+00', '1.23E+04'],
  [1_234_567, '#,##0', '1,234,567'],
  [1234.5, '[$£-809]#,##0.00', '£1,234.50'],
  [123, '00000', '00123'],
  [12, '0" children"', '12 children'],
  [-5, '0.00;[Red]-0.00', '-5.00'],
];

async function written(): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('Numbers');
  cells.forEach(([value, format], index) => {
    const cell = sheet.getCell(index + 1, 1);
    cell.value = value;
    cell.numFmt = format;
  });
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function seenIn(bytes: Uint8Array): readonly (string | undefined)[] {
  const { sheets, date1904 } = readPackage(bytes);
  return cells.map((_cell, index) => {
    const cell = sheets[0]?.rows.get(index + 1)?.get(1);
    return cell === undefined ? undefined : shownValue(cell.value, date1904).text;
  });
}

const expected = cells.map(([, , seen]) => seen);

test('numbers are read as people see them', async () => {
  expect(seenIn(await written())).toEqual(expected);
});

withLibreOffice('numbers in a file of LibreOffice', () => {
  test('are read as people see them', { timeout: 120_000 }, async () => {
    expect(savedByLibreOffice([await written()]).map(seenIn)).toEqual([expected]);
  });
});

withGnumeric('numbers in a file of Gnumeric', () => {
  test('are read as people see them', { timeout: 60_000 }, async () => {
    expect(savedByGnumeric([await written()]).map(seenIn)).toEqual([expected]);
  });
});

withOpenpyxl('numbers in a file of openpyxl', () => {
  test('are read as people see them', { timeout: 60_000 }, async () => {
    expect(savedByOpenpyxl([await written()]).map(seenIn)).toEqual([expected]);
  });
});
