import type { Kysely } from 'kysely';
import type { RegisterTables } from '../tables/schema.ts';

/** Makes the table of prints, by which returns are compared. Returns that earlier versions recorded have none. */
export async function addPrints(db: Kysely<RegisterTables>): Promise<void> {
  await db.schema
    .createTable('print')
    .addColumn('return_id', 'integer', (column) => column.notNull().references('return.id').onDelete('cascade'))
    .addColumn('part', 'text', (column) => column.notNull())
    .addColumn('digest', 'text', (column) => column.notNull())
    .addColumn('bits', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('print_key', ['return_id', 'part'])
    .execute();
  await db.schema.createIndex('print_digest').on('print').column('digest').execute();
}
