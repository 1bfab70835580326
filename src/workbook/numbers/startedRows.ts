import { sheetColumn } from '../../spreadsheet/model/address.ts';
import type { EntriesSheet, Layout } from '../layout/layout.ts';

/** The number of rows of a sheet that have been started. */
export const startedRows = (layout: Layout, sheet: EntriesSheet): string =>
  `(${sheet.rows.length}-COUNTIF(${openRange(layout, sheet)},">"&${sheet.rows.length}))`;

/** The collected numbers of the rows of a sheet that are open: greater than the number of its rows if they are empty. */
export function openRange({ words, collected }: Layout, sheet: EntriesSheet): string {
  const first = collected.entries.find((candidate) => candidate.sheet === sheet)?.firstRow ?? 0;
  return sheetColumn(words.sheets.collected, collected.columns.entries.open, first, first + sheet.rows.length - 1);
}
