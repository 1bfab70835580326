import { type Kysely, sql } from 'kysely';
import type { RegisterTables } from '../tables/schema.ts';

/**
 * Makes the table of changes of rounds, and adds to rounds what e-mails need: the contact, their wording, how many reminders
 * there are and how far apart. What earlier versions changed is in the log only.
 */
export async function addRoundChanges(db: Kysely<RegisterTables>): Promise<void> {
  await db.schema
    .createTable('round_change')
    .addColumn('id', 'integer', (column) => column.primaryKey().autoIncrement())
    .addColumn('round', 'text', (column) => column.notNull())
    .addColumn('instrument', 'text', (column) => column.notNull())
    .addColumn('partner', 'text')
    .addColumn('what', 'text', (column) => column.notNull())
    .addColumn('before', 'text', (column) => column.notNull())
    .addColumn('after', 'text', (column) => column.notNull())
    .addColumn('undoes', 'integer', (column) => column.references('round_change.id'))
    .addColumn('reason', 'text')
    .addColumn('by', 'text')
    .addColumn('at', 'text', (column) => column.notNull())
    .addForeignKeyConstraint('round_change_round', ['round', 'instrument'], 'round', ['round', 'instrument'])
    .execute();
  await db.schema.createIndex('round_change_round').on('round_change').columns(['round', 'instrument']).execute();
  for (const column of ['closes', 'contact', 'wording']) {
    await sql`alter table round add column ${sql.ref(column)} text`.execute(db);
  }
  for (const column of ['max_reminders', 'days_between']) {
    await sql`alter table round add column ${sql.ref(column)} integer`.execute(db);
  }
}
