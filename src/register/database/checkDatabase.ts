import { sql } from 'kysely';
import { type Finding, finding } from '../../finding/index.ts';
import type { OpenDatabase } from '../tables/openDatabase.ts';
import type { Register } from '../tables/register.ts';
import { isOnServer } from './dialect.ts';

/** Findings for faults that SQLite finds in the file of the register, and for rows that refer to missing ones. */
export async function checkDatabase(register: Register): Promise<readonly Finding[]> {
  return [...(await checkPages(register)), ...(await checkReferences(register))];
}

/** Faults that SQLite finds in the pages of the file. A server looks after its own. */
export async function checkPages({ db }: OpenDatabase): Promise<readonly Finding[]> {
  if (isOnServer(db)) return [];
  const { rows } = await sql<{ integrity_check: string }>`pragma integrity_check(20)`.execute(db);
  return rows
    .filter((row) => row.integrity_check !== 'ok')
    .map((row) => finding('register.damaged', {}, { problem: row.integrity_check }));
}

/** Rows that refer to a missing row of another table. A server allows none. */
export async function checkReferences({ db }: OpenDatabase): Promise<readonly Finding[]> {
  if (isOnServer(db)) return [];
  const orphans = await sql<{ table: string; parent: string }>`pragma foreign_key_check`.execute(db);
  const lost = new Set(
    orphans.rows.map(({ table, parent }) => `rows of "${table}" name a "${parent}" that is not there`),
  );
  return [...lost].map((problem) => finding('register.damaged', {}, { problem }));
}
