import { CompiledQuery, type DatabaseConnection, Kysely, sql } from 'kysely';
import pg from 'pg';
import { refuseUnfinished } from '../copy/unfinishedCopy.ts';
import { sealKeyOf } from '../database/sealKey.ts';
import { isLimited, ownKey, refuseLimited } from '../grants/limitsOfUser.ts';
import { beginChain } from '../migrations/addLogChain.ts';
import { makeSealKey } from '../migrations/createTables.ts';
import { firstTables, UnusableRegister } from '../migrations/migrate.ts';
import { migrations } from '../migrations/migrations.ts';
import { type Access, isToRead } from '../tables/access.ts';
import type { Register } from '../tables/register.ts';
import type { RegisterTables } from '../tables/schema.ts';
import { versionSetting } from '../tables/versionSetting.ts';
import { createOnServer } from './createOnServer.ts';
import { RegisterDialect } from './postgresDialect.ts';
import { preparingPool } from './preparedStatements.ts';

/** The first version of PostgreSQL that has everything that Scorebook uses, as the server numbers it. */
const firstServer = 130_000;

/** The time that a connection may take, in milliseconds. */
const connectTimeout = 15_000;

/**
 * Opens the register in a database of a PostgreSQL server, and makes its tables if there are none.
 *
 * @param address As in `postgres://user@host/database`. A missing password comes from the environment or from `.pgpass`.
 * @throws UnusableRegister when the database holds something else, is empty, or is of a newer version, or its server is too old.
 * @throws Error of the server or of the network when the database cannot be opened.
 */
export async function openOnServer(address: string, access: Access): Promise<Register> {
  // Counts are numbers, as on SQLite: none comes near the limit of JavaScript.
  const types = new pg.TypeOverrides();
  types.setTypeParser(pg.types.builtins.INT8, Number);
  const pool = new pg.Pool({
    connectionString: address,
    application_name: 'scorebook',
    connectionTimeoutMillis: connectTimeout,
    // Commands do one thing after another, and what one writes into a temporary table the next one finds.
    max: 1,
    idleTimeoutMillis: 0,
    types,
  });
  // A connection that is lost fails at its next use.
  const atNextUse = (): void => undefined;
  pool.on('error', atNextUse);
  pool.on('connect', (client) => void client.on('error', atNextUse));
  const settings = [
    // Planned once. All that Scorebook asks for is found by the same keys, whatever their values.
    'set plan_cache_mode = force_generic_plan',
    ...(isToRead(access) ? ['set default_transaction_read_only = on'] : []),
  ];
  const onCreateConnection = async (connection: DatabaseConnection): Promise<void> => {
    await connection.executeQuery(CompiledQuery.raw(settings.join('; ')));
  };
  const dialect = new RegisterDialect({ pool: preparingPool(pool), onCreateConnection });
  const db = new Kysely<RegisterTables>({ dialect });
  try {
    await checkServer(db);
    await bringUpToDate(db, access);
    const limited = await isLimited(db);
    if (limited) await refuseLimited(db, access);
    if (access !== 'copy') await refuseUnfinished(db);
    const sealKey = limited ? await ownKey(db) : await sealKeyOf(db);
    return { db, sealKey, address, isLimited: limited, close: () => db.destroy() };
  } catch (failure) {
    await db.destroy();
    throw failure;
  }
}

async function checkServer(db: Kysely<RegisterTables>): Promise<void> {
  const { rows } = await sql<{ version: number; encoding: string }>`
    select current_setting('server_version_num')::integer as version, current_setting('server_encoding') as encoding`.execute(
    db,
  );
  const { version = 0, encoding = '' } = rows[0] ?? {};
  if (version < firstServer) {
    throw new UnusableRegister(
      `its server is PostgreSQL ${Math.floor(version / 10_000)}, and Scorebook needs ${firstServer / 10_000} or later`,
    );
  }
  if (encoding !== 'UTF8') {
    throw new UnusableRegister(
      `its database holds texts as ${encoding}, and Scorebook needs UTF8. Create another database`,
    );
  }
}

async function bringUpToDate(db: Kysely<RegisterTables>, access: Access): Promise<void> {
  const version = await versionOnServer(db);
  if (version !== undefined) return;
  if (access !== 'make' && access !== 'copy') throw new UnusableRegister('it is empty');
  await db.transaction().execute(async (transaction) => {
    // Another program may have made them meanwhile.
    if ((await versionOnServer(transaction)) !== undefined) return;
    await createOnServer(transaction);
    await makeSealKey(transaction);
    await beginChain(transaction);
    await transaction
      .insertInto('setting')
      .values({ name: versionSetting, value: String(migrations.length) })
      .execute();
  });
}

const noRight = 'its user has no right to it. Ask the owner of the register for it';

async function versionOnServer(db: Kysely<RegisterTables>): Promise<number | undefined> {
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
  const setting = await db.selectFrom('setting').select('value').where('name', '=', versionSetting).executeTakeFirst();
  const version = Number(setting?.value);
  if (version > migrations.length) {
    throw new UnusableRegister(
      `it was used by a newer version of Scorebook (its tables have version ${version}, this program knows versions up to ${migrations.length}). Nothing was changed: use the newer Scorebook`,
    );
  }
  if (version !== migrations.length) {
    throw new UnusableRegister(
      `its version, ${setting?.value ?? 'none'}, is none that Scorebook writes. Use its last backup`,
    );
  }
  return version;
}
