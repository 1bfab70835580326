import { cell, tableHeadings } from '../../spreadsheet/plan/sheetParts.ts';
import type { SheetPlan } from '../../spreadsheet/plan/sheetPlan.ts';
import type { WorkbookContent } from '../layout/content.ts';
import { sheetNames } from '../layout/layout.ts';
import { planSheetFor } from '../parts/planSheetFor.ts';

/** The subject of the sheet, in one sentence. */
export const sourceSubjects = 'What was added to the source, and what was decided where the source is unclear.';

const headerRow = 4;

/**
 * The sheet of notes on the source, one to a row; none without any. There are many: in this width a note rarely takes
 * more than two lines.
 */
export function sourceSheets(content: WorkbookContent): readonly SheetPlan[] {
  const { sourceNote } = content.instrument;
  if (sourceNote.length === 0) return [];
  const plan = planSheetFor(
    content,
    {
      name: sheetNames.source,
      title: 'About the source',
      note: `${sourceSubjects} You do not need it to answer the questions.`,
      widths: [6, 159],
      zoom: 100,
      tabColour: 'read',
      headerRow,
      frozen: { rows: headerRow, columns: 0 },
    },
    [
      tableHeadings({ name: 'source_notes', row: headerRow, headings: ['No.', 'Note'], rows: sourceNote.length }),
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
