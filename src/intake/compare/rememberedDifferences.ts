import { type Kysely, sql } from 'kysely';
import type { RecordedFinding } from '../../finding/index.ts';
import { findingRow } from '../../register/rows/findingRow.ts';
import { findingsOfRows } from '../../register/rows/storedFindings.ts';
import type { OpenDatabase } from '../../register/tables/openDatabase.ts';
import type { Register } from '../../register/tables/register.ts';
import type { FindingTable, RegisterTables } from '../../register/tables/schema.ts';
import type { Differences, EarlierReturn } from './compareReturn.ts';

/**
 * Remembers the differences of a return until the register is closed, so that nobody works them out again. They are in a
 * temporary table, which SQLite has on the disk: those of thousands of returns would fill the memory.
 * https://sqlite.org/tempfiles.html
 */
export async function rememberDifferences(
  register: Register,
  id: number,
  { earlier, findings }: Differences,
): Promise<void> {
  const db = await temporaryTable(register);
  await db.deleteFrom('difference').where('return_id', '=', id).execute();
  for (const [position, found] of findings.entries()) {
    await db
      .insertInto('difference')
      .values({ ...findingRow(id, position, found), earlier: keyOf(earlier) })
      .execute();
  }
}

/** The differences of a return from an earlier one; undefined where they are not remembered. */
export async function rememberedDifferences(
  register: Register,
  id: number,
  earlier: EarlierReturn,
): Promise<readonly RecordedFinding[] | undefined> {
  const db = await temporaryTable(register);
  const rows = await db
    .selectFrom('difference')
    .selectAll()
    .where('return_id', '=', id)
    .where('earlier', '=', keyOf(earlier))
    .orderBy('position')
    .execute();
  return rows.length === 0 ? undefined : findingsOfRows(rows);
}

/** The findings name the time at which the earlier one came. */
const keyOf = ({ id, received }: EarlierReturn): string => `${id} ${received.toISOString()}`;

interface Tables extends RegisterTables {
  readonly difference: FindingTable & { readonly earlier: string };
}

async function temporaryTable({ db }: OpenDatabase): Promise<Kysely<Tables>> {
  await sql`create temp table if not exists difference (return_id integer, position integer, code text, severity text,
    place text, facts text, message text, earlier text, primary key (return_id, position))`.execute(db);
  return db.withTables<Pick<Tables, 'difference'>>();
}
