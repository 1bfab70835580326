import { type Kysely, sql } from 'kysely';
import { isOnServer } from '../../register/database/dialect.ts';
import { enterReturn } from '../../register/database/serverFunctions.ts';
import type { StoredContent } from '../../register/rows/storedBytes.ts';
import type { RegisterTables } from '../../register/tables/schema.ts';
import type { IncomingFile } from './incomingFile.ts';
import type { Outcome } from './outcome.ts';

/** For a user who sees some regions only. */
export const enterOwn = (
  db: Kysely<RegisterTables>,
  { name, bytes, received }: IncomingFile,
  outcome: Outcome,
): Promise<number | undefined> =>
  enterReturn(db, { name, bytes, received: received.toISOString(), ...resultOf(outcome) });

/** A file with its return, of which nothing else is stored yet; undefined where the file was accepted meanwhile. */
export async function storeReturn(
  db: Kysely<RegisterTables>,
  file: IncomingFile,
  outcome: Outcome,
  content: StoredContent,
): Promise<number | undefined> {
  await db.deleteFrom('return').where('file', '=', file.sha256).where('status', '=', 'refused').execute();
  const meanwhile = await db.selectFrom('return').select('id').where('file', '=', file.sha256).executeTakeFirst();
  if (meanwhile !== undefined) return undefined;
  const received = file.received.toISOString();
  await storeFile(db, file, content);
  const { id } = await db
    .insertInto('return')
    .values({ file: file.sha256, received_at: received, ...resultOf(outcome) })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

const resultOf = (outcome: Outcome) => ({
  status: outcome.status,
  workbook: outcome.workbook ?? null,
  coverage: outcome.status === 'accepted' ? (outcome.coverage ?? null) : null,
  band: outcome.status === 'accepted' ? outcome.band : null,
});

/** Waits until no other transaction stores the same file. On SQLite a transaction has been alone since it began. */
export async function takeFile(db: Kysely<RegisterTables>, sha256: string): Promise<void> {
  if (isOnServer(db)) await sql`select pg_advisory_xact_lock(hashtextextended(${sha256}, 0))`.execute(db);
}

async function storeFile(db: Kysely<RegisterTables>, file: IncomingFile, content: StoredContent): Promise<void> {
  const { sha256, name } = file;
  const received_at = file.received.toISOString();
  const { encoding } = await db
    .insertInto('file')
    .values({ sha256, name, received_at, ...content })
    .onConflict((conflict) => conflict.column('sha256').doUpdateSet({ received_at }))
    .returning('encoding')
    .executeTakeFirstOrThrow();
  // It may have been refused without its bytes before.
  if (content.encoding === 'unstored' || (encoding !== 'unstored' && encoding !== 'pruned')) return;
  await db.updateTable('file').set(content).where('sha256', '=', sha256).execute();
}
