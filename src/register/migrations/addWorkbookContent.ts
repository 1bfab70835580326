import { type Kysely, sql } from 'kysely';
import type { RegisterTables } from '../tables/schema.ts';

/**
 * Makes a table of the contents of each workbook's sheets. Until now one column of the workbook listed the digests, separated
 * by spaces, and of two commands that wrote at once one lost its digest. A workbook without a stored digest gets the digest
 * "unknown", which no content has: a file that an earlier version wrote may still come back.
 */
export async function addWorkbookContent(db: Kysely<RegisterTables>): Promise<void> {
  await db.schema
    .createTable('workbook_content')
    .addColumn('workbook', 'text', (column) => column.notNull().references('workbook.id'))
    .addColumn('digest', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('workbook_content_key', ['workbook', 'digest'])
    .execute();
  // "a b" becomes ["a","b"].
  await sql`insert or ignore into workbook_content (workbook, digest)
    select workbook.id, content.value
    from workbook, json_each('[' || replace(json_quote(coalesce(nullif(trim(sheets), ''), 'unknown')), ' ', '","') || ']')
      as content`.execute(db);
  await sql`alter table workbook drop column sheets`.execute(db);
}
