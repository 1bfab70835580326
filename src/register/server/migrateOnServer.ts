import { type Kysely, sql } from 'kysely';
import { lockTables } from '../database/lockTables.ts';
import { sealKeyOf } from '../database/sealKey.ts';
import { beginChain } from '../migrations/addLogChain.ts';
import { makeSealKey } from '../migrations/createTables.ts';
import { firstTables, newerVersion, UnusableRegister, unknownVersion } from '../migrations/migrate.ts';
import { type Migration, migrations } from '../migrations/migrations.ts';
import type { Access } from '../tables/access.ts';
import type { Migrated } from '../tables/register.ts';
import type { RegisterTables } from '../tables/schema.ts';
import { versionSetting } from '../tables/versionSetting.ts';
import { createOnServer } from './createOnServer.ts';

/** The version of the tables that `createOnServer` makes: no server has an earlier one. */
const firstVersion = 8;

/**
 * Migrates a register on a server, or makes its tables, in one transaction. Other programs wait meanwhile, and find it done. If
 * the server stops before the end, nothing has changed.
 *
 * @param all The migrations from an empty database to the tables of this program.
 * @returns Undefined when there was nothing to do, or a new register was made.
 * @throws UnusableRegister when it holds something else or is of a newer version, and when the user may not migrate it.
 */
export async function migrateOnServer(
  db: Kysely<RegisterTables>,
  access: Access,
  all: readonly Migration[] = migrations,
): Promise<Migrated | undefined> {
  const version = await versionOnServer(db, all.length);
  if (version === all.length) return undefined;
  if (version === undefined) {
    if (access !== 'make' && access !== 'copy') throw new UnusableRegister('it is empty');
  } else {
    await requireOwner(db);
    // A register without its key is refused before anything is changed.
    await sealKeyOf(db);
  }
  // Also where the connection is to read.
  const transaction = db.transaction().setAccessMode('read write');
  return transaction.execute(async (inside) => {
    // Another program may have done it meanwhile.
    const from = await versionOnServer(inside, all.length);
    if (from === all.length) return undefined;
    if (from === undefined) await makeTables(inside);
    else await lockTables(inside);
    for (const migration of all.slice(from ?? firstVersion)) await migration(inside);
    await setVersion(inside, all.length);
    return from === undefined ? undefined : { from, to: all.length };
  });
}

async function makeTables(db: Kysely<RegisterTables>): Promise<void> {
  await createOnServer(db);
  await makeSealKey(db);
  await beginChain(db);
}

async function setVersion(db: Kysely<RegisterTables>, version: number): Promise<void> {
  const value = String(version);
  await db
    .insertInto('setting')
    .values({ name: versionSetting, value })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
    .execute();
}

/** Only the owner of tables can change them, and sees all of their rows. */
async function requireOwner(db: Kysely<RegisterTables>): Promise<void> {
  const { rows } = await sql<{ owner: string; able: boolean }>`
    select relowner::regrole::text as owner, pg_has_role(relowner, 'member') as able
    from pg_class where oid = 'setting'::regclass`.execute(db);
  const [found] = rows;
  if (found?.able === true) return;
  throw new UnusableRegister(
    `it is of an earlier version of Scorebook, and only its owner ${found?.owner ?? ''} can bring it up to date, by any command of this version. Ask the owner, or use the earlier Scorebook`,
  );
}

const noRight = 'its user has no right to it. Ask the owner of the register for it';

/** Undefined means an empty database. @param latest The version that the program knows. */
async function versionOnServer(db: Kysely<RegisterTables>, latest: number): Promise<number | undefined> {
  // Also those to which the user has no right.
  const { rows } = await sql<{ name: string | null; schema: string | null }>`
    select tablename as name, current_schema() as schema
    from (select) one left join pg_tables on schemaname = current_schema()`.execute(db);
  if (rows.some(({ schema }) => schema === null)) throw new UnusableRegister(noRight);
  const tables = new Set(rows.flatMap(({ name }) => name ?? []));
  if (tables.size === 0) return undefined;
  if (!firstTables.every((table) => tables.has(table))) {
    throw new UnusableRegister('its database holds something else. Create another database for the register');
  }
  return versionIn(db, latest);
}

async function versionIn(db: Kysely<RegisterTables>, latest: number): Promise<number> {
  const setting = await db.selectFrom('setting').select('value').where('name', '=', versionSetting).executeTakeFirst();
  const version = Number(setting?.value);
  if (version > latest) throw newerVersion(version, latest);
  if (!Number.isInteger(version) || version < firstVersion) throw unknownVersion(setting?.value ?? 'none');
  return version;
}

/** For programs that run long: another may have migrated the register since they opened it. @throws UnusableRegister then. */
export async function refuseMigrated(db: Kysely<RegisterTables>): Promise<void> {
  await versionIn(db, migrations.length);
}
