import { type Kysely, sql } from 'kysely';
import type { RegisterTables } from '../tables/schema.ts';

/**
 * Adds to rounds the options with which they were generated, to partners a mark for those missing from the latest list, and
 * to workbooks the order in which they were last issued. Options that earlier versions did not store come from the workbook
 * that the round issued last.
 */
export async function rememberRounds(db: Kysely<RegisterTables>): Promise<void> {
  for (const column of ['return_to', 'branding', 'previous', 'folder']) {
    await sql`alter table round add column ${sql.ref(column)} text`.execute(db);
  }
  await sql`alter table partner add column unlisted integer not null default 0`.execute(db);
  await sql`alter table workbook add column issue_order integer not null default 0`.execute(db);
  await sql`update workbook set issue_order = ranked.place
    from (select id, row_number() over (order by issued_at, id) as place from workbook) as ranked
    where ranked.id = workbook.id`.execute(db);
  await sql`create index workbook_issue_order on workbook (issue_order)`.execute(db);
  const last = sql`(select details from workbook where workbook.round = round.round and workbook.instrument = round.instrument
    and details ->> 'correction' is null order by issue_order desc limit 1)`;
  await sql`update round set return_to = ${last} ->> 'returnTo', branding = ${last} ->> 'branding',
    previous = (select json ->> 'round' from detail where digest = ${last} ->> 'lastRound')`.execute(db);
}
