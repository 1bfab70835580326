import type { Resource, ResourceList } from '../../instrument/model/schema.ts';
import type { Content } from '../../spreadsheet/plan/content.ts';
import { cell, tableHeadings } from '../../spreadsheet/plan/sheetParts.ts';
import type { SheetPlan } from '../../spreadsheet/plan/sheetPlan.ts';
import { lineWidth } from '../../spreadsheet/style/rowHeight.ts';
import type { WorkbookContent } from '../layout/content.ts';
import { sheetNames } from '../layout/layout.ts';
import { planSheetFor } from '../parts/planSheetFor.ts';

const headerRow = 4;
/** Characters by which an indent narrows a column. */
const indented = 2;
const headings = ['List', 'Title', 'Author', 'Date', 'Address'];

/**
 * The sheet of publications and websites, in one table; none without any. The text of a link is its title; the address
 * is beside it for print.
 */
export function resourcesSheets(content: WorkbookContent): readonly SheetPlan[] {
  const { resources } = content.instrument;
  if (resources.length === 0) return [];
  const rows = resources.flatMap((list) => list.entries.map((entry) => contentsOf(list.title, entry)));
  const plan = planSheetFor(
    content,
    {
      name: sheetNames.resources,
      title: 'Resources',
      note: 'Publications and websites named by the instrument. They date from its time: some addresses no longer work.',
      widths: [listWidth(resources), titleWidth(resources), 44, 18, 48],
      headerRow,
      frozen: { rows: headerRow, columns: 0 },
    },
    [
      tableHeadings({ name: 'resources', row: headerRow, headings, rows: rows.length }),
      {
        cells: rows.flatMap((row, index) =>
          row.map((shown, column) =>
            cell(headerRow + 1 + index, column + 1, shown, typeof shown === 'object' ? 'link' : 'text'),
          ),
        ),
      },
    ],
  );
  return [plan];
}

/** Titles of lists are in every row: the column is as wide as the longest, within reason. */
const listWidth = (lists: readonly ResourceList[]): number =>
  Math.min(44, Math.max(22, ...lists.map(({ title }) => lineWidth(title, 10) + indented)));

/** LibreOffice does not wrap links: the column is as wide as the longest, within reason. */
function titleWidth(lists: readonly ResourceList[]): number {
  const linked = lists.flatMap((list) => list.entries.filter(({ link }) => link !== undefined));
  return Math.min(110, Math.max(60, ...linked.map(({ title }) => lineWidth(title, 10))));
}

function contentsOf(list: string, { title, author, date, link }: Resource): readonly Content[] {
  return [
    list,
    link === undefined ? title : { text: title, address: link },
    author ?? 'Not given',
    date ?? 'Not given',
    link ?? 'None given',
  ];
}
