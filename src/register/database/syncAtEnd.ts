import { sql } from 'kysely';
import type { Register } from '../tables/register.ts';

/**
 * Lets the disk write what is recorded when it suits the disk, and waits for it once, when the work is done. Should the
 * power fail before, the register is as it was at a moment of the work: for work that can be done again from what is
 * still there, such as files to be imported. A process that is killed loses nothing.
 *
 * SQLite's `synchronous`: https://sqlite.org/pragma.html#pragma_synchronous
 */
export async function syncAtEnd<T>({ db }: Register, work: () => Promise<T>): Promise<T> {
  await sql`pragma synchronous = normal`.execute(db);
  try {
    return await work();
  } finally {
    await sql`pragma synchronous = full`.execute(db);
    await sql`pragma wal_checkpoint(passive)`.execute(db);
  }
}
