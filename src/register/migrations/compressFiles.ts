import { type Kysely, sql } from 'kysely';
import type { RegisterTables } from '../tables/schema.ts';

/** Adds to each file how its bytes are stored, and its original size; files in the register stay uncompressed. */
export async function compressFiles(db: Kysely<RegisterTables>): Promise<void> {
  await sql`alter table file add column encoding text not null default 'plain'`.execute(db);
  await sql`alter table file add column size integer`.execute(db);
}
