import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { Kysely } from 'kysely';
import Database from 'libsql';
import { refuseUnfinished } from './copy/unfinishedCopy.ts';
import { isBusy, isReadOnly } from './database/databaseProblem.ts';
import { makeFolder } from './database/makeFolder.ts';
import { makeOwnFile, restrictToOwner } from './database/ownFile.ts';
import { sealKeyOf } from './database/sealKey.ts';
import { sqliteDialect } from './database/sqliteDialect.ts';
import { backUpEarlier } from './migrations/backUpEarlier.ts';
import { isUpToDate, migrate, UnusableRegister, versionOf } from './migrations/migrate.ts';
import { isServerAddress } from './server/serverAddress.ts';
import { type Access, isToRead } from './tables/access.ts';
import type { Migrated, Register } from './tables/register.ts';
import type { RegisterTables } from './tables/schema.ts';

/** The time that a command waits while another writes, in milliseconds. */
const busyTimeout = 15_000;
/** The time between two attempts where SQLite does not wait by itself, in milliseconds. */
const busyRetry = 20;

/**
 * Opens the register in a SQLite file, or in a database of a PostgreSQL server, `postgres://user@host/database`. A file of an
 * earlier version is first copied beside itself and migrated, even for reading.
 *
 * @throws UnusableRegister when it is no register, is empty, or is of a newer version, or of an earlier one and read-only.
 * @throws LimitedUser when its user on a server sees some regions only, and the access is for those who see all.
 * @throws FindingsError when the key of its seals is lost.
 * @throws Error when the file cannot be opened, or cannot be written to as requested.
 */
export async function openRegister(path: string, access: Access = 'make'): Promise<Register> {
  if (isServerAddress(path)) return (await import('./server/openOnServer.ts')).openOnServer(path, access);
  if (isToRead(access)) return openToRead(path);
  if (path !== ':memory:' && isToMake(access)) {
    makeFolder(dirname(path));
    makeOwnFile(path);
  }
  return openDatabase(path, async (db, pragma) => {
    const version = await versionOf(db);
    if (version === undefined && !isToMake(access)) throw isEmpty();
    await useWriteAheadLog(pragma);
    const migrated = await bringUpToDate(db, path, version);
    if (access !== 'copy') await refuseUnfinished(db);
    if (version === 0) restrictToOwner(path);
    return migrated;
  });
}

const isToMake = (access: Access): boolean => access === 'make' || access === 'copy';

async function openToRead(path: string): Promise<Register> {
  const only: Prepare = async (db, pragma) => {
    const version = await versionOf(db);
    if (version === undefined) throw isEmpty();
    const migrated = isUpToDate(version) ? undefined : await bringUpToDate(db, path, version).catch(refuseReadOnly);
    if (version === 0) restrictToOwner(path);
    await refuseUnfinished(db);
    pragma('query_only = on');
    return migrated;
  };
  try {
    return await openDatabase(path, only);
  } catch (failure) {
    if (failure instanceof UnusableRegister || existsSync(`${path}-wal`)) throw failure;
    // SQLite makes files beside a database even for reading, unless it is opened as one that never changes.
    return openDatabase(`${pathToFileURL(resolve(path)).href}?immutable=1`, only);
  }
}

/** Turns write-ahead logging on. SQLite itself waits for no other command while it does that. */
async function useWriteAheadLog(pragma: (text: string) => void): Promise<void> {
  const start = performance.now();
  for (;;) {
    try {
      pragma('journal_mode = wal');
      return;
    } catch (failure) {
      if (!isBusy(failure) || performance.now() - start > busyTimeout) throw failure;
    }
    await setTimeout(busyRetry);
  }
}

const isEmpty = (): UnusableRegister => new UnusableRegister('it is empty');

function refuseReadOnly(failure: unknown): never {
  if (!isReadOnly(failure)) throw failure;
  throw new UnusableRegister(
    'it is of an earlier version of Scorebook and may only be read, so it cannot be brought up to date. Copy it to a place where it may be written, and use the copy',
  );
}

async function bringUpToDate(
  db: Kysely<RegisterTables>,
  path: string,
  version: number | undefined,
): Promise<Migrated | undefined> {
  // A register without its key is refused before anything is changed.
  if (version !== undefined) await sealKeyOf(db);
  return migrate(db, (earlier) => backUpEarlier(path, earlier));
}

type Prepare = (db: Kysely<RegisterTables>, pragma: (text: string) => void) => Promise<Migrated | undefined>;

async function openDatabase(name: string, prepare: Prepare): Promise<Register> {
  const database = new Database(name);
  try {
    database.exec(`pragma busy_timeout = ${busyTimeout}; pragma foreign_keys = on;`);
    const db = new Kysely<RegisterTables>({ dialect: sqliteDialect(database) });
    const migrated = await prepare(db, (text) => database.exec(`pragma ${text}`));
    const address = name === ':memory:' ? {} : { address: name };
    return { db, sealKey: await sealKeyOf(db), ...address, migrated, close: () => db.destroy() };
  } catch (failure) {
    database.close();
    throw failure;
  }
}
