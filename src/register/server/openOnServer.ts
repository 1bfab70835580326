import { Socket } from 'node:net';
import { CompiledQuery, type DatabaseConnection, Kysely, sql } from 'kysely';
import pg from 'pg';
import { refuseUnfinished } from '../copy/unfinishedCopy.ts';
import { sealKeyOf } from '../database/sealKey.ts';
import { limitsOfUser, ownKey, refuseLimited } from '../grants/limitsOfUser.ts';
import { UnusableRegister } from '../migrations/migrate.ts';
import { type Access, isToRead } from '../tables/access.ts';
import type { Register } from '../tables/register.ts';
import type { RegisterTables } from '../tables/schema.ts';
import { migrateOnServer } from './migrateOnServer.ts';
import { RegisterDialect } from './postgresDialect.ts';
import { preparingPool } from './preparedStatements.ts';
import { asPostgresReads } from './serverAddress.ts';

/** The first version of PostgreSQL that has everything that Scorebook uses, as the server numbers it. */
const firstServer = 130_000;

/** The time that a connection may take, in milliseconds. */
const connectTimeout = 15_000;

/**
 * Opens the register in a database of a PostgreSQL server, and makes its tables if there are none. One of an earlier version is
 * migrated, even for reading.
 *
 * @param address As in `postgres://user@host/database`. A missing password comes from the environment or from `.pgpass`.
 * @throws UnusableRegister when the database holds something else, is empty, or is of a newer version, or its server is too old.
 * @throws LimitedUser when its user sees some regions only, and the access is for those who see all.
 * @throws Error of the server or of the network when the database cannot be opened.
 */
export async function openOnServer(address: string, access: Access): Promise<Register> {
  // Counts are numbers, as on SQLite: none comes near the limit of JavaScript.
  const types = new pg.TypeOverrides();
  types.setTypeParser(pg.types.builtins.INT8, Number);
  const sockets: Socket[] = [];
  const pool = new pg.Pool({
    connectionString: asPostgresReads(address),
    application_name: 'scorebook',
    connectionTimeoutMillis: connectTimeout,
    // Commands do one thing after another, and what one writes into a temporary table the next one finds.
    max: 1,
    idleTimeoutMillis: 0,
    types,
    stream: () => {
      const socket = new Socket();
      sockets.push(socket);
      return socket;
    },
  });
  // A connection that is lost fails at its next use.
  const atNextUse = (): void => undefined;
  pool.on('error', atNextUse);
  pool.on('connect', (client) => void client.on('error', atNextUse));
  const settings = [
    // Planned once. All that Scorebook asks for is found by the same keys, whatever their values.
    'set plan_cache_mode = force_generic_plan',
    ...(isToRead(access) ? ['set default_transaction_read_only = on'] : []),
    actAsOwner,
  ];
  const onCreateConnection = async (connection: DatabaseConnection): Promise<void> => {
    await connection.executeQuery(CompiledQuery.raw(settings.join('; ')));
  };
  const dialect = new RegisterDialect({ pool: preparingPool(pool), onCreateConnection });
  const db = new Kysely<RegisterTables>({ dialect });
  try {
    await checkServer(db);
    const migrated = await migrateOnServer(db, access);
    const limits = await limitsOfUser(db);
    if (limits !== undefined) refuseLimited(limits, access);
    if (access !== 'copy') await refuseUnfinished(db);
    const sealKey = limits === undefined ? await sealKeyOf(db) : await ownKey(db);
    return { db, sealKey, address, limits, migrated, close: () => db.destroy() };
  } catch (failure) {
    await db.destroy();
    // The driver leaves one without a password open, and the program would not end before the server closes it.
    for (const socket of sockets) socket.destroy();
    throw failure;
  }
}

/** Who may act for the owner of the register does: what a colleague is the first to make, such as a queue, is not the colleague's own. */
const actAsOwner = `do $$
  declare owner name := (select pg_get_userbyid(relowner) from pg_class where oid = to_regclass('partner'));
  begin
    if owner <> current_user and pg_has_role(owner, 'member') then execute format('set role %I', owner); end if;
  end $$`;

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
