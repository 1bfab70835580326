import type { Place } from '../finding/place.ts';
import { address } from '../spreadsheet/model/address.ts';
import type { RawCell, RawSheet } from '../spreadsheet/model/rawWorkbook.ts';
import { shownValue } from '../spreadsheet/read/shownValue.ts';
import { comparableValue, type TrackerStamp } from './sheets/tracker/asWritten.ts';
import { trackerHeadings } from './sheets/tracker/trackerTable.ts';

export interface ReadRow {
  /** Key of the instrument. */
  readonly instrument: string;
  /** Code of the partner; empty if there is none. */
  readonly code: string;
  /** By heading. */
  readonly cells: ReadonlyMap<string, ReadTrackerCell>;
  /** The first cell with something beside the table. */
  readonly beside: Place | undefined;
}

export interface ReadTrackerCell {
  readonly place: Place;
  /** Undefined if the cell is empty. */
  readonly cell: RawCell | undefined;
  /** What it says, as `comparableValue` gives it; and what it said when the tracker was written. */
  readonly text: string;
  readonly before: string;
  /** The same as people see it. */
  readonly shown: string;
  readonly shownBefore: string;
}

/** Recognises the row of a partner. */
export const rowKey = ({ instrument, code }: Pick<ReadRow, 'instrument' | 'code'>): string =>
  JSON.stringify([instrument, code]);

export interface TrackerSheetTable {
  readonly stamp: TrackerStamp;
  /** As in `RawWorkbook`. */
  readonly date1904: boolean;
  readonly file: string;
  readonly headings: readonly string[];
  /** Row of the headings. */
  readonly row: number;
}

/** The rows below the headings that are not empty. @param before The same rows when the tracker was written, by their keys. */
export function rowsOf(
  sheet: RawSheet,
  { file, headings, row: last, stamp, date1904 }: TrackerSheetTable,
  before: ReadonlyMap<string, ReadRow>,
): readonly ReadRow[] {
  const columnOf = (heading: string): number => headings.indexOf(heading) + 1;
  const [instruments, codes] = [columnOf(trackerHeadings.instrument), columnOf(trackerHeadings.code)];
  const filled = [...sheet.rows].filter(
    ([row, cells]) => row > last && [...cells.keys()].some((column) => textIn(cells, column) !== ''),
  );
  return filled
    .toSorted(([a], [b]) => a - b)
    .map(([row, cells]) => {
      const key = {
        instrument: instruments === 0 ? (stamp.instruments[0] ?? '') : textIn(cells, instruments),
        code: textIn(cells, codes),
      };
      const known = before.get(rowKey(key));
      const placeOf = (column: number): Place => ({ file, sheet: sheet.name, cell: address(row, column) });
      const beside = [...cells.keys()].find((column) => column > headings.length && textIn(cells, column) !== '');
      return {
        ...key,
        beside: beside === undefined ? undefined : placeOf(beside),
        cells: new Map(
          headings.map((heading, index) => [
            heading,
            {
              place: { ...placeOf(index + 1), ...(key.code === '' ? {} : { key: key.code }) },
              cell: cells.get(index + 1),
              text: textIn(cells, index + 1),
              before: known?.cells.get(heading)?.text ?? '',
              shown: shownIn(cells, index + 1, date1904),
              shownBefore: known?.cells.get(heading)?.shown ?? '',
            },
          ]),
        ),
      };
    });
}

export type Cells = ReadonlyMap<number, RawCell>;

/** What a cell says, as it is compared. */
export const textIn = (cells: Cells, column: number): string => comparableValue(cells.get(column)?.value);

function shownIn(cells: Cells, column: number, date1904: boolean): string {
  const value = cells.get(column)?.value;
  return value === undefined ? '' : shownValue(value, date1904).text;
}
