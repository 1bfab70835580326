import type { Reference, ReferenceCell } from '../../instrument/model/schema.ts';
import type { Content } from '../../spreadsheet/plan/content.ts';
import { cell, tableHeadings } from '../../spreadsheet/plan/sheetParts.ts';
import type { SheetPlan } from '../../spreadsheet/plan/sheetPlan.ts';
import { lineWidth } from '../../spreadsheet/style/rowHeight.ts';
import type { WorkbookContent } from '../layout/content.ts';
import { plainName, type ReferenceSheet } from '../layout/layout.ts';
import { planSheetFor } from '../parts/planSheetFor.ts';
import { type SheetHeader, sheetHeader } from '../parts/sheetHeader.ts';

const headerRow = 4;

/** Bounds for the characters of a column, and of all columns together: a narrow table leaves its title no room. */
const widths = { min: 12, max: 90, maxLink: 110, minOfAll: 110, all: 170 } as const;

/** The sheet of a table for reference. */
export const referenceSheet = (content: WorkbookContent, { name, reference }: ReferenceSheet): SheetPlan =>
  planSheetFor(
    content,
    {
      name,
      ...referenceHead(reference),
      widths: columnWidths(reference),
      headerRow,
      frozen: { rows: headerRow, columns: 0 },
    },
    [
      tableHeadings({
        name: plainName(`reference_${reference.key}`),
        row: headerRow,
        headings: reference.columns,
        rows: reference.rows.length,
      }),
      {
        cells: reference.rows.flatMap((row, index) =>
          row.map((shown, column) =>
            cell(headerRow + 1 + index, column + 1, contentOf(shown), typeof shown === 'string' ? 'text' : 'link'),
          ),
        ),
      },
    ],
  );

export const referenceHead = (reference: Reference): SheetHeader => sheetHeader(reference, columnWidths(reference));

/** An empty cell in a table says that it is empty (practice A8). */
function contentOf(cell: ReferenceCell): Content {
  if (typeof cell === 'string') return cell.trim() === '' ? 'Not given' : cell;
  return { text: cell.text, address: cell.link };
}

/**
 * Each column is as wide as its longest text, within bounds: long texts share the remaining width. LibreOffice does not
 * wrap links, so a column is at least as wide as its links.
 */
function columnWidths({ columns, rows }: Reference): readonly number[] {
  const wanted = columns.map((heading, column) => {
    const texts = rows.map((row) => row[column] ?? '').map((cell) => (typeof cell === 'string' ? cell : cell.text));
    const longest = Math.max(...[heading, ...texts].map((text) => lineWidth(text, 10) + 3));
    return Math.min(widths.max, Math.max(widths.min, longest));
  });
  const all = wanted.reduce((sum, width) => sum + width, 0);
  const scale = Math.min(widths.all, Math.max(widths.minOfAll, all)) / all;
  return wanted.map((width, column) => {
    const links = rows.map((row) => row[column] ?? '').flatMap((cell) => (typeof cell === 'string' ? [] : cell.text));
    const longest = Math.max(widths.min, ...links.map((text) => lineWidth(text, 10)));
    return Math.max(Math.min(widths.maxLink, longest), Math.floor(width * scale));
  });
}
