import { sql } from 'kysely';
import type { Register } from './openRegister.ts';

/**
 * Copies a register that was opened to be read into a new file, as it stands at one moment; others may write meanwhile.
 *
 * @throws Error when the file cannot be written, or is there already and not empty.
 */
export async function backupRegister({ db }: Register, path: string): Promise<void> {
  // Writing a copy counts as writing.
  await sql`pragma query_only = off`.execute(db);
  try {
    await sql`vacuum into ${path}`.execute(db);
  } finally {
    await sql`pragma query_only = on`.execute(db);
  }
}
