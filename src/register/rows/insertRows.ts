import { type Kysely, sql } from 'kysely';
import { isOnServer } from '../database/dialect.ts';
import type { RegisterTables } from '../tables/schema.ts';

/**
 * Inserts rows into a table, all as one parameter: there may be thousands, and a statement with a parameter for each of their
 * values takes longer to prepare than to execute.
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
    const objects = rows.map((row) => Object.fromEntries(columns.map((column, at) => [column, row[at]])));
    await sql`insert into ${sql.table(table)} (${names})
      select ${names} from json_populate_recordset(null::${sql.table(table)}, ${jsonOf(objects)}::json)`.execute(db);
    return;
  }
  const values = sql.join(columns.map((_, at) => sql.raw(`value ->> ${at}`)));
  await sql`insert into ${sql.table(table)} (${names}) select ${values} from json_each(${jsonOf(rows)})`.execute(db);
}

/** SQLite would make bytes that are no text of a surrogate, which JSON writes as an escape where it has no partner. */
function jsonOf(rows: readonly unknown[]): string {
  const json = JSON.stringify(rows);
  if (!json.includes('\\ud')) return json;
  return JSON.stringify(rows, (_, value: unknown) => (typeof value === 'string' ? value.toWellFormed() : value));
}
