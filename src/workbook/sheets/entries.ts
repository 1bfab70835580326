import type { Workbook, Worksheet } from 'exceljs';
import { isScoreField } from '../../instrument/model/traverse.ts';
import { blank } from '../../response/response.ts';
import { address } from '../../spreadsheet/model/address.ts';
import { lineWidth } from '../../spreadsheet/style/rowHeight.ts';
import { addTable, colourWhen, completeSheet, protect, put } from '../../spreadsheet/write/worksheet.ts';
import type { WorkbookContent } from '../layout/content.ts';
import { type EntriesSheet, entryName, plainName } from '../layout/layout.ts';
import { columnRange, listOf, writeAnswer } from '../parts/answers.ts';
import { levelRules } from '../parts/bands.ts';
import { markRequired } from '../parts/requiredMarks.ts';
import { type SheetHeader, sheetHeader } from '../parts/sheetHeader.ts';
import { startSheet } from '../parts/startSheet.ts';

/** Maximum number of characters in all columns together, for the sake of a sheet's introduction. */
const maxWidth = 150;

/** Writes a section with rows that the partner adds. */
export async function writeEntries(workbook: Workbook, content: WorkbookContent, layout: EntriesSheet): Promise<void> {
  const { section, headerRow, columns, rows } = layout;
  const sheet = startSheet(workbook, content, {
    name: layout.name,
    ...entriesHead(layout),
    widths: widthsFor(layout),
    headerRow,
    frozen: { rows: headerRow, columns: 0 },
  });
  addTable(sheet, {
    name: plainName(`entries_${section.key}`),
    row: headerRow,
    headings: columns.map((column) => column.heading),
    rows: rows.length,
  });
  const known = new Map(content.response.entries.get(section.key)?.map(({ entry, answers }) => [entry, answers]));
  rows.forEach((row, index) => {
    const entry = index + 1;
    for (const { column, content: cell } of columns) {
      if (cell.is !== 'field') {
        put(sheet, row, column, String(entry), 'reference');
        continue;
      }
      writeAnswer(workbook, sheet, content, cell.field, known.get(entry)?.get(cell.field.key) ?? blank, {
        row,
        column,
        name: entryName(section.key, entry, cell.field.key),
        section: section.key,
        subject: { reference: String(entry), entry: section.entry },
      });
    }
  });
  colourRows(sheet, content, layout);
  completeSheet(sheet);
  await protect(sheet);
}

/** Levels colour their cells, and fields that another answer makes required are marked until they are filled in. */
function colourRows(sheet: Worksheet, { layout }: WorkbookContent, { section, columns, rows }: EntriesSheet): void {
  const [first = 0, last = 0] = [rows.at(0), rows.at(-1)];
  for (const { column, content } of columns) {
    if (content.is !== 'field' || !isScoreField(content.field)) continue;
    const { scale, notApplicable } = listOf(layout, content.field.scale);
    colourWhen(sheet, columnRange(column, first, last), levelRules(address(first, column), scale, notApplicable));
  }
  markRequired(sheet, layout, section, columns, { first, last });
}

export const entriesHead = (layout: EntriesSheet): SheetHeader => sheetHeader(layout.section, widthsFor(layout));

/** Widens the columns to the width of the introduction above them, which would otherwise be cut off in print. */
function widthsFor({ section, columns }: EntriesSheet): readonly number[] {
  const total = columns.reduce((sum, { width }) => sum + width, 0);
  const required = Math.min(maxWidth, lineWidth(section.introduction, 11));
  return columns.map(({ width }) => (required > total ? Math.ceil((width * required) / total) : width));
}
