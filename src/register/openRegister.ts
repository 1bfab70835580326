import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Kysely } from 'kysely';
import Database from 'libsql';
import { createTables } from './createTables.ts';
import { makeFolder } from './makeFolder.ts';
import type { RegisterTables } from './schema.ts';
import { sqliteDialect } from './sqliteDialect.ts';

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
 * Opens the register in a SQLite file. To write, it is made with its folder when it is not there; to read, it has to be
 * there and may be read-only.
 *
 * @throws Error when the file cannot be opened, is no register, or may not be written to although that is asked for.
 */
export async function openRegister(path: string, access: 'write' | 'read' = 'write'): Promise<Register> {
  if (access === 'read') return openToRead(path);
  if (path !== ':memory:') makeFolder(dirname(path));
  return openDatabase(path, async (db, pragma) => {
    pragma('journal_mode = wal');
    await createTables(db);
    await makeSealKey(db);
  });
}

/** SQLite wants to make files beside a database even to read it, unless it may take it for one that never changes. */
async function openToRead(path: string): Promise<Register> {
  const only = async (_db: Kysely<RegisterTables>, pragma: (text: string) => void): Promise<void> =>
    pragma('query_only = on');
  try {
    return await openDatabase(path, only);
  } catch (failure) {
    if (existsSync(`${path}-wal`)) throw failure;
    return openDatabase(`${pathToFileURL(resolve(path)).href}?immutable=1`, only);
  }
}

async function openDatabase(
  name: string,
  prepare: (db: Kysely<RegisterTables>, pragma: (text: string) => void) => Promise<void>,
): Promise<Register> {
  const database = new Database(name);
  try {
    database.exec(`pragma busy_timeout = ${busyTimeout}; pragma foreign_keys = on;`);
    const db = new Kysely<RegisterTables>({ dialect: sqliteDialect(database) });
    await prepare(db, (text) => database.exec(`pragma ${text}`));
    return { db, sealKey: await sealKeyOf(db), close: () => db.destroy() };
  } catch (failure) {
    database.close();
    throw failure;
  }
}

async function makeSealKey(db: Kysely<RegisterTables>): Promise<void> {
  await db
    .insertInto('setting')
    .values({ name: 'seal key', value: randomBytes(32).toString('hex') })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

async function sealKeyOf(db: Kysely<RegisterTables>): Promise<Uint8Array> {
  const { value } = await db
    .selectFrom('setting')
    .select('value')
    .where('name', '=', 'seal key')
    .executeTakeFirstOrThrow(() => new Error('it is no register of ours'));
  return Buffer.from(value, 'hex');
}
