import type { Resource, ResourceList } from '../../instrument/model/schema.ts';
import type { Content } from '../../spreadsheet/plan/content.ts';
import { cell, tableHeadings } from '../../spreadsheet/plan/sheetParts.ts';
import type { PlannedCell, SheetPlan } from '../../spreadsheet/plan/sheetPlan.ts';
import { lineWidth } from '../../spreadsheet/style/rowHeight.ts';
import type { Words } from '../../words/words.ts';
import type { WorkbookContent } from '../layout/content.ts';
import { planSheetFor } from '../parts/planSheetFor.ts';
import { webLink } from '../parts/webLink.ts';

const headerRow = 4;
/** Characters by which an indent narrows a column. */
const indented = 2;

interface Column {
  readonly heading: string;
  /** In characters of the default font. */
  readonly width: number;
  readonly shown: (resource: Resource, list: ResourceList, width: number) => Content | undefined;
}

/**
 * The sheet of publications and websites, in one table; none without any. The text of a link is its title; the address
 * is beside it for print. Details that no resource has are left out.
 */
export function resourcesSheets(content: WorkbookContent): readonly SheetPlan[] {
  const { resources } = content.instrument;
  if (resources.length === 0) return [];
  const all = resources.flatMap((list) => list.entries.map((entry) => ({ list, entry })));
  const { resources: words, sheets } = content.words;
  const columns = columnsFor(words, resources).filter(({ shown, width }) =>
    all.some(({ entry, list }) => shown(entry, list, width) !== undefined),
  );
  const plan = planSheetFor(
    content,
    {
      name: sheets.resources,
      title: sheets.resources,
      note: words.note,
      widths: columns.map(({ width }) => width),
      zoom: 100,
      tabColour: 'read',
      headerRow,
      frozen: { rows: headerRow, columns: 0 },
    },
    [
      tableHeadings({
        name: 'resources',
        row: headerRow,
        headings: columns.map(({ heading }) => heading),
        rows: all.length,
      }),
      {
        cells: all.flatMap(({ entry, list }, index) =>
          columns.map(({ shown, width }, column): PlannedCell => {
            const content = shown(entry, list, width);
            return cell(headerRow + 1 + index, column + 1, content, typeof content === 'object' ? 'link' : 'text');
          }),
        ),
      },
    ],
  );
  return [plan];
}

const columnsFor = (words: Words['resources'], lists: readonly ResourceList[]): readonly Column[] => [
  { heading: words.list, width: listWidth(lists), shown: (_resource, { title }) => title },
  {
    heading: words.entry,
    width: 54,
    shown: ({ title, link }, _list, width) => (link === undefined ? title : webLink(title, link, width)),
  },
  { heading: words.author, width: 26, shown: ({ author }) => author },
  { heading: words.date, width: 15, shown: ({ date }) => date },
  { heading: words.address, width: 40, shown: ({ link }) => link },
];

/** Titles of lists are in every row: the column is as wide as the longest, where that leaves the text legible in print. */
const listWidth = (lists: readonly ResourceList[]): number =>
  Math.min(26, Math.max(16, ...lists.map(({ title }) => lineWidth(title, 10) + indented)));
