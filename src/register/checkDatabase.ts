import { sql } from 'kysely';
import { type Finding, finding } from '../finding.ts';
import type { Register } from './openRegister.ts';

/** What SQLite itself finds wrong with the file of the register, and rows that belong to none. */
export async function checkDatabase({ db }: Register): Promise<readonly Finding[]> {
  const { rows } = await sql<{ integrity_check: string }>`pragma integrity_check(20)`.execute(db);
  const problems = rows.map((row) => row.integrity_check).filter((said) => said !== 'ok');
  const orphans = await sql<{ table: string; parent: string }>`pragma foreign_key_check`.execute(db);
  const lost = new Set(
    orphans.rows.map(({ table, parent }) => `rows of "${table}" name a "${parent}" that is not there`),
  );
  return [...problems, ...lost].map((problem) => finding('register.damaged', {}, { problem }));
}
