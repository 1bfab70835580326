import { sql } from 'kysely';
import type { OpenDatabase } from '../tables/openDatabase.ts';
import { isOnServer } from './dialect.ts';

/**
 * Lets the operating system write to the disk at its convenience, and waits for it once, at the end of the work. If the
 * power fails before, the register is as it was at some moment of the work. This is for work that can be repeated from its
 * input, such as files to be imported. A process that is killed loses nothing.
 *
 * SQLite's `synchronous`: https://sqlite.org/pragma.html#pragma_synchronous;
 * PostgreSQL's `synchronous_commit`: https://www.postgresql.org/docs/current/wal-async-commit.html
 */
export async function syncAtEnd<T>({ db }: OpenDatabase, work: () => Promise<T>): Promise<T> {
  if (isOnServer(db)) return syncServerAtEnd(db, work);
  await sql`pragma synchronous = normal`.execute(db);
  try {
    return await work();
  } finally {
    await sql`pragma synchronous = full`.execute(db);
    await sql`pragma wal_checkpoint(passive)`.execute(db);
  }
}

async function syncServerAtEnd<T>(db: OpenDatabase['db'], work: () => Promise<T>): Promise<T> {
  await sql`set synchronous_commit = off`.execute(db);
  try {
    return await work();
  } finally {
    await sql`set synchronous_commit = on`.execute(db);
    // A commit that is waited for brings those before it to the disk.
    await db.transaction().execute((inside) => sql`select pg_current_xact_id()`.execute(inside));
  }
}
