import { randomUUID } from 'node:crypto';
import { CompiledQuery, type Kysely, sql } from 'kysely';
import PgBoss from 'pg-boss';
import { z } from 'zod';
import { isOnServer } from '../database/dialect.ts';
import { refuseMigrated } from '../server/migrateOnServer.ts';
import type { Register } from '../tables/register.ts';
import type { RegisterTables } from '../tables/schema.ts';
import { readWaitingImport, type WaitingFile } from './waitingFile.ts';

/** Files that wait to be imported by workers, in the order in which they came. */
export interface Queue {
  /** Adds files, all or none. */
  readonly add: (files: readonly WaitingFile[]) => Promise<void>;
  /**
   * Takes the next file; undefined if none waits. It is this worker's until it is done, or until the worker ends.
   *
   * @param finished The worker's last file, which is done.
   * @throws UnusableRegister where a newer version of Scorebook has changed the tables since: the file of the worker stays.
   */
  readonly take: (finished?: TakenFile) => Promise<TakenFile | undefined>;
  /** Removes a file that was taken, with everything about it recorded. */
  readonly done: (file: TakenFile) => Promise<void>;
  /**
   * Puts back the files of workers that ended before they were done. Takes one that has ended as many workers as is allowed, to
   * be recorded as that; undefined if there is none. Only for a worker that has no file.
   */
  readonly recover: () => Promise<TakenFile | undefined>;
  readonly count: () => Promise<WaitingCounts>;
}

export interface TakenFile extends WaitingFile {
  readonly id: string;
}

/** How many files there are in the queue, and since when the first of them is there. That of a worker that ended waits. */
export interface WaitingCounts {
  readonly waiting: number;
  readonly beingRead: number;
  readonly oldest: Date | undefined;
}

/** A file that ends its worker so many times is set aside. */
export const maxWorkersEnded = 3;

/**
 * A worker that neither ends nor goes on loses its file after so many seconds. One that was cut off from the server is noticed
 * by the server, which may take longer.
 */
const longestImport = 1800;

const queueName = 'returns';

/** The tables of a queue, besides those of pg-boss. */
interface QueueTables {
  readonly waiting_file: {
    readonly id: string;
    readonly path: string;
    readonly name: string;
    readonly bytes: Uint8Array;
    readonly import: string;
  };
  readonly job: { readonly id: string; readonly name: string; readonly state: string; readonly created_on: Date };
}

/**
 * Opens the queue of a register on a PostgreSQL server, and makes it where there is none, in a schema beside the register's.
 * Which file comes next, and how often it was tried, is stored by pg-boss. A worker holds an advisory lock for its file, so that
 * the server itself says which workers have ended.
 *
 * @param access `read` looks only: where there is no queue, the result is undefined.
 */
export async function openQueue(register: Register, access: 'use' | 'read'): Promise<Queue | undefined> {
  const { db } = register;
  if (!isOnServer(db)) return undefined;
  const schema = await schemaOf(db);
  if (access === 'read' && !(await isThere(db, schema))) return undefined;
  const boss = new PgBoss({
    ...{ db: executorOf(db), schema, supervise: false, schedule: false, migrate: access === 'use' },
  });
  if (access === 'use') await prepare(db, boss, schema);
  return queueIn(db, boss, schema);
}

/** The schema of the queue: that of the register with an ending. */
async function schemaOf(db: Kysely<RegisterTables>): Promise<string> {
  const { rows } = await sql<{ schema: string }>`select current_schema() as schema`.execute(db);
  return `${rows[0]?.schema ?? 'public'}_queue`;
}

async function isThere(db: Kysely<RegisterTables>, schema: string): Promise<boolean> {
  // Also where the user has no right to it.
  const { rows } = await sql`select from pg_tables
    where schemaname = ${schema} and tablename = 'waiting_file'`.execute(db);
  return rows.length > 0;
}

/** What pg-boss sends goes through the register's own connection, or through a transaction of it. */
const executorOf = (db: Kysely<RegisterTables>): PgBoss.Db => ({
  executeSql: async (text, values) => {
    const { rows } = await db.executeQuery(CompiledQuery.raw(text, values));
    return { rows };
  },
});

/** Makes what is missing; one program at a time. */
async function prepare(db: Kysely<RegisterTables>, boss: PgBoss, schema: string): Promise<void> {
  await sql`select pg_advisory_lock(${lockOf(schema)})`.execute(db);
  try {
    await boss.start();
    if (await isThere(db, schema)) return;
    await boss.createQueue(queueName, {
      ...{ name: queueName, retryLimit: maxWorkersEnded - 1, expireInSeconds: longestImport },
      // Until somebody starts a worker.
      retentionDays: 3650,
    });
    await sql`create table ${sql.id(schema, 'waiting_file')} (id uuid primary key, path text not null, name text not null,
      bytes bytea not null, import text not null)`.execute(db);
  } finally {
    await sql`select pg_advisory_unlock(${lockOf(schema)})`.execute(db);
  }
}

function queueIn(db: Kysely<RegisterTables>, boss: PgBoss, schema: string): Queue {
  const tablesOf = (one: Kysely<RegisterTables>): Kysely<QueueTables> =>
    // The same connection; its tables are those of the queue's schema.
    one.withSchema(schema) as unknown as Kysely<QueueTables>;
  const fileOf = async (one: Kysely<RegisterTables>, id: string): Promise<TakenFile | undefined> => {
    const row = await tablesOf(one).selectFrom('waiting_file').selectAll().where('id', '=', id).executeTakeFirst();
    return row === undefined ? undefined : { ...row, import: readWaitingImport(row.import) };
  };
  const lock = async (id: string): Promise<boolean> => {
    const { rows } = await sql<{ free: boolean }>`select pg_try_advisory_lock(${lockOf(id)}) as free`.execute(db);
    return rows[0]?.free === true;
  };
  const unlock = (one: Kysely<RegisterTables>, id: string) =>
    sql`select pg_advisory_unlock(${lockOf(id)})`.execute(one);
  // In the transaction: whoever gets the lock before it ends waits for it, and finds the job gone.
  const remove = async (transaction: Kysely<RegisterTables>, { id }: TakenFile): Promise<void> => {
    await tablesOf(transaction).deleteFrom('waiting_file').where('id', '=', id).execute();
    await boss.deleteJob(queueName, id, { db: executorOf(transaction) });
    await unlock(transaction, id);
  };
  // Workers take files beside each other.
  const besideOthers = () => db.transaction().setIsolationLevel('read committed');
  const jobs = () => tablesOf(db).selectFrom('job').where('name', '=', queueName);
  const jobsThatAre = async (state: string): Promise<readonly string[]> => {
    const rows = await jobs().select('id').where('state', '=', sql<string>`${state}`).orderBy('created_on').execute();
    return rows.map(({ id }) => id);
  };
  const stateOf = async (id: string): Promise<string | undefined> =>
    (await jobs().select('state').where('id', '=', id).executeTakeFirst())?.state;
  return {
    add: (files) =>
      db.transaction().execute(async (transaction) => {
        const rows = files.map((file, index) => ({
          ...file,
          id: orderedId(index),
          import: JSON.stringify(file.import),
        }));
        if (rows.length === 0) return;
        await tablesOf(transaction).insertInto('waiting_file').values(rows).execute();
        const added = rows.map(({ id }) => ({ id, name: queueName }));
        await boss.insert(added, { db: executorOf(transaction) });
      }),

    take: async (finished) => {
      await refuseMigrated(db);
      return besideOthers().execute(async (transaction) => {
        if (finished !== undefined) await remove(transaction, finished);
        const [job] = await boss.fetch(queueName, { batchSize: 1, db: executorOf(transaction) });
        if (job === undefined) return undefined;
        // Before anybody else can see that it is taken.
        await sql`select pg_advisory_lock(${lockOf(job.id)})`.execute(transaction);
        return fileOf(transaction, job.id);
      });
    },

    done: (file) => besideOthers().execute((transaction) => remove(transaction, file)),

    recover: async () => {
      await boss.expire();
      for (const id of await jobsThatAre('active')) {
        if (!(await lock(id))) continue;
        // It may have been done, or put back by another worker, before the lock.
        if ((await stateOf(id)) === 'active') await boss.fail(queueName, id, { problem: 'the worker ended' });
        await unlock(db, id);
      }
      for (const id of await jobsThatAre('failed')) {
        if (!(await lock(id))) continue;
        if ((await stateOf(id)) === 'failed') return fileOf(db, id);
        await unlock(db, id);
      }
      return undefined;
    },

    count: async () => {
      const { rows } = await sql`select count(*) filter (where state = 'active' and exists (select from ${heldLocks}
        where key = hashtextextended('scorebook ' || id::text, 0)))::integer as active, count(*)::integer as files,
        min(created_on) as oldest from ${sql.id(schema, 'job')} where name = ${queueName}`.execute(db);
      const { active, files, oldest } = counted.parse(rows[0]);
      return { waiting: files - active, beingRead: active, oldest: oldest ?? undefined };
    },
  };
}

const counted = z.object({ active: z.int(), files: z.int(), oldest: z.date().nullable() });

/** The keys of the advisory locks that are held in this database: the server stores each as two numbers. */
const heldLocks = sql`(select classid::bigint << 32 | objid::bigint as key from pg_locks where locktype = 'advisory'
  and objsubid = 1 and granted and database = (select oid from pg_database where datname = current_database())) held`;

const lockOf = (id: string) => sql`hashtextextended(${`scorebook ${id}`}, 0)`;

/** A UUID that sorts by its place: jobs that were added at once are taken in that order. */
const orderedId = (place: number): string => `${place.toString(16).padStart(8, '0')}${randomUUID().slice(8)}`;
