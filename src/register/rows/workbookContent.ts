import { sql } from 'kysely';
import type { Register } from '../tables/register.ts';

/** Records what is on the sheets of a workbook as it is written now, beside what was on them before. */
export async function addWorkbookContent(
  { db }: Pick<Register, 'db'>,
  workbook: string,
  digest: string,
): Promise<void> {
  await db
    .insertInto('workbook_content')
    .values({ workbook, digest })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** The digests of what was on the sheets of a workbook, for each version of it that was written, earliest first. */
export async function workbookContents({ db }: Pick<Register, 'db'>, workbook: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('workbook_content')
    .select('digest')
    .where('workbook', '=', workbook)
    // As they were added.
    .orderBy(sql`rowid`)
    .execute();
  return rows.map(({ digest }) => digest);
}
