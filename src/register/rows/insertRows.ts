import { type Kysely, type RawBuilder, sql } from 'kysely';
import { isOnServer } from '../database/dialect.ts';
import type { RegisterTables } from '../tables/schema.ts';

/**
 * Inserts rows into a table, all as one parameter, or as one for each column: there may be thousands, and a statement with a
 * parameter for each of their values takes longer to prepare than to execute.
 *
 * @param rows The values of each row, in the order of the columns. Unpaired surrogates are replaced, as in other statements.
 */
export async function insertRows<Table extends keyof RegisterTables>(
  db: Kysely<RegisterTables>,
  table: Table,
  columns: readonly (keyof RegisterTables[Table] & string)[],
  rows: readonly (readonly (string | number | null)[])[],
): Promise<void> {
  if (rows.length === 0) return;
  const names = sql.join(columns.map((column) => sql.ref(column)));
  if (isOnServer(db)) {
    const arrays = columns.map((_, at) => arrayOf(rows.map((row) => row[at] ?? null)));
    await sql`insert into ${sql.table(table)} (${names}) select * from unnest(${sql.join(arrays)})`.execute(db);
    return;
  }
  const values = sql.join(columns.map((_, at) => sql.raw(`value ->> ${at}`)));
  await sql`insert into ${sql.table(table)} (${names}) select ${values} from json_each(${jsonOf(rows)})`.execute(db);
}

/** The values of a column as an array of PostgreSQL. */
const arrayOf = (values: readonly (string | number | null)[]): RawBuilder<unknown> =>
  values.some((value) => typeof value === 'number') ? sql`${values}::integer[]` : sql`${values}::text[]`;

/** SQLite would make bytes that are no text of a surrogate, which JSON writes as an escape where it has no partner. */
function jsonOf(rows: readonly unknown[]): string {
  const json = JSON.stringify(rows);
  if (!json.includes('\\ud')) return json;
  return JSON.stringify(rows, (_, value: unknown) => (typeof value === 'string' ? value.toWellFormed() : value));
}
