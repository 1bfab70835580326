import { createHmac } from 'node:crypto';
import { z } from 'zod';
import { enterLog } from '../database/serverFunctions.ts';
import type { Register } from '../tables/register.ts';
import type { LogTable } from '../tables/schema.ts';
import { digestOf, type LogSubject } from './logSubject.ts';
import { takeLogTurn } from './logTurn.ts';

export interface LogEntry {
  readonly at: Date;
  /** As in `accepted`. */
  readonly what: string;
  readonly details: string;
  /** The subject. The entry is written last in its transaction, and has a digest of the subject. */
  readonly about: LogSubject;
}

type Writing = Pick<Register, 'db' | 'sealKey' | 'limits'>;

/** Adds an entry to the log, inside the transaction that it reports. */
export async function writeLog(register: Writing, entry: LogEntry): Promise<void> {
  const digest = await digestOf(register.db, entry.about);
  if (register.limits !== undefined) await enterLog(register.db, rowOf(entry, digest), false);
  else await append(register, entry, digest);
}

/** The same, unless the last entry about the same thing has the same digest. */
export async function logChange(register: Writing, entry: LogEntry): Promise<void> {
  const digest = await digestOf(register.db, entry.about);
  if (register.limits !== undefined) return enterLog(register.db, rowOf(entry, digest), true);
  const last = await register.db
    .selectFrom('log')
    .select('digest')
    .where('about', '=', JSON.stringify(entry.about))
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (last?.digest !== digest) await append(register, entry, digest);
}

async function append({ db, sealKey }: Writing, entry: LogEntry, digest: string): Promise<void> {
  await takeLogTurn(db);
  const last = await db.selectFrom('log').select('chain').orderBy('id', 'desc').limit(1).executeTakeFirst();
  const row = rowOf(entry, digest);
  const chain = chainOf(sealKey, last?.chain ?? '', row);
  const { id } = await db
    .insertInto('log')
    .values({ ...row, chain })
    .returning('id')
    .executeTakeFirstOrThrow();
  const value = JSON.stringify({ id, chain });
  await db
    .insertInto('setting')
    .values({ name: logHeadSetting, value })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
    .execute();
}

const rowOf = ({ at, what, details, about }: LogEntry, digest: string) => ({
  ...{ at: at.toISOString(), what, details },
  ...{ about: JSON.stringify(about), digest },
});

/** The setting with the number of the last entry, which reveals that the last ones were removed. */
export const logHeadSetting = 'log head';
export const logHeadSchema = z.object({ id: z.number(), chain: z.string() });

/** The HMAC-SHA-256 of an entry and of the chain before it. Registers store its results, so that it never changes. */
export const chainOf = (
  sealKey: Uint8Array,
  before: string,
  {
    at,
    what,
    details,
    about,
    digest,
  }: Pick<LogTable, 'what' | 'details' | 'about' | 'digest'> & { readonly at: string },
): string =>
  createHmac('sha256', sealKey)
    .update(JSON.stringify([before, at, what, details, about, digest]))
    .digest('hex');
