import type { ListRow } from './listSource.ts';

/** The columns of a list, each with other headings that mean the same, and whether every row needs a value. */
export type ListColumns<Column extends string> = Readonly<Record<Column, ColumnRule>>;

export interface ColumnRule {
  /** Other headings than its name, in small letters and figures alone: `emailaddress`. */
  readonly headings: readonly string[];
  readonly isRequired?: true;
  /** Whether its values are codes, which are text even where they look like numbers. */
  readonly isCode?: true;
}

/** The columns that a row names, each with the columns of the file, from 0, of which the headings mean it. */
export type Named<Column extends string> = ReadonlyMap<Column, readonly number[]>;

/** The row that names the columns: the first one with all that are required, or else the one with the most. */
export interface HeadingRow<Column extends string> {
  readonly row: ListRow;
  /** Rows above it, such as a title. */
  readonly above: readonly ListRow[];
  readonly named: Named<Column>;
  readonly missing: readonly Column[];
}

/** Rows in which headings are searched for: what is above them is a title, a date, a note. */
const maxRowsAbove = 30;

/** Finds the headings of a list; undefined if it has no row. */
export function findHeadings<Column extends string>(
  rows: readonly ListRow[],
  columns: ListColumns<Column>,
): HeadingRow<Column> | undefined {
  const candidates = rows.slice(0, maxRowsAbove).map((row, index): HeadingRow<Column> => {
    const named = namedBy(row, columns);
    const missing = columnNames(columns).filter((column) => columns[column].isRequired === true && !named.has(column));
    return { row, above: rows.slice(0, index), named, missing };
  });
  return candidates.find(({ missing }) => missing.length === 0) ?? nearest(candidates);
}

/** The names of the columns, in their order. */
export const columnNames = <Column extends string>(columns: ListColumns<Column>): readonly Column[] =>
  // The keys of a record of columns are columns.
  Object.keys(columns) as Column[];

const nearest = <Column extends string>(candidates: readonly HeadingRow<Column>[]): HeadingRow<Column> | undefined =>
  candidates.toSorted((a, b) => b.named.size - a.named.size)[0];

function namedBy<Column extends string>({ cells }: ListRow, columns: ListColumns<Column>): Named<Column> {
  const headings = [...cells].map(([index, { text }]) => [index, foldHeading(text)] as const);
  return new Map(
    columnNames(columns).flatMap((column): [Column, readonly number[]][] => {
      const meant = new Set([foldHeading(column), ...columns[column].headings]);
      const places = headings.flatMap(([index, heading]) => (meant.has(heading) ? [index] : []));
      return places.length === 0 ? [] : [[column, places]];
    }),
  );
}

/** For comparison: capitals, spaces, hyphens and words in brackets make no difference. */
const foldHeading = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\([^()]*\)/g, '')
    .replace(/[^\p{L}\p{N}]/gu, '');
