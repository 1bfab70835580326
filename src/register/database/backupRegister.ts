import { sql } from 'kysely';
import type { Register } from '../tables/register.ts';
import { makeOwnFile } from './ownFile.ts';

/**
 * Copies a register that was opened to be read into a new file, as it is at one moment; others may write meanwhile.
 * Nobody else can read the copy.
 *
 * @throws Error when the file cannot be written, or is there already and not empty.
 */
export async function backupRegister({ db }: Register, path: string): Promise<void> {
  makeOwnFile(path);
  // Writing a copy counts as writing.
  await sql`pragma query_only = off`.execute(db);
  try {
    await sql`vacuum into ${path}`.execute(db);
  } finally {
    await sql`pragma query_only = on`.execute(db);
  }
}
