import { type Kysely, sql } from 'kysely';
import type { RegisterTables } from '../tables/schema.ts';

/** What users who see some regions only ask the server to do for them: see `makeWriterFunctions`. */

type Db = Kysely<RegisterTables>;

/** Whether a text has the seal of the register. */
export async function isSealedBy(db: Db, text: string, seal: string): Promise<boolean> {
  const { rows } = await sql<{ is: boolean }>`select is_sealed(${text}, ${seal}) as is`.execute(db);
  return rows[0]?.is === true;
}

export interface EnteredReturn {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly received: string;
  readonly status: 'accepted' | 'refused';
  readonly workbook: string | null;
  readonly coverage: number | null;
  readonly band: string | null;
}

/** Stores a file and its return. @returns The return's number; undefined when it was accepted meanwhile. */
export async function enterReturn(db: Db, entered: EnteredReturn): Promise<number | undefined> {
  const { name, bytes, received, status, workbook, coverage, band } = entered;
  const { rows } = await sql<{ id: number | null }>`
    select enter_return(${name}, ${bytes}, ${received}, ${status}, ${workbook}, ${coverage}, ${band}) as id`.execute(
    db,
  );
  return rows[0]?.id ?? undefined;
}

export interface EnteredLog {
  readonly at: string;
  readonly what: string;
  readonly details: string;
  readonly about: string;
  readonly digest: string;
}

/** Adds an entry to the log. @param ifChanged Only where the last one about the same thing has another digest. */
export async function enterLog(
  db: Db,
  { at, what, details, about, digest }: EnteredLog,
  ifChanged: boolean,
): Promise<void> {
  await sql`select enter_log(${at}, ${what}, ${details}, ${about}, ${digest}, ${ifChanged})`.execute(db);
}
