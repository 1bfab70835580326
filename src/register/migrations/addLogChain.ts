import { type Kysely, sql } from 'kysely';
import { sealKeyOf } from '../database/sealKey.ts';
import { chainOf, logHeadSetting } from '../log/log.ts';
import type { RegisterTables } from '../tables/schema.ts';

/**
 * Gives each entry of the log a digest that covers the entries before it. Entries of earlier versions have no digest of
 * their subjects, which may have been changed before.
 */
export async function addLogChain(db: Kysely<RegisterTables>): Promise<void> {
  for (const column of ['about', 'digest', 'chain'])
    await db.schema.alterTable('log').addColumn(column, 'text').execute();
  await db.schema.createIndex('log_about').on('log').column('about').execute();
  const { rows } = await sql<OldEntry>`select id, at, what, details from log order by id`.execute(db);
  const sealKey = await sealKeyOf(db);
  let last = { id: 0, chain: '' };
  for (const { id, ...entry } of rows) {
    const about = aboutOf(entry);
    const chain = chainOf(sealKey, last.chain, { ...entry, about, digest: null });
    await sql`update log set about = ${about}, chain = ${chain} where id = ${id}`.execute(db);
    last = { id, chain };
  }
  await beginChain(db, last);
}

/** Writes the settings of a chain that begins after an entry; a new log has none. */
export async function beginChain(
  db: Kysely<RegisterTables>,
  last: { readonly id: number; readonly chain: string } = { id: 0, chain: '' },
): Promise<void> {
  const start = String(last.id);
  await sql`insert into setting (name, value) values (${logHeadSetting}, ${JSON.stringify(last)}), (${logStartSetting}, ${start})`.execute(
    db,
  );
}

/** The setting with the number of the last entry from versions that stored no digests. */
export const logStartSetting = 'log start';

interface OldEntry {
  readonly id: number;
  readonly at: string;
  readonly what: string;
  readonly details: string;
}

function aboutOf({ what, details }: Pick<OldEntry, 'what' | 'details'>): string | null {
  if (what === 'accepted' || what === 'refused') return JSON.stringify(['return', details]);
  if (what === 'issued' || what === 'issued again')
    return JSON.stringify(['workbook', details.slice(details.lastIndexOf(' ') + 1)]);
  return null;
}
