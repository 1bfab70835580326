import type { Workbook } from 'exceljs';
import type { Resource, ResourceList } from '../../instrument/model/schema.ts';
import { lineWidth } from '../../spreadsheet/style/rowHeight.ts';
import { addTable, type Content, completeSheet, protect, put } from '../../spreadsheet/write/worksheet.ts';
import type { WorkbookContent } from '../layout/content.ts';
import { sheetNames } from '../layout/layout.ts';
import { startSheet } from '../parts/startSheet.ts';

const headerRow = 4;
/** Characters by which an indent narrows a column. */
const indented = 2;
const headings = ['List', 'Title', 'Author', 'Date', 'Address'];

/**
 * Writes publications and websites in one table. The text of a link is its title; the address is beside it for print.
 */
export async function writeResources(workbook: Workbook, content: WorkbookContent): Promise<void> {
  const { resources } = content.instrument;
  if (resources.length === 0) return;
  const sheet = startSheet(workbook, content, {
    name: sheetNames.resources,
    title: 'Resources',
    note: 'Publications and websites named by the instrument. They date from its time: some addresses no longer work.',
    widths: [listWidth(resources), titleWidth(resources), 44, 18, 48],
    headerRow,
    frozen: { rows: headerRow, columns: 0 },
  });
  const rows = resources.flatMap((list) => list.entries.map((entry) => cells(list.title, entry)));
  addTable(sheet, { name: 'resources', row: headerRow, headings, rows: rows.length });
  rows.forEach((row, index) => {
    row.forEach((cell, column) => {
      put(sheet, headerRow + 1 + index, column + 1, cell, typeof cell === 'object' ? 'link' : 'text');
    });
  });
  completeSheet(sheet);
  await protect(sheet);
}

/** Titles of lists are in every row: the column is as wide as the longest, within reason. */
const listWidth = (lists: readonly ResourceList[]): number =>
  Math.min(44, Math.max(22, ...lists.map(({ title }) => lineWidth(title, 10) + indented)));

/** LibreOffice does not wrap links: the column is as wide as the longest, within reason. */
function titleWidth(lists: readonly ResourceList[]): number {
  const linked = lists.flatMap((list) => list.entries.filter(({ link }) => link !== undefined));
  return Math.min(110, Math.max(60, ...linked.map(({ title }) => lineWidth(title, 10))));
}

function cells(list: string, { title, author, date, link }: Resource): readonly Content[] {
  return [
    list,
    link === undefined ? title : { text: title, address: link },
    author ?? 'Not given',
    date ?? 'Not given',
    link ?? 'None given',
  ];
}
