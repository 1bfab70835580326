import { sql } from 'kysely';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import { lookUpFile } from '../../../../src/intake/record/incomingFile.ts';
import { recordReturn } from '../../../../src/intake/record/recordReturn.ts';
import { openRegister } from '../../../../src/register/openRegister.ts';
import { serverProblemOf } from '../../../../src/register/server/serverProblem.ts';
import type { Register } from '../../../../src/register/tables/register.ts';
import { newSchema } from '../../../tools/newSchema.ts';

let address: string;
let open: readonly Register[];

beforeEach(async () => {
  const server = inject('server');
  if (server === undefined) throw new Error('These tests need a server');
  address = await newSchema(server);
  const first = await openRegister(address);
  open = [first, await openRegister(address), await openRegister(address)];
});
afterEach(() => Promise.all(open.map((register) => register.close())));

/** Records a file as refused. @returns The number of the return; undefined if another recorded it as accepted. */
async function record(register: Register | undefined, name: string): Promise<number | undefined> {
  if (register === undefined) throw new Error('three are open');
  const received = new Date('2026-12-01T09:00:00Z');
  const file = await lookUpFile(register, { name, bytes: new TextEncoder().encode(name), received });
  return recordReturn(register, file, { status: 'refused', findings: [] });
}

const raise = (): never => {
  throw new Error('three are open');
};

const soon = <T>(work: Promise<T>): Promise<T | 'waits'> =>
  Promise.race([work, new Promise<'waits'>((resolve) => setTimeout(() => resolve('waits'), 300))]);

describe('on a server', () => {
  test('a return is stored while another is being stored', async () => {
    const [one, two] = open;
    await one?.db
      .transaction()
      .setIsolationLevel('read committed')
      .execute(async () => {
        expect(await soon(record(two, 'a'))).toEqual(expect.any(Number));
      });
  });

  test('no return is stored while a round is being changed', async () => {
    const [one, two] = open;
    const waiting = await one?.db.transaction().execute(async () => {
      const recorded = record(two, 'a');
      expect(await soon(recorded)).toBe('waits');
      return { recorded };
    });
    expect(await waiting?.recorded).toEqual(expect.any(Number));
  });

  test('the same file is stored once, and the log is one chain, when several store at once', async () => {
    const names = ['a', 'b', 'c', 'd', 'e'];
    await Promise.all(
      open.map(async (register) => {
        for (const name of names) await record(register, name);
      }),
    );
    const [{ db } = raise()] = open;
    expect(await db.selectFrom('file').select('name').orderBy('name').execute()).toEqual(
      names.map((name) => ({ name })),
    );
    expect(await db.selectFrom('return').select('id').execute()).toHaveLength(names.length);
    const log = await db.selectFrom('log').select('chain').execute();
    expect(new Set(log.map(({ chain }) => chain)).size).toBe(names.length * open.length);
  });

  test('a statement is planned anew when tables may have grown, and stays the same', async () => {
    const [{ db } = raise()] = open;
    const settings = () => db.selectFrom('setting').select('name').where('name', '=', 'version').execute();
    for (let count = 0; count < 3_100; count += 1) expect(await settings()).toEqual([{ name: 'version' }]);
    const { rows } = await sql<{ prepared: number }>`select count(*) as prepared from pg_prepared_statements
      where statement like 'select "name" from "setting"%'`.execute(db);
    expect(rows).toEqual([{ prepared: 1 }]);
  });

  test('a program of an earlier version says so when the tables change under it', async () => {
    const [one] = open;
    const all = () => one?.db.selectFrom('round_change').selectAll().where('id', '=', 1).execute();
    await all();
    const newer = new pg.Client({ connectionString: address });
    await newer.connect();
    await newer.query('alter table round_change add column more text');
    await newer.end();
    const failure = await all()?.catch((thrown: unknown) => thrown);
    expect(serverProblemOf(failure)).toBe(
      'a newer version of Scorebook has changed its tables. Nothing is lost: give the same command again with that version',
    );
  });
});
