import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { copyRegister } from '../../../../src/register/copy/copyRegister.ts';
import { openRegister } from '../../../../src/register/openRegister.ts';
import { openWorkplace, type Ran, type Workplace } from '../../../cli/workplace.ts';
import { newSchema } from '../../../tools/newSchema.ts';
import { type Cluster, startCluster } from '../../../tools/postgresCluster.ts';

let place: Workplace;
let server: string;

beforeAll(async () => {
  server = inject('server') ?? '';
  place = openWorkplace();
  await place.generate(4);
  for (const partner of ['X01', 'X02', 'X03', 'X04']) place.put(`returns/${partner}.xlsx`, place.filledIn(partner));
}, 60_000);
afterAll(() => place.remove());

const statusAt = (address: string): Promise<Ran> => place.scorebook('status', '--register', address);

async function copyTo(address: string): Promise<void> {
  const from = await openRegister(place.at('register.db'), 'read');
  const to = await openRegister(address, 'copy');
  await copyRegister(from, to, () => undefined);
  await Promise.all([from.close(), to.close()]);
}

describe('an address that leads to no register', () => {
  const password = 'hunter2';
  test.each([
    ['nothing answers', 'postgres://ann:hunter2@localhost:1/region', 'nothing answers at the host and port'],
    ['there is no such host', 'postgres://ann:hunter2@nowhere.invalid/region', 'server'],
    [
      'it is of another database',
      'mysql://ann:hunter2@localhost/region',
      '--register mysql://… is neither a file nor the address',
    ],
  ])('%s', async (_, address, problem) => {
    const { code, out, err } = await statusAt(address);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(problem);
    expect(err).not.toContain(password);
  });

  test('the database, or the user, is not there', async () => {
    const other = (from: string, to: string): Promise<Ran> => statusAt(server.replace(from, to));
    expect((await other('/scorebook', '/nowhere')).err).toContain('has no such database. Create it with createdb');
    expect((await other('postgres@', 'nobody:hunter2@')).err).toContain('refuses the user or the password');
    expect((await other('postgres@', 'nobody:hunter2@')).err).not.toContain(password);
  });

  test('the database is empty, holds something else, or is of a newer version', async () => {
    const empty = await newSchema(server);
    expect((await statusAt(empty)).err).toContain('it is empty');
    const client = new pg.Client({ connectionString: empty });
    await client.connect();
    try {
      await client.query('create table payroll (id integer)');
      expect((await statusAt(empty)).err).toContain('holds something else. Create another database');
      await client.query('drop table payroll');
      await copyTo(empty);
      await client.query(`update setting set value = '99' where name = 'version'`);
      expect((await statusAt(empty)).err).toContain('used by a newer version of Scorebook');
      await client.query(`update setting set value = 'x' where name = 'version'`);
      expect((await statusAt(empty)).err).toContain('is none that Scorebook writes');
    } finally {
      await client.end();
    }
  });

  test('the user may only read', async () => {
    const address = await newSchema(server);
    await copyTo(address);
    const schema = /search_path%3D(\w+)/.exec(address)?.[1];
    const client = new pg.Client({ connectionString: address });
    await client.connect();
    try {
      await client.query(`create role reader_${schema} login`);
      await client.query(`grant usage on schema ${schema} to reader_${schema}`);
      await client.query(`grant select on all tables in schema ${schema} to reader_${schema}`);
    } finally {
      await client.end();
    }
    const reader = address.replace('postgres@', `reader_${schema}@`);
    expect((await statusAt(reader)).code).toBe(0);
    const { code, err } = await place.scorebook('import', place.at('returns'), '--register', reader);
    expect(code).toBe(1);
    expect(err).toContain(
      `error: ${reader}: The command stopped because of a problem with the register: the user has no right to what this command does`,
    );
  });
});

describe('a server that is stopped', () => {
  let cluster: Cluster;
  beforeAll(() => {
    const own = startCluster();
    if (own === undefined) throw new Error('PostgreSQL is not installed');
    cluster = own;
  }, 60_000);
  afterAll(() => cluster.remove());

  test('loses nothing, and the same command carries on when it runs', { timeout: 120_000 }, async () => {
    const address = cluster.server;
    await copyTo(address);
    const importing = (): Promise<Ran> => place.scorebook('import', place.at('returns'), '--register', address);
    const stopped = importing();
    // As soon as the first return is recorded.
    const client = new pg.Client({ connectionString: address });
    client.on('error', () => undefined);
    await client.connect();
    for (;;) {
      const { rows } = await client.query<{ count: string }>('select count(*) from return');
      if (Number(rows[0]?.count) > 0) break;
    }
    cluster.stop('immediate');
    const { code, err } = await stopped;
    expect(code).toBe(1);
    expect(err).toMatch(/Nothing is lost: give the same command again/);
    expect(err).not.toMatch(/\n\s+at /);
    const meanwhile = await importing();
    expect([meanwhile.code, meanwhile.err]).toEqual([2, expect.stringContaining('nothing answers')]);
    cluster.start();
    const again = await importing();
    expect([again.code, again.err]).toEqual([0, expect.any(String)]);
    expect((await place.scorebook('status', '--round', '2026', '--register', address)).out).toContain('4 of 4');
    expect((await place.scorebook('register', 'check', '--register', address)).code).toBe(0);
  });
});
