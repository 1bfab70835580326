import { sql } from 'kysely';
import { isOnServer } from '../database/dialect.ts';
import type { OpenDatabase } from '../tables/openDatabase.ts';

/** Records the contents of a workbook's sheets as written now, in addition to earlier ones. */
export async function addWorkbookContent({ db }: OpenDatabase, workbook: string, digest: string): Promise<void> {
  await db
    .insertInto('workbook_content')
    .values({ workbook, digest })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** The digests of the contents of a workbook's sheets, one for each version that was written, earliest first. */
export async function workbookContents({ db }: OpenDatabase, workbook: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('workbook_content')
    .select('digest')
    .where('workbook', '=', workbook)
    // In the order in which they were added.
    .orderBy(isOnServer(db) ? sql`added` : sql`rowid`)
    .execute();
  return rows.map(({ digest }) => digest);
}
