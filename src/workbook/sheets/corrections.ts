import type { Workbook } from 'exceljs';
import { address } from '../../spreadsheet/model/address.ts';
import { addTable, type Content, completeSheet, protect, put } from '../../spreadsheet/write/worksheet.ts';
import type { WorkbookContent } from '../layout/content.ts';
import { sheetNames } from '../layout/layout.ts';
import type { Correction } from '../layout/locateCorrection.ts';
import { quotedText } from '../parts/bands.ts';
import { startSheet } from '../parts/startSheet.ts';
import { contentsOf } from './cover.ts';

const headerRow = 4;
const headings = ['Sheet', 'Question', 'What is wrong and what to do', 'Go there'] as const;

/** Writes the findings on the returned workbook, with a link to each cell: only if there is something to correct. */
export async function writeCorrections(workbook: Workbook, content: WorkbookContent): Promise<void> {
  const { corrections } = content;
  const sheet = startSheet(workbook, content, {
    name: sheetNames.corrections,
    title: 'Corrections',
    note: 'This workbook has all your answers. Please correct what is listed here; the cells concerned have a thick dark border. Then return this workbook.',
    widths: [24, 28, 84, 26],
    headerRow,
    frozen: { rows: headerRow, columns: 0 },
  });
  addTable(sheet, { name: 'corrections', row: headerRow, headings, rows: corrections.length });
  corrections.forEach((correction, index) => {
    const row = headerRow + 1 + index;
    put(sheet, row, 1, correction.sheet, 'text');
    put(sheet, row, 2, correction.about, 'text');
    put(sheet, row, 3, correction.finding.message, 'text');
    put(sheet, row, 4, linkTo(correction, content), isThere(correction.sheet, content) ? 'link' : 'text');
  });
  completeSheet(sheet);
  await protect(sheet);
}

/** An unknown sheet name comes from the returned workbook, and nobody can go to a hidden sheet. */
const isThere = (name: string, content: WorkbookContent): boolean =>
  name === sheetNames.cover || contentsOf(content).some(([sheet]) => sheet === name);

function linkTo({ sheet, cell }: Correction, content: WorkbookContent): Content {
  if (!isThere(sheet, content)) return 'Not in this workbook';
  const at = cell === undefined ? 'A1' : address(cell.row, cell.column);
  const words = cell === undefined ? `Go to ${sheet}` : `Go to ${at} on ${sheet}`;
  return { formula: `HYPERLINK(${quotedText(`#'${sheet}'!${at}`)},${quotedText(words)})`, result: words };
}
