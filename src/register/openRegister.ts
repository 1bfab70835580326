import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { Kysely, SqliteDialect } from 'kysely';
import Database from 'libsql';
import { createTables } from './createTables.ts';
import type { RegisterTables } from './schema.ts';

/** What was issued and what came back. */
export interface Register {
  readonly db: Kysely<RegisterTables>;
  /** The key of the seals in the workbooks that this register issues. */
  readonly sealKey: Uint8Array;
  readonly close: () => Promise<void>;
}

/** How long one command waits while another writes, in milliseconds. */
const busyTimeout = 15_000;

/**
 * Opens the register in a SQLite file, making it and its folder when they are not there.
 *
 * @throws Error when the file cannot be opened or is no database.
 */
export async function openRegister(path: string): Promise<Register> {
  if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true });
  const database = new Database(path);
  try {
    database.exec(`pragma busy_timeout = ${busyTimeout}; pragma journal_mode = wal; pragma foreign_keys = on;`);
    const db = new Kysely<RegisterTables>({ dialect: new SqliteDialect({ database }) });
    await createTables(db);
    return { db, sealKey: await sealKeyOf(db), close: () => db.destroy() };
  } catch (failure) {
    database.close();
    throw failure;
  }
}

async function sealKeyOf(db: Kysely<RegisterTables>): Promise<Uint8Array> {
  await db
    .insertInto('setting')
    .values({ name: 'seal key', value: randomBytes(32).toString('hex') })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const { value } = await db
    .selectFrom('setting')
    .select('value')
    .where('name', '=', 'seal key')
    .executeTakeFirstOrThrow();
  return Buffer.from(value, 'hex');
}
