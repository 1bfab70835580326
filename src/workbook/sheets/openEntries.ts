import type { Worksheet } from 'exceljs';
import type { Field } from '../../instrument/schema.ts';
import type { Answers } from '../../response/response.ts';
import { isFilledIn, requiredFields } from '../../scoring/checklist.ts';
import { address, sheetCell, sheetColumn } from '../../spreadsheet/address.ts';
import { put } from '../../spreadsheet/worksheet.ts';
import type { WorkbookContent } from '../content.ts';
import { type EntriesSheet, sheetNames } from '../layout.ts';

/** For each row that a partner can add: its first cell that is still open, and how soon the checklist leads there. */
export function writeOpenEntries(sheet: Worksheet, content: WorkbookContent): void {
  const { entries, headerRow, columns } = content.layout.collected;
  if (entries.length === 0) return;
  put(sheet, headerRow, columns.entryCell, 'Cell', 'header');
  put(sheet, headerRow, columns.entryOpen, 'Open', 'header');
  for (const { sheet: own, firstRow } of entries) {
    const known = new Map(
      content.response.entries.get(own.section.key)?.map(({ entry, answers }) => [entry, answers] as const),
    );
    for (const [index, ownRow] of own.rows.entries()) {
      writeRow(sheet, content, own, { row: firstRow + index, ownRow, index }, known);
    }
  }
}

/** The address, on its own sheet, of the first open cell: in a row that is begun, or else in the first empty row. */
export function firstOpenEntry(content: WorkbookContent, sheet: EntriesSheet): string {
  const { entryCell, entryOpen } = content.layout.collected.columns;
  return firstOpen(range(content, sheet, entryCell), range(content, sheet, entryOpen), sheet.rows.length);
}

/** The cell of the row whose number is lowest. Gnumeric does not find the only row of a range: there it stands by itself. */
export const firstOpen = (cells: string, open: string, rows: number): string =>
  rows === 1 ? cells : `INDEX(${cells},MATCH(MIN(${open}),${open},0))`;

/** How many rows of a sheet are begun and lack something. */
export function incompleteRows(content: WorkbookContent, sheet: EntriesSheet): string {
  return `COUNTIF(${range(content, sheet, content.layout.collected.columns.entryOpen)},"<="&${sheet.rows.length})`;
}

/** How many rows of a sheet have all that is required of them. */
export function completeRows(content: WorkbookContent, sheet: EntriesSheet): string {
  return `(${sheet.rows.length}-COUNT(${range(content, sheet, content.layout.collected.columns.entryOpen)}))`;
}

function range({ layout }: WorkbookContent, sheet: EntriesSheet, column: number): string {
  const first = layout.collected.entries.find((candidate) => candidate.sheet === sheet)?.firstRow ?? 0;
  return sheetColumn(sheetNames.collected, column, first, first + sheet.rows.length - 1);
}

/** One more than the last day that Excel knows, 31 December 9999. */
const afterLastDay = 2_958_466;

/** An error value is something that was filled in, but no day. */
const isOpen = ({ kind }: Field, cell: string): string =>
  kind === 'date' ? `IFERROR(AND(ISNUMBER(${cell}),${cell}<${afterLastDay})=FALSE,TRUE)` : `IFERROR(${cell}="",FALSE)`;

interface EntryRow {
  readonly row: number;
  /** The row on the partner's own sheet. */
  readonly ownRow: number;
  readonly index: number;
}

function writeRow(
  sheet: Worksheet,
  { layout }: WorkbookContent,
  own: EntriesSheet,
  { row, ownRow, index }: EntryRow,
  known: ReadonlyMap<number, Answers>,
): void {
  const { entryCell, entryOpen } = layout.collected.columns;
  const fields = own.columns.flatMap(({ column, content }) =>
    content.is === 'field'
      ? [{ field: content.field, cell: sheetCell(own.name, ownRow, column), target: address(ownRow, column) }]
      : [],
  );
  const wanted = requiredFields(own.section);
  const required = fields.filter(({ field }) => wanted.includes(field));
  const answers = known.get(index + 1);
  const open = required.find(({ field }) => !isFilledIn(field, answers?.get(field.key)))?.target ?? '';
  const nested = required.reduceRight(
    (rest, { field, cell, target }) => `IF(${isOpen(field, cell)},"${target}",${rest})`,
    '""',
  );
  put(sheet, row, entryCell, { formula: nested, result: open }, 'text');
  const [begun, empty] = [index + 1, own.rows.length + index + 1];
  const isEmpty = `IFERROR(AND(${fields.map(({ cell }) => `${cell}=""`).join(',')}),FALSE)`;
  const rank = answers === undefined ? empty : begun;
  put(
    sheet,
    row,
    entryOpen,
    {
      formula: `IF(${address(row, entryCell)}="","",IF(${isEmpty},${empty},${begun}))`,
      result: open === '' ? '' : rank,
    },
    'number',
  );
}
