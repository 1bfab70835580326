import type { EntriesSection } from '../../instrument/model/schema.ts';
import { type EntryAnswers, isSectionTakenAway } from '../../response/response.ts';
import { requiredFields } from '../../scoring/plans/requirements.ts';
import { sheetColumn } from '../../spreadsheet/model/address.ts';
import type { Formula } from '../../spreadsheet/plan/content.ts';
import type { WorkbookContent } from '../layout/content.ts';
import type { EntriesSheet } from '../layout/layout.ts';
import { openRange } from '../numbers/startedRows.ts';
import { letterOf } from './openColumns.ts';

/** The rows of a section that have been started; none if it is not asked. */
export const begunRows = ({ response }: WorkbookContent, { key }: EntriesSection): readonly EntryAnswers[] =>
  isSectionTakenAway(response, key) ? [] : (response.entries.get(key) ?? []);

/** The number of rows of a sheet that have been started and do not meet all their requirements. */
export const openRows = (content: WorkbookContent, sheet: EntriesSheet): string =>
  `COUNTIF(${openRange(content.layout, sheet)},"<="&${sheet.rows.length})`;

/**
 * The address, on its own sheet, of the first open cell: in a row that has been started, or else in the first empty
 * row.
 */
export const firstOpenEntry = (content: WorkbookContent, sheet: EntriesSheet): string =>
  nthOpenEntry(content, sheet, '1');

/** The address of the first cell to fill in of the first empty row; if no row is empty, that of the first row. */
export function firstEmptyEntry(content: WorkbookContent, sheet: EntriesSheet): Formula & { readonly result: string } {
  const begun = new Set(begunRows(content, sheet.section).map(({ entry }) => entry));
  const empty = sheet.rows.find((_row, index) => !begun.has(index + 1)) ?? sheet.rows[0] ?? 1;
  const letter = firstLetter(sheet);
  const first = `"${letter}${sheet.rows[0] ?? 1}"`;
  return {
    formula:
      sheet.rows.length === 1
        ? first
        : `IFERROR(${nthOpenEntry(content, sheet, `${openRows(content, sheet)}+1`)},${first})`,
    result: `${letter}${empty}`,
  };
}

/** The column of the first required field. */
export const firstLetter = ({ section, columns }: EntriesSheet): string =>
  letterOf(columns, requiredFields(section)[0] ?? section.fields[0] ?? missingField(section.key));

function missingField(section: string): never {
  throw new Error(`Section ${section} has no fields, which the schema rules out`);
}

function nthOpenEntry({ layout }: WorkbookContent, sheet: EntriesSheet, nth: string): string {
  const { columns, entries } = layout.collected;
  const first = entries.find((candidate) => candidate.sheet === sheet)?.firstRow ?? 0;
  const run = (column: number): string =>
    sheetColumn(layout.words.sheets.collected, column, first, first + sheet.rows.length - 1);
  return nthOpen(run(columns.entries.cell), run(columns.entries.open), sheet.rows.length, nth);
}

/**
 * The cell of the row with the nth smallest number. Gnumeric fails to find the only row of a range, so that one is
 * referenced directly.
 */
export const nthOpen = (cells: string, open: string, rows: number, nth: string): string =>
  rows === 1 ? cells : `INDEX(${cells},MATCH(SMALL(${open},${nth}),${open},0))`;
