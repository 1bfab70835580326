import { createHash } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import type { RegisterTables } from '../tables/schema.ts';
import { copiedTables, rowsAtOnce } from './copiedTables.ts';

/** A row as the driver reads it, with its bytes as a `Uint8Array`. */
export type Row = Readonly<Record<string, string | number | null | Uint8Array>>;

/** The rows of a table in the order of their keys, some at a time, from the first after a key or from the beginning. */
export async function* tableRows(
  db: Kysely<RegisterTables>,
  table: keyof RegisterTables,
  after?: Row,
): AsyncGenerator<readonly Row[]> {
  const keys: readonly string[] = copiedTables[table];
  const columns = sql.join(keys.map((key) => sql.ref(key)));
  let last = after;
  for (;;) {
    const from = last;
    const beyond =
      from === undefined ? sql`` : sql`where (${columns}) > (${sql.join(keys.map((key) => sql`${from[key]}`))})`;
    const { rows } = await sql<Record<string, unknown>>`
      select * from ${sql.table(table)} ${beyond} order by ${columns} limit ${rowsAtOnce(table)}`.execute(db);
    if (rows.length === 0) return;
    const read = rows.map(rowOf);
    yield read;
    last = read.at(-1);
  }
}

/** The key of the last row of a table; undefined if it has none. */
export async function lastRow(db: Kysely<RegisterTables>, table: keyof RegisterTables): Promise<Row | undefined> {
  const keys: readonly string[] = copiedTables[table];
  const { rows } = await sql<Record<string, unknown>>`
    select ${sql.join(keys.map((key) => sql.ref(key)))} from ${sql.table(table)}
    order by ${sql.join(keys.map((key) => sql`${sql.ref(key)} desc`))} limit 1`.execute(db);
  return rows[0] === undefined ? undefined : rowOf(rows[0]);
}

/** How many rows a table has, and the SHA-256 of them all. */
export interface TableDigest {
  readonly rows: number;
  readonly digest: string;
}

export async function digestOfTable(
  db: Kysely<RegisterTables>,
  table: keyof RegisterTables,
  isCopied: (row: Row) => boolean,
): Promise<TableDigest> {
  const hash = createHash('sha256');
  let count = 0;
  for await (const rows of tableRows(db, table)) {
    for (const row of rows.filter(isCopied)) {
      count += 1;
      hash.update(JSON.stringify(copiedColumns(table, row).map(([name, value]) => [name, printed(value)])));
    }
  }
  return { rows: count, digest: hash.digest('hex') };
}

/** The columns that both databases have, by name. A server numbers the contents of workbooks, which SQLite does itself. */
export const copiedColumns = (
  table: keyof RegisterTables,
  row: Row,
): readonly (readonly [string, Row[string] | undefined])[] =>
  Object.keys(row)
    .filter((name) => table !== 'workbook_content' || name !== 'added')
    .sort()
    .map((name) => [name, row[name]]);

const printed = (value: Row[string] | undefined): unknown =>
  value instanceof Uint8Array ? createHash('sha256').update(value).digest('hex') : value;

/** SQLite's driver gives an `ArrayBuffer`, PostgreSQL's a `Buffer`. */
const rowOf = (row: Record<string, unknown>): Row =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => {
      if (value === null || typeof value === 'string' || typeof value === 'number') return [name, value];
      if (value instanceof ArrayBuffer || value instanceof Uint8Array) return [name, new Uint8Array(value)];
      throw new TypeError(`The column ${name} has a ${typeof value}`);
    }),
  );
