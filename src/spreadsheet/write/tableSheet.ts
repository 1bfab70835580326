import type { Workbook, Worksheet } from 'exceljs';
import { lineWidth } from '../style/rowHeight.ts';
import { deferRows } from './deferredRows.ts';
import { openSheet } from './openSheet.ts';
import { type Content, completeSheet, type TableColumn, writeTable } from './worksheet.ts';

/** Texts shown on every sheet of a workbook. */
export interface SheetMarks {
  /** Protective marking. */
  readonly marking: string | undefined;
  /** Text at the left of the printed footer. */
  readonly footer: string;
}

export interface TableSheet {
  readonly name: string;
  readonly title: string;
  readonly note: string;
  /** Unique name of the table. */
  readonly table: string;
  readonly columns: readonly (TableColumn & { readonly width: number })[];
  readonly rows: readonly (readonly Content[])[];
  /** Maximum number of printed pages; unlimited when absent. */
  readonly pages?: number;
  /** For tables too wide for A4. */
  readonly paper?: 'A3';
  /** Rows below the table for charts, after an empty one. */
  readonly chartRows?: number;
}

/** Tables begin here, below the title, the note and the marking. */
export const headerRow = 5;

/** Maximum number of rows below the header of a table. */
export const maxRows = 1_048_576 - headerRow;

/** Font size of the note, in points. */
const noteSize = 11;

/** Font size of a link, in points, and the maximum width that a link gives its column, in characters. */
const [linkSize, maxLinkWidth] = [10, 80];

/** Points: low enough for page breaks anywhere. */
const chartRowHeight = 20;

/** Adds a sheet with one table and nothing else (practice A22). The rows after the first are deferred. */
export function writeTableSheet(workbook: Workbook, { marking, footer }: SheetMarks, sheet: TableSheet): Worksheet {
  const { name, title, table, chartRows = 0 } = sheet;
  const rows = sheet.rows.slice(0, maxRows);
  const cut = sheet.rows.length > maxRows ? ` Excel has room for ${rows.length} of ${sheet.rows.length} rows.` : '';
  const note = `${sheet.note}${cut}`;
  const columns = asWideAs(note, withRoomForLinks(sheet.columns, rows));
  const worksheet = openSheet(workbook, {
    name,
    title,
    note,
    marking,
    footer,
    headerRow,
    widths: columns.map(({ width }) => width),
    ...(sheet.pages === undefined ? {} : { pages: sheet.pages }),
    ...(sheet.paper === undefined ? {} : { paper: sheet.paper }),
  });
  const [first, ...others] = rows;
  writeTable(worksheet, table, headerRow, columns, first === undefined ? [] : [first]);
  if (others.length > 0) {
    deferRows(workbook, { sheet: name, table, firstRow: headerRow + 2, columns, rows: others });
  }
  completeSheet(worksheet, headerRow + rows.length + (chartRows === 0 ? 0 : chartRows + 1));
  for (let row = 1; row <= chartRows; row += 1) {
    worksheet.getRow(headerRow + rows.length + 1 + row).height = chartRowHeight;
  }
  return worksheet;
}

/** Widens columns to the width of the note above them, which would otherwise be cut off in print. */
function asWideAs(note: string, columns: TableSheet['columns']): TableSheet['columns'] {
  const total = columns.reduce((sum, { width }) => sum + width, 0);
  const required = lineWidth(note, noteSize);
  return required <= total
    ? columns
    : columns.map((column) => ({ ...column, width: Math.ceil((column.width * required) / total) }));
}

/** LibreOffice does not wrap links: the column is as wide as the longest, within reason. */
function withRoomForLinks(columns: TableSheet['columns'], rows: TableSheet['rows']): TableSheet['columns'] {
  return columns.map((column, index) => {
    if (column.role !== 'link') return column;
    let width = column.width;
    for (const row of rows) {
      const cell = row[index];
      if (typeof cell !== 'object' || !('address' in cell)) continue;
      width = Math.max(width, Math.min(maxLinkWidth, lineWidth(cell.text, linkSize)));
    }
    return { ...column, width };
  });
}
