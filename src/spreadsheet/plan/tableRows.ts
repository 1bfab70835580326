import type { Content, Formula } from './content.ts';

/**
 * The rows of a table: an array or, for a long one, rows that are made as they are read, each time anew, so that they
 * are never in memory together.
 */
export interface TableRows extends Iterable<TableRow> {
  readonly length: number;
  /** Present if it is known, without making the rows, that no cell has a formula. */
  readonly onlyValues?: true;
}

/** The cells of a row; one without content is empty. */
export type TableRow = readonly (Content | undefined)[];

export type Value = Exclude<Content, Formula>;

/** Rows that are made as they are read. */
export const rowsAsRead = (length: number, read: () => Iterable<TableRow>): TableRows => ({
  length,
  [Symbol.iterator]: () => read()[Symbol.iterator](),
});

/** Rows that are made as they are read, without formulas. */
export const valuesAsRead = (length: number, read: () => Iterable<readonly (Value | undefined)[]>): TableRows => ({
  ...rowsAsRead(length, read),
  onlyValues: true,
});

/** One row, without formulas, for each of several things. To count the rows, all of them are read once. */
export function valuesOf<T>(things: Iterable<T>, rowFor: (thing: T) => readonly (Value | undefined)[]): TableRows {
  let length = 0;
  for (const _thing of things) length += 1;
  return valuesAsRead(length, function* () {
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
