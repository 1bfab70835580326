import { sql } from 'kysely';
import { isOnServer } from '../database/dialect.ts';
import { writeLog } from '../log/log.ts';
import type { OpenDatabase } from '../tables/openDatabase.ts';
import type { Register } from '../tables/register.ts';
import { storedTime } from '../tables/storedTime.ts';

/** A refused file with stored bytes. */
export interface RefusedFile {
  /** Number of the return. */
  readonly id: number;
  readonly name: string;
  readonly sha256: string;
  /** The time of its last refusal. */
  readonly refused: Date;
  /** Its size in the register, in bytes. */
  readonly stored: number;
}

/** The refused files with stored bytes that last came before a day; the largest first. */
export async function refusedFiles({ db }: OpenDatabase, before: Date): Promise<readonly RefusedFile[]> {
  const rows = await db
    .with('refusal', (query) =>
      query
        .selectFrom('log')
        .select(({ fn }) => ['details as file', fn.max('at').as('at')])
        .where('what', '=', 'refused')
        .groupBy('details'),
    )
    .selectFrom('return')
    .innerJoin('file', 'file.sha256', 'return.file')
    .leftJoin('refusal', 'refusal.file', 'return.file')
    .select(['return.id', 'return.received_at', 'file.name', 'file.sha256', 'refusal.at'])
    .select(sql<number>`length(file.bytes)`.as('stored'))
    .where('return.status', '=', 'refused')
    .where('file.encoding', 'in', ['plain', 'deflate'])
    .orderBy('stored', 'desc')
    .orderBy('return.id')
    .execute();
  return rows
    .map(({ received_at, at, ...row }) => ({
      ...row,
      refused: storedTime(at ?? received_at, `the time at which return ${row.id} was refused`),
    }))
    .filter(({ refused }) => refused < before);
}

/**
 * Removes the bytes of refused files that came before a day, in one transaction, and frees their space on the disk.
 * Name, size, SHA-256, findings and message stay. Accepted returns are not touched.
 *
 * @returns The files.
 */
export async function pruneRefused(register: Register, before: Date, now: Date): Promise<readonly RefusedFile[]> {
  const { db } = register;
  const pruned = await db.transaction().execute(async (transaction) => {
    const files = await refusedFiles({ db: transaction }, before);
    for (const file of files) await pruneOne({ ...register, db: transaction }, file, now);
    return files;
  });
  // A server frees the space by itself.
  if (isOnServer(db)) return pruned;
  // A run may have been interrupted between the two steps.
  const { rows } = await sql<{ freelist_count: number }>`pragma freelist_count`.execute(db);
  if ((rows[0]?.freelist_count ?? 0) > 0) await sql`vacuum`.execute(db);
  await sql`pragma wal_checkpoint(truncate)`.execute(db);
  return pruned;
}

async function pruneOne(register: Register, { sha256 }: RefusedFile, now: Date): Promise<void> {
  const { db } = register;
  await db
    .updateTable('file')
    .set({ encoding: 'pruned', bytes: new Uint8Array(), size: sql`coalesce(size, length(bytes))` })
    .where('sha256', '=', sha256)
    .execute();
  await writeLog(register, { at: now, what: 'pruned', details: sha256, about: ['return', sha256] });
}
