import { type Kysely, sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { type Migration, migrations } from '../../../../src/register/migrations/migrations.ts';
import { openRegister } from '../../../../src/register/openRegister.ts';
import { migrateOnServer } from '../../../../src/register/server/migrateOnServer.ts';
import { serverProblemOf } from '../../../../src/register/server/serverProblem.ts';
import type { Access } from '../../../../src/register/tables/access.ts';
import type { Register } from '../../../../src/register/tables/register.ts';
import type { RegisterTables } from '../../../../src/register/tables/schema.ts';
import { newSchema } from '../../../tools/newSchema.ts';
import { type Cluster, startCluster } from '../../../tools/postgresCluster.ts';
import { withClient } from '../twoRegions.ts';

/** The next version, made up. */
const addNote: Migration = async (db) => {
  await sql`alter table round add column note text`.execute(db);
  await sql`create table once (id integer primary key)`.execute(db);
  await sql`insert into once values (1)`.execute(db);
};
const next = [...migrations, addNote];
const done = { from: migrations.length, to: next.length };

let server: string;
let address: string;
beforeAll(() => {
  server = inject('server') ?? '';
});
beforeEach(async () => {
  address = await newSchema(server);
  await using('make', async () => undefined);
});

async function using<T>(access: Access, work: (register: Register) => Promise<T>, at = address): Promise<T> {
  const register = await openRegister(at, access);
  try {
    return await work(register);
  } finally {
    await register.close();
  }
}

const migrate = (access: Access, all = next, at = address) =>
  using(access, ({ db }) => migrateOnServer(db, access, all), at);

const versionOf = async (db: Kysely<RegisterTables>): Promise<string | undefined> =>
  (await db.selectFrom('setting').select('value').where('name', '=', 'version').executeTakeFirst())?.value;

describe('a register on a server', () => {
  test.each(['make', 'write', 'read', 'results'] as const)('is migrated when it is opened to %s', async (access) => {
    expect(await migrate(access)).toEqual(done);
    await withClient(address, async (client) => {
      expect((await client.query('select note from round')).rows).toEqual([]);
      expect((await client.query(`select value from setting where name = 'version'`)).rows).toEqual([
        { value: String(next.length) },
      ]);
    });
    await expect(openRegister(address, access)).rejects.toThrow(
      `used by a newer version of Scorebook (its tables have version ${next.length}, this program knows versions up to ${migrations.length})`,
    );
  });

  test('is migrated once by two programs at once', async () => {
    const both = await Promise.all([openRegister(address, 'write'), openRegister(address, 'write')]);
    const migrated = await Promise.all(both.map(({ db }) => migrateOnServer(db, 'write', next)));
    expect(migrated.filter((one) => one !== undefined)).toEqual([done]);
    await Promise.all(both.map(({ close }) => close()));
  });

  test('stays as it was when a migration fails', async () => {
    const failing = [...next, () => Promise.reject(new Error('no'))];
    await expect(migrate('write', failing)).rejects.toThrow('no');
    expect(await using('read', ({ db }) => versionOf(db))).toBe(String(migrations.length));
    expect(await migrate('write')).toEqual(done);
  });

  test('is migrated by its owner only', async () => {
    const schema = /search_path%3D(\w+)/.exec(address)?.[1];
    await withClient(address, async (client) => {
      await client.query(`create role reader_${schema} login`);
      await client.query(`grant usage on schema ${schema} to reader_${schema}`);
      await client.query(`grant select on all tables in schema ${schema} to reader_${schema}`);
    });
    const reader = address.replace('postgres@', `reader_${schema}@`);
    await expect(migrate('read', next, reader)).rejects.toThrow(
      'it is of an earlier version of Scorebook, and only its owner postgres can bring it up to date',
    );
  });

  test('is made with later migrations, too', async () => {
    await using('write', async ({ db }) => {
      const { rows } = await sql<{ name: string }>`
        select tablename as name from pg_tables where schemaname = current_schema()`.execute(db);
      await sql`drop table ${sql.join(rows.map(({ name }) => sql.table(name)))}`.execute(db);
      expect(await migrateOnServer(db, 'make', next)).toBeUndefined();
      expect((await sql`select note from round`.execute(db)).rows).toEqual([]);
      expect(await versionOf(db)).toBe(String(next.length));
    });
  });
});

describe('a server that is stopped in the middle of a migration', () => {
  let cluster: Cluster;
  beforeAll(() => {
    const own = startCluster();
    if (own === undefined) throw new Error('PostgreSQL is not installed');
    cluster = own;
  }, 60_000);
  afterAll(() => cluster.remove());

  test('has changed nothing, and the same command carries on', { timeout: 60_000 }, async () => {
    await using('make', async () => undefined, cluster.server);
    const stopping: Migration = async (db) => {
      await addNote(db);
      cluster.stop('immediate');
    };
    const failure = await migrate('write', [...migrations, stopping], cluster.server).catch(
      (thrown: unknown) => thrown,
    );
    expect(serverProblemOf(failure)).toMatch(/Nothing is lost: give the same command again/);
    cluster.start();
    expect(await using('read', ({ db }) => versionOf(db), cluster.server)).toBe(String(migrations.length));
    expect(await migrate('write', next, cluster.server)).toEqual(done);
  });
});
