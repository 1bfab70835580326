import type { Content } from './content.ts';

/**
 * The rows of a table: an array or, for a long one, rows that are made as they are read, each time anew, so that they
 * are never in memory together.
 */
export interface TableRows extends Iterable<readonly Content[]> {
  readonly length: number;
}

/** Rows that are made as they are read. */
export const rowsAsRead = (length: number, read: () => Iterable<readonly Content[]>): TableRows => ({
  length,
  [Symbol.iterator]: () => read()[Symbol.iterator](),
});

/** One row for each of several things. To count the rows, all of them are read once. */
export function rowsOf<T>(things: Iterable<T>, rowFor: (thing: T) => readonly Content[]): TableRows {
  let length = 0;
  for (const _thing of things) length += 1;
  return rowsAsRead(length, function* () {
    for (const thing of things) yield rowFor(thing);
  });
}

/** The first rows, up to a maximum. */
export const firstRows = (rows: TableRows, max: number): TableRows =>
  rows.length <= max
    ? rows
    : rowsAsRead(max, function* () {
        let left = max;
        for (const row of rows) {
          yield row;
          left -= 1;
          if (left === 0) return;
        }
      });
