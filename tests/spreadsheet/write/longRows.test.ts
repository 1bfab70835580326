import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { Content } from '../../../src/spreadsheet/plan/content.ts';
import { planSheet } from '../../../src/spreadsheet/plan/planSheet.ts';
import { planTableSheet } from '../../../src/spreadsheet/plan/planTableSheet.ts';
import { cell, tableHeadings } from '../../../src/spreadsheet/plan/sheetParts.ts';
import { readPackage } from '../../../src/spreadsheet/read/readPackage.ts';
import type { Role } from '../../../src/spreadsheet/style/theme.ts';
import { openWritten } from '../../tools/lint/openWritten.ts';
import { lintPackage } from '../../tools/lint.ts';
import { rendered } from '../../tools/rendered.ts';

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
const start = { name: 'One', title: 'One', note: 'A table.', footer: '' };
const table = { name: 'one', row: 5, headings: columns.map(({ heading }) => heading), rows: rows.length };

test('long rows are in the file as exceljs writes cells: values, formulas, styles, heights, table', async () => {
  const long = await rendered(
    planTableSheet({ marking: undefined, footer: '' }, { ...start, table: 'one', columns, rows }),
  );
  const cells = rows.flatMap((row, index) =>
    row.map((content, column) => cell(6 + index, column + 1, content, columns[column]?.role ?? 'text')),
  );
  const byExceljs = await rendered(planSheet({ ...start, widths: [20, 12] }, [tableHeadings(table), { cells }]));
  expect(lintPackage(long)).toEqual([]);
  expect(readPackage(long).sheets.map(({ rows: all }) => all)).toEqual(
    readPackage(byExceljs).sheets.map(({ rows: all }) => all),
  );
  const [[one], [other]] = [openWritten(long).sheets, openWritten(byExceljs).sheets];
  expect(one?.cells.map(({ style }) => style)).toEqual(other?.cells.map(({ style }) => style));
  expect(one?.tables.map(({ ref }) => ref)).toEqual(['A5:B12']);
  const heights = (bytes: Uint8Array): readonly unknown[] =>
    [
      ...strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? new Uint8Array()).matchAll(
        /<row r="(\d+)"[^>]* ht="([\d.]+)"/g,
      ),
    ].map(([, row, height]) => [row, Number(height)]);
  expect(heights(long)).toContainEqual(['11', 53.25]);
  expect(heights(long)).toEqual(heights(byExceljs));
});

describe('links in a long table', () => {
  const linkColumns = [{ heading: 'Place', role: 'link', width: 20 }] as const;
  const link = (file: string, place: string): Content => ({ text: place, address: `${file}#'A & B'!${place}` });
  const cells: readonly Content[] = [link('a%20b.xlsx', 'A1'), 'none', link('a%20b.xlsx', 'A3'), link('c.xlsx', 'A4')];

  function sheetOf(content: readonly Content[]): Promise<Uint8Array> {
    return rendered(
      planTableSheet(
        { marking: undefined, footer: '' },
        {
          ...{ name: 'One', title: 'One', note: 'A table.', table: 'one' },
          ...{ columns: linkColumns, rows: content.map((cell) => [cell]) },
        },
      ),
    );
  }

  test.each([
    ['in the first row and others', cells],
    ['in no first row', cells.toReversed().slice(2)],
    ['in the second of two rows', cells.slice(1, 3)],
    ['in the only row', cells.slice(0, 1)],
    ['in none', ['none', 'none']],
  ])('lead to their targets: %s', async (_where, content) => {
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
