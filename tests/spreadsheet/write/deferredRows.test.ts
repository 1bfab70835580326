import ExcelJS from 'exceljs';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readPackage } from '../../../src/spreadsheet/read/readPackage.ts';
import type { Role } from '../../../src/spreadsheet/style/theme.ts';
import { deferRows } from '../../../src/spreadsheet/write/deferredRows.ts';
import { finishWorkbook } from '../../../src/spreadsheet/write/finishWorkbook.ts';
import { openSheet } from '../../../src/spreadsheet/write/openSheet.ts';
import { writeTableSheet } from '../../../src/spreadsheet/write/tableSheet.ts';
import { type Content, completeSheet, writeTable } from '../../../src/spreadsheet/write/worksheet.ts';
import { openWritten } from '../../tools/lint/openWritten.ts';
import { lintPackage } from '../../tools/lint.ts';

const columns: readonly { heading: string; role: Role; width: number }[] = [
  { heading: 'Text', role: 'text', width: 20 },
  { heading: 'Other', role: 'date', width: 12 },
];
const rows: readonly (readonly Content[])[] = [
  ['first', 1],
  ['  spaces around  ', 1.5],
  ['=1+1', new Date('2027-03-31T00:00:00Z')],
  ['5E1', { formula: 'SUM(B6:B7)', result: 2.5 }],
  ['👩‍👧 <&> "quoted"', { formula: 'IF(B6=1,"a & b","")', result: 'a & b' }],
  ['two\nlines and words that need a third and a fourth line', 0],
  ['_x0041_ \u0001 control', -3],
];

/** A sheet with the table; the rows from some place on are held back. */
async function written(held: number): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  workbook.created = workbook.modified = new Date(0);
  workbook.title = workbook.creator = 'Test';
  const sheet = openSheet(workbook, { name: 'One', title: 'One', note: 'A table.', widths: [20, 12], footer: '' });
  writeTable(sheet, 'one', 5, columns, rows.slice(0, held));
  if (held < rows.length) {
    deferRows(workbook, { sheet: 'One', table: 'one', firstRow: 5 + held + 1, columns, rows: rows.slice(held) });
  }
  completeSheet(sheet, 5 + rows.length);
  return finishWorkbook(workbook, {
    properties: new Map(),
    language: 'en-GB',
    lockStructure: false,
  });
}

test('rows that are held back are in the file as exceljs writes them: values, formulas, styles, heights, table', async () => {
  const [ours, theirs] = [await written(1), await written(rows.length)];
  expect(lintPackage(ours)).toEqual([]);
  expect(readPackage(ours).sheets.map(({ rows: all }) => all)).toEqual(
    readPackage(theirs).sheets.map(({ rows: all }) => all),
  );
  const [[one], [other]] = [openWritten(ours).sheets, openWritten(theirs).sheets];
  expect(one?.cells.map(({ style }) => style)).toEqual(other?.cells.map(({ style }) => style));
  expect(one?.tables.map(({ ref }) => ref)).toEqual(['A5:B12']);
  const heights = (bytes: Uint8Array): readonly unknown[] =>
    [
      ...strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? new Uint8Array()).matchAll(
        /<row r="(\d+)"[^>]* ht="([\d.]+)"/g,
      ),
    ].map(([, row, height]) => [row, Number(height)]);
  // What is escaped on its way through exceljs is measured there as longer than it is: the rows of emoji and escapes.
  const [, , , , , , , , eleventh] = heights(theirs);
  expect(eleventh).toEqual(['11', 54.2]);
  const unescaped = (all: readonly unknown[]): readonly unknown[] =>
    all.filter((_row, index) => index !== 7 && index !== 9);
  expect(unescaped(heights(ours))).toEqual(unescaped(heights(theirs)));
});

describe('links in rows that are held back', () => {
  const linkColumns = [{ heading: 'Place', role: 'link', width: 20 }] as const;
  const link = (file: string, place: string): Content => ({ text: place, address: `${file}#'A & B'!${place}` });
  const cells: readonly Content[] = [link('a%20b.xlsx', 'A1'), 'none', link('a%20b.xlsx', 'A3'), link('c.xlsx', 'A4')];

  async function sheetOf(content: readonly Content[]): Promise<Uint8Array> {
    const workbook = new ExcelJS.Workbook();
    workbook.created = workbook.modified = new Date(0);
    workbook.title = workbook.creator = 'Test';
    writeTableSheet(
      workbook,
      { marking: undefined, footer: '' },
      {
        ...{ name: 'One', title: 'One', note: 'A table.', table: 'one' },
        ...{ columns: linkColumns, rows: content.map((cell) => [cell]) },
      },
    );
    return finishWorkbook(workbook, { properties: new Map(), language: 'en-GB', lockStructure: false });
  }

  test.each([
    ['in the first row and others', cells],
    ['in no first row', cells.toReversed().slice(2)],
    ['in the only row that is held', cells.slice(1, 3)],
    ['in none', ['none', 'none']],
  ])('lead where they are to lead: %s', async (_where, content) => {
    const bytes = await sheetOf(content);
    expect(lintPackage(bytes)).toEqual([]);
    const [sheet] = readPackage(bytes).sheets;
    const found = content.map((_cell, index) => {
      const cell = sheet?.rows.get(6 + index)?.get(1);
      return [cell?.value.value, cell?.link];
    });
    expect(found).toEqual(
      content.map((cell) =>
        typeof cell === 'object' && 'address' in cell ? [cell.text, cell.address] : [cell, undefined],
      ),
    );
    expect(sheet?.rows.size).toBe(3 + content.length);
    const [written] = openWritten(bytes).sheets;
    const styles = written?.cells.slice(-content.length).map(({ style }) => JSON.stringify(style)) ?? [];
    // What leads nowhere does not look like a link.
    const isLike = content.map((cell) => content.map((other) => typeof cell === typeof other));
    expect(styles.map((style) => styles.map((other) => style === other))).toEqual(isLike);
  });
});
