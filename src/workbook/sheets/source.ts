import { cell, tableHeadings } from '../../spreadsheet/plan/sheetParts.ts';
import type { SheetPlan } from '../../spreadsheet/plan/sheetPlan.ts';
import type { WorkbookContent } from '../layout/content.ts';
import { planSheetFor } from '../parts/planSheetFor.ts';

const headerRow = 4;

/**
 * The sheet of notes on the source, one to a row; none without any. There are many: in this width a note rarely takes
 * more than two lines.
 */
export function sourceSheets(content: WorkbookContent): readonly SheetPlan[] {
  const { sourceNote } = content.instrument;
  if (sourceNote.length === 0) return [];
  const { source: words, sheets } = content.words;
  const plan = planSheetFor(
    content,
    {
      name: sheets.source,
      title: sheets.source,
      note: `${words.subjects} ${words.optional}`,
      widths: [6, 159],
      zoom: 100,
      tabColour: 'read',
      headerRow,
      frozen: { rows: headerRow, columns: 0 },
    },
    [
      tableHeadings({ name: 'source_notes', row: headerRow, headings: words.headings, rows: sourceNote.length }),
      {
        cells: sourceNote.flatMap((note, index) => [
          cell(headerRow + 1 + index, 1, index + 1, 'number'),
          cell(headerRow + 1 + index, 2, note, 'text'),
        ]),
      },
    ],
  );
  return [plan];
}
