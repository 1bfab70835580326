import { FindingsError, finding, hasErrors } from '../finding/index.ts';
import type { Place } from '../finding/place.ts';
import { address } from '../spreadsheet/model/address.ts';
import type { RawCell, RawSheet } from '../spreadsheet/model/rawWorkbook.ts';
import { headerRow } from '../spreadsheet/plan/planTableSheet.ts';
import { checkHeadings, checkRows } from './checkTracker.ts';
import { openTracker } from './openTracker.ts';
import type { TrackerStamp } from './sheets/tracker/asWritten.ts';
import { editableHeadings, trackerHeadings } from './sheets/tracker/trackerTable.ts';
import { type ReadRow, rowKey, rowsOf, textIn } from './trackerRows.ts';

/** A tracker as the analyst saved it, beside what it said when it was written. */
export interface ReadTracker {
  readonly stamp: TrackerStamp;
  readonly rows: readonly ReadRow[];
  /** As in `RawWorkbook`. */
  readonly date1904: boolean;
}

/**
 * Reads a tracker that Scorebook wrote and somebody edited. The file may be any file, also a hostile one. Rows may be in another
 * order, or hidden, and others above them.
 *
 * @param file Name of the file, for the findings.
 * @throws FindingsError for anything but a tracker with all its columns and rows, and for changes of what is not read back.
 */
export function readTracker(bytes: Uint8Array, file: string): ReadTracker {
  const { stamp, sheet, asWritten, date1904 } = openTracker(bytes, file);
  const written = asWritten.rows.get(headerRow) ?? new Map<number, RawCell>();
  const headings = [...written.keys()].toSorted((a, b) => a - b).map((column) => textIn(written, column));
  if ([trackerHeadings.code, ...editableHeadings].some((heading) => !headings.includes(heading))) {
    throw new FindingsError([finding('tracker.not-as-written', { file }, {})]);
  }
  const row = headingRow(sheet, headings, file);
  const cells = sheet.rows.get(row) ?? new Map<number, RawCell>();
  const placeOf = (column: number): Place => ({ file, sheet: sheet.name, cell: address(row, column) });
  const found = new Map([...cells.keys()].map((column) => [column, textIn(cells, column)]));
  const wrong = checkHeadings(headings, found, placeOf);
  if (wrong.length > 0) throw new FindingsError(wrong);
  const table = { file, headings, stamp, date1904 };
  const firstRows = rowsOf(asWritten, { ...table, row: headerRow }, new Map());
  const before = new Map(firstRows.map((one) => [rowKey(one), one]));
  const rows = rowsOf(sheet, { ...table, row }, before);
  const findings = checkRows(rows, [...before.values()], { file, sheet: sheet.name });
  if (hasErrors(findings)) throw new FindingsError(findings);
  return { stamp, date1904, rows };
}

/** The row with the most of the headings. */
function headingRow(sheet: RawSheet, headings: readonly string[], file: string): number {
  const known = new Set(headings);
  let best = { row: 0, count: 0 };
  for (const [row, cells] of sheet.rows) {
    const count = [...cells.keys()].filter((column) => known.has(textIn(cells, column))).length;
    if (count > best.count) best = { row, count };
  }
  if (best.count > 0) return best.row;
  throw new FindingsError([finding('tracker.no-headings', { file, sheet: sheet.name }, { headings })]);
}
