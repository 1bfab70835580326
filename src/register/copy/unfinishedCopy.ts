import type { Kysely } from 'kysely';
import { UnusableRegister } from '../migrations/migrate.ts';
import type { RegisterTables } from '../tables/schema.ts';

/** The setting of a copy that is not complete yet. */
export const unfinishedCopy = 'unfinished copy';

/** @throws UnusableRegister for a copy that is not complete. */
export async function refuseUnfinished(db: Kysely<RegisterTables>): Promise<void> {
  const mark = await db.selectFrom('setting').select('name').where('name', '=', unfinishedCopy).executeTakeFirst();
  if (mark !== undefined) {
    throw new UnusableRegister('it is a copy that was broken off. Complete it with scorebook register copy');
  }
}
