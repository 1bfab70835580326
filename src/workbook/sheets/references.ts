import type { Reference, ReferenceCell } from '../../instrument/model/schema.ts';
import type { Content } from '../../spreadsheet/plan/content.ts';
import { cell, tableHeadings } from '../../spreadsheet/plan/sheetParts.ts';
import type { SheetPlan } from '../../spreadsheet/plan/sheetPlan.ts';
import { lineWidth } from '../../spreadsheet/style/rowHeight.ts';
import type { Words } from '../../words/words.ts';
import type { WorkbookContent } from '../layout/content.ts';
import { plainName, type ReferenceSheet } from '../layout/layout.ts';
import { planSheetFor } from '../parts/planSheetFor.ts';
import { type SheetHeader, sheetHeader } from '../parts/sheetHeader.ts';
import { webLink } from '../parts/webLink.ts';

const headerRow = 4;

/**
 * Bounds for the characters of a column, and of all columns together: a narrow table leaves its title no room, and a wide
 * one is illegible in print.
 */
const bounds = { min: 12, max: 90, minOfAll: 110, all: 158 } as const;

/** The sheet of a table for reference. */
export function referenceSheet(content: WorkbookContent, { name, reference }: ReferenceSheet): SheetPlan {
  const widths = columnWidths(reference);
  return planSheetFor(
    content,
    {
      name,
      ...referenceHead(content.words, reference),
      widths,
      zoom: 100,
      tabColour: 'read',
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
            cell(
              headerRow + 1 + index,
              column + 1,
              contentOf(shown, widths[column] ?? 0),
              typeof shown === 'string' ? 'text' : 'link',
            ),
          ),
        ),
      },
    ],
  );
}

export const referenceHead = (words: Words, reference: Reference): SheetHeader =>
  sheetHeader(words, reference, columnWidths(reference));

const contentOf = (cell: ReferenceCell, width: number): Content | undefined =>
  typeof cell === 'string' ? (cell.trim() === '' ? undefined : cell) : webLink(cell.text, cell.link, width);

/** Each column is as wide as its longest text, within bounds: long texts share the remaining width. */
function columnWidths({ columns, rows }: Reference): readonly number[] {
  const wanted = columns.map((heading, column) => {
    const texts = rows.map((row) => row[column] ?? '').map((cell) => (typeof cell === 'string' ? cell : cell.text));
    const longest = Math.max(...[heading, ...texts].map((text) => lineWidth(text, 10) + 3));
    return Math.min(bounds.max, Math.max(bounds.min, longest));
  });
  const all = wanted.reduce((sum, width) => sum + width, 0);
  const scale = Math.min(bounds.all, Math.max(bounds.minOfAll, all)) / all;
  return wanted.map((width) => Math.max(bounds.min, Math.floor(width * scale)));
}
