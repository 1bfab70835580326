import { sql } from 'kysely';
import type { OpenDatabase } from '../tables/openDatabase.ts';
import { makeOwnFile } from './ownFile.ts';

/**
 * Copies a register that is open for reading into a new file, as of one moment; others may write meanwhile.
 * Nobody else can read the copy.
 *
 * @throws Error when the file cannot be written, or exists and is not empty.
 */
export async function backupRegister({ db }: OpenDatabase, path: string): Promise<void> {
  makeOwnFile(path);
  // SQLite counts writing a copy as writing.
  await sql`pragma query_only = off`.execute(db);
  try {
    await sql`vacuum into ${path}`.execute(db);
  } finally {
    await sql`pragma query_only = on`.execute(db);
  }
}
