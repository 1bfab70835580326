import type { Workbook } from 'exceljs';
import { addTable, completeSheet, protect, put } from '../../spreadsheet/write/worksheet.ts';
import type { WorkbookContent } from '../layout/content.ts';
import { sheetNames } from '../layout/layout.ts';
import { startSheet } from '../parts/startSheet.ts';

/** The subject of the sheet, in one sentence. */
export const sourceSubjects = 'What was added to the source, and what was decided where the source is unclear.';

const headerRow = 4;

/**
 * Writes the notes on the source, one to a row. There are many: in this width a note rarely takes more than two lines.
 */
export async function writeSource(workbook: Workbook, content: WorkbookContent): Promise<void> {
  const { sourceNote } = content.instrument;
  if (sourceNote.length === 0) return;
  const sheet = startSheet(workbook, content, {
    name: sheetNames.source,
    title: 'About the source',
    note: `${sourceSubjects} You do not need it to answer the questions.`,
    widths: [6, 160],
    headerRow,
    frozen: { rows: headerRow, columns: 0 },
  });
  addTable(sheet, { name: 'source_notes', row: headerRow, headings: ['No.', 'Note'], rows: sourceNote.length });
  sourceNote.forEach((note, index) => {
    put(sheet, headerRow + 1 + index, 1, index + 1, 'number');
    put(sheet, headerRow + 1 + index, 2, note, 'text');
  });
  completeSheet(sheet);
  await protect(sheet);
}
