import { sql } from 'kysely';
import { type Finding, finding } from '../../finding/index.ts';
import type { Register } from '../tables/register.ts';

/** What SQLite itself finds wrong with the file of the register, and rows that belong to none. */
export async function checkDatabase(register: Register): Promise<readonly Finding[]> {
  return [...(await checkPages(register)), ...(await checkReferences(register))];
}

/** What SQLite finds wrong with the pages of the file. */
export async function checkPages({ db }: Register): Promise<readonly Finding[]> {
  const { rows } = await sql<{ integrity_check: string }>`pragma integrity_check(20)`.execute(db);
  return rows
    .filter((row) => row.integrity_check !== 'ok')
    .map((row) => finding('register.damaged', {}, { problem: row.integrity_check }));
}

/** Rows that name one of another table that is not there. */
export async function checkReferences({ db }: Register): Promise<readonly Finding[]> {
  const orphans = await sql<{ table: string; parent: string }>`pragma foreign_key_check`.execute(db);
  const lost = new Set(
    orphans.rows.map(({ table, parent }) => `rows of "${table}" name a "${parent}" that is not there`),
  );
  return [...lost].map((problem) => finding('register.damaged', {}, { problem }));
}
