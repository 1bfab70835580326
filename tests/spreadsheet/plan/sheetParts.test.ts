import { expect, test } from 'vitest';
import { boxFilledRows, cell, joinParts, tableHeadings } from '../../../src/spreadsheet/plan/sheetParts.ts';

test('headings of a table lose their line breaks, which Excel would repair', () => {
  const { tables, cells } = tableHeadings({ name: 'one', row: 4, headings: ['Two\nlines', ' Edges '], rows: 3 });
  expect(tables?.[0]?.headings).toEqual(['Two lines', 'Edges']);
  expect(cells?.map(({ row, column, content, role }) => [row, column, content, role])).toEqual([
    [4, 1, 'Two lines', 'header'],
    [4, 2, 'Edges', 'header'],
  ]);
});

test('borders around rows in use are drawn by a conditional format, and not by the cells', () => {
  const rows = { firstRow: 6, lastRow: 9, columns: 3, filled: 2 };
  const { cells, formats } = boxFilledRows([cell(6, 1, 'a', 'text'), cell(9, 3, undefined, 'text')], rows);
  expect(cells?.every(({ unboxed }) => unboxed === true)).toBe(true);
  expect(formats).toEqual([{ range: 'A6:C9', boxedWhen: '$B6<>""' }]);
});

test('parts without cells, tables or formats add none', () => {
  expect(joinParts([{}, { cells: [cell(1, 1, 'a', 'text')] }, {}])).toEqual({
    cells: [cell(1, 1, 'a', 'text')],
    tables: [],
    formats: [],
  });
});
