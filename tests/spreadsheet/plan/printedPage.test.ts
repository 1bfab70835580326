import { expect, test } from 'vitest';
import { instruments } from '../../../definitions/index.ts';
import { lineWidth } from '../../../src/spreadsheet/style/rowHeight.ts';
import { layoutOf } from '../../../src/workbook/layout/layoutOf.ts';
import { writeWorkbook } from '../../../src/workbook/writeWorkbook.ts';
import { issuedFor } from '../../issued.ts';
import { openWritten, type WrittenPackage, type WrittenSheet } from '../../tools/lint/openWritten.ts';
import { allNamed, childOf } from '../../tools/lint/xmlTree.ts';

/** Points of an inch, of A4 landscape, and of a column's unit of width. */
const [inch, paper, unit] = [72, { width: 841.9, height: 595.3 }, 5.25];

interface Page {
  readonly sheet: string;
  /** Rows that are on it besides the repeated ones. */
  readonly rows: readonly number[];
  readonly repeated: readonly number[];
}

/** The pages of a sheet where they hold a share of what they should: programs round heights in their own ways. */
function pagesOf({ names, sheets }: WrittenPackage, sheet: WrittenSheet, share: number): readonly Page[] {
  const set = childOf(sheet.root, 'pageSetup');
  if (set === undefined || set.get('fitToHeight') !== '0') return [];
  const margins = childOf(sheet.root, 'pageMargins');
  const margin = (...sides: readonly ('left' | 'right' | 'top' | 'bottom')[]) =>
    sides.reduce((sum, side) => sum + Number(margins?.get(side)) * inch, 0);
  const widths = allNamed(sheet.root, 'col').map(
    (col) => (Number(col.get('max')) - Number(col.get('min')) + 1) * Number(col.get('width')),
  );
  const scale = Math.min(1, (paper.width - margin('left', 'right')) / (sum(widths) * unit));
  const room = ((paper.height - margin('top', 'bottom')) / scale) * share;
  const heights = new Map(
    allNamed(sheet.root, 'row').map((row) => [Number(row.get('r')), Number(row.get('ht') ?? 15)] as const),
  );
  const height = (row: number): number => heights.get(row) ?? 15;
  const breaks = new Set(allNamed(childOf(sheet.root, 'rowBreaks'), 'brk').map((line) => Number(line.get('id'))));
  const named = (name: string): readonly number[] => {
    const text = names.find((one) => one.sheet === sheets.indexOf(sheet) && one.name === name)?.text ?? '';
    return (text.match(/\d+(?=:|$)/g) ?? []).slice(-2).map(Number);
  };
  const [firstRepeated = 0, lastRepeated = firstRepeated] = named('_xlnm.Print_Titles');
  const last = named('_xlnm.Print_Area').at(-1) ?? 0;
  const repeated = firstRepeated === 0 ? [] : between(firstRepeated, lastRepeated);
  const pages: Page[] = [];
  let rows: number[] = [];
  let used = 0;
  for (const row of between(1, last)) {
    if (rows.length > 0 && (breaks.has(row - 1) || used + height(row) > room)) {
      pages.push({ sheet: sheet.name, rows, repeated: (rows[0] ?? 0) > lastRepeated ? repeated : [] });
      rows = [];
      used = row > lastRepeated ? sum(repeated.map(height)) : 0;
    }
    rows.push(row);
    used += height(row);
  }
  return [...pages, { sheet: sheet.name, rows, repeated: (rows[0] ?? 0) > lastRepeated ? repeated : [] }];
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

const between = (first: number, last: number): readonly number[] =>
  Array.from({ length: last - first + 1 }, (_row, index) => first + index);

test.each(instruments.map((instrument) => [instrument.key, instrument] as const))(
  'no printed page of a blank workbook of %s has the headings of a table alone',
  async (_key, instrument) => {
    const written = openWritten(await writeWorkbook(instrument, issuedFor(instrument)));
    const bare = written.sheets
      .filter(({ state }) => state === 'visible')
      .flatMap((sheet) => {
        const headings = new Set(sheet.tables.map(({ range }) => range?.top));
        const said = new Set(sheet.cells.filter(({ content = '' }) => content !== '').map(({ row }) => row));
        return [0.98, 1]
          .flatMap((share) => pagesOf(written, sheet, share))
          .filter(({ rows, repeated }) => ![...repeated, ...rows].some((row) => said.has(row) && !headings.has(row)));
      });
    expect(bare).toEqual([]);
  },
);

test('the rows to complete are printed with rows of the list before them, on one page', async () => {
  for (const instrument of instruments) {
    const written = openWritten(await writeWorkbook(instrument, issuedFor(instrument)));
    const checklist = written.sheets.find(({ name }) => name === 'Checklist');
    if (checklist === undefined) throw new Error('There is no Checklist');
    const table = checklist.tables.find(({ name }) => name === 'checklist_rows')?.range;
    if (table === undefined) throw new Error('There is no table of rows to complete');
    const page = pagesOf(written, checklist, 1).find(({ rows }) => rows.includes(table.top));
    expect(page?.rows, instrument.key).toContain(table.bottom);
    expect(page?.rows, instrument.key).toContain(table.top - 3);
  }
});

test('no link in a table for reference is cut off, where its column would not be wider than a page allows', async () => {
  for (const instrument of instruments) {
    const { sheets } = openWritten(await writeWorkbook(instrument, issuedFor(instrument)));
    const names = layoutOf(instrument).references.map(({ name }) => name);
    const cut = sheets
      .filter(({ name }) => names.includes(name))
      .flatMap(({ name, root, cells }) => {
        const widths = allNamed(root, 'col').flatMap((col) =>
          between(Number(col.get('min')), Number(col.get('max'))).map(() => Number(col.get('width'))),
        );
        const links = new Set(allNamed(root, 'hyperlink').map((link) => link.get('ref')));
        return cells
          .filter(({ address }) => links.has(address))
          .filter(({ content = '', column }) => Math.min(110, lineWidth(content, 10)) > (widths[column - 1] ?? 0))
          .map(({ address, content }) => `${name} ${address}: ${content}`);
      });
    expect(cut, instrument.key).toEqual([]);
  }
});
