import { type Kysely, sql } from 'kysely';
import type { RegisterTables } from '../tables/schema.ts';

/**
 * Makes a table of what was on the sheets of each workbook. Until now one column of the workbook listed the digests, with
 * spaces between them, and two commands that wrote at once lost one of theirs. A workbook of which an earlier version stored
 * nothing gets the digest "unknown", which is that of no content: a file of that version may still come back.
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
