import { type Kysely, sql } from 'kysely';
import { isOnServer } from '../database/dialect.ts';
import type { RegisterTables } from '../tables/schema.ts';

/**
 * Waits until no other transaction adds to the log, in which each entry covers the one before. On SQLite a transaction has been
 * alone since it began.
 */
export async function takeLogTurn(db: Kysely<RegisterTables>): Promise<void> {
  if (!isOnServer(db)) return;
  await sql`select pg_advisory_xact_lock(hashtext('scorebook log'), hashtext(current_schema()))`.execute(db);
}
