import { randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { RegisterTables } from '../tables/schema.ts';

/**
 * Makes the missing tables and columns of version 1. Registers from before versions were counted lack some of them.
 */
export async function createTables(db: Kysely<RegisterTables>): Promise<void> {
  const isNew = (await db.introspection.getTables()).length === 0;
  const make = db.schema;
  await make
    .createTable('setting')
    .ifNotExists()
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('value', 'text', (column) => column.notNull())
    .execute();
  await make
    .createTable('round')
    .ifNotExists()
    .addColumn('round', 'text', (column) => column.notNull())
    .addColumn('instrument', 'text', (column) => column.notNull())
    .addColumn('edition', 'text', (column) => column.notNull())
    .addColumn('due', 'text', (column) => column.notNull())
    .addColumn('marking', 'text')
    .addColumn('fingerprint', 'text')
    .addPrimaryKeyConstraint('round_key', ['round', 'instrument'])
    .execute();
  await make
    .createTable('partner')
    .ifNotExists()
    .addColumn('round', 'text', (column) => column.notNull())
    .addColumn('instrument', 'text', (column) => column.notNull())
    .addColumn('code', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('region_code', 'text')
    .addColumn('region_name', 'text')
    .addColumn('area_code', 'text')
    .addColumn('area_name', 'text')
    .addColumn('kind', 'text')
    .addColumn('email', 'text')
    .addPrimaryKeyConstraint('partner_key', ['round', 'instrument', 'code'])
    .addForeignKeyConstraint('partner_round', ['round', 'instrument'], 'round', ['round', 'instrument'])
    .execute();
  await make
    .createTable('workbook')
    .ifNotExists()
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('round', 'text', (column) => column.notNull())
    .addColumn('instrument', 'text', (column) => column.notNull())
    .addColumn('partner', 'text', (column) => column.notNull())
    .addColumn('edition', 'text', (column) => column.notNull())
    .addColumn('fingerprint', 'text', (column) => column.notNull())
    .addColumn('issued_at', 'text', (column) => column.notNull())
    .addColumn('details', 'text', (column) => column.notNull())
    .addColumn('file_name', 'text', (column) => column.notNull())
    .addColumn('sha256', 'text')
    .addColumn('sheets', 'text')
    .addUniqueConstraint('workbook_once', ['round', 'instrument', 'partner', 'fingerprint', 'details'])
    .addForeignKeyConstraint('workbook_partner', ['round', 'instrument', 'partner'], 'partner', [
      'round',
      'instrument',
      'code',
    ])
    .execute();
  await make
    .createTable('definition')
    .ifNotExists()
    .addColumn('instrument', 'text', (column) => column.notNull())
    .addColumn('edition', 'text', (column) => column.notNull())
    .addColumn('fingerprint', 'text', (column) => column.notNull())
    .addColumn('json', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('definition_key', ['instrument', 'edition', 'fingerprint'])
    .execute();
  await make
    .createTable('detail')
    .ifNotExists()
    .addColumn('digest', 'text', (column) => column.primaryKey())
    .addColumn('json', 'text', (column) => column.notNull())
    .execute();
  await make
    .createTable('file')
    .ifNotExists()
    .addColumn('sha256', 'text', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('bytes', 'blob', (column) => column.notNull())
    .addColumn('received_at', 'text', (column) => column.notNull())
    .execute();
  await make
    .createTable('return')
    .ifNotExists()
    .addColumn('id', 'integer', (column) => column.primaryKey().autoIncrement())
    .addColumn('file', 'text', (column) => column.notNull().unique().references('file.sha256'))
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('workbook', 'text', (column) => column.references('workbook.id'))
    .addColumn('received_at', 'text', (column) => column.notNull())
    .addColumn('coverage', 'real')
    .addColumn('band', 'text')
    .execute();
  await make
    .createTable('answer')
    .ifNotExists()
    .addColumn('return_id', 'integer', (column) => column.notNull().references('return.id').onDelete('cascade'))
    .addColumn('section', 'text', (column) => column.notNull())
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('field', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('value', 'text')
    .addPrimaryKeyConstraint('answer_key', ['return_id', 'section', 'subject', 'field'])
    .execute();
  await make
    .createTable('finding')
    .ifNotExists()
    .addColumn('return_id', 'integer', (column) => column.notNull().references('return.id').onDelete('cascade'))
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('code', 'text', (column) => column.notNull())
    .addColumn('severity', 'text', (column) => column.notNull())
    .addColumn('place', 'text', (column) => column.notNull())
    .addColumn('facts', 'text', (column) => column.notNull())
    .addColumn('message', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('finding_key', ['return_id', 'position'])
    .execute();
  await make
    .createTable('message')
    .ifNotExists()
    .addColumn('id', 'integer', (column) => column.primaryKey().autoIncrement())
    .addColumn('round', 'text', (column) => column.notNull())
    .addColumn('instrument', 'text', (column) => column.notNull())
    .addColumn('partner', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('about', 'text', (column) => column.notNull())
    .addColumn('message_id', 'text', (column) => column.notNull().unique())
    .addColumn('recipient', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('detail', 'text')
    .addColumn('draft', 'text')
    .addForeignKeyConstraint('message_partner', ['round', 'instrument', 'partner'], 'partner', [
      'round',
      'instrument',
      'code',
    ])
    .execute();
  await make
    .createTable('received_message')
    .ifNotExists()
    .addColumn('return_id', 'integer', (column) => column.primaryKey().references('return.id').onDelete('cascade'))
    .addColumn('sender', 'text')
    .addColumn('sender_name', 'text')
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('sent_at', 'text')
    .addColumn('message_id', 'text')
    .addColumn('forwarded_by', 'text', (column) => column.notNull())
    .addColumn('arrived_at', 'text')
    .execute();
  await make
    .createTable('seen_message')
    .ifNotExists()
    .addColumn('mailbox', 'text', (column) => column.notNull())
    .addColumn('folder', 'text', (column) => column.notNull())
    .addColumn('uid_validity', 'text', (column) => column.notNull())
    .addColumn('uid', 'integer', (column) => column.notNull())
    .addColumn('message_id', 'text')
    .addColumn('seen_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('seen_message_key', ['mailbox', 'folder', 'uid_validity', 'uid'])
    .execute();
  await make
    .createTable('log')
    .ifNotExists()
    .addColumn('id', 'integer', (column) => column.primaryKey().autoIncrement())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('what', 'text', (column) => column.notNull())
    .addColumn('details', 'text', (column) => column.notNull())
    .execute();
  await make
    .createTable('agreement')
    .ifNotExists()
    .addColumn('id', 'integer', (column) => column.primaryKey().autoIncrement())
    .addColumn('round', 'text', (column) => column.notNull())
    .addColumn('instrument', 'text', (column) => column.notNull())
    .addColumn('area', 'text', (column) => column.notNull())
    .addColumn('item', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('level', 'integer')
    .addColumn('agreed_on', 'text', (column) => column.notNull())
    .addColumn('present', 'text', (column) => column.notNull())
    .addColumn('recorded_at', 'text', (column) => column.notNull())
    .addForeignKeyConstraint('agreement_round', ['round', 'instrument'], 'round', ['round', 'instrument'])
    .execute();
  const tables = await db.introspection.getTables();
  // Registers made before rounds had a wording, workbooks their contents, and drafts a digest, lack the columns.
  for (const [table, column] of [
    ['round', 'fingerprint'],
    ['workbook', 'sheets'],
    ['message', 'draft'],
  ] as const) {
    const known = tables.find(({ name }) => name === table)?.columns.some(({ name }) => name === column);
    if (known === false) await make.alterTable(table).addColumn(column, 'text').execute();
  }
  await make.createIndex('return_workbook').ifNotExists().on('return').column('workbook').execute();
  if (isNew) await makeSealKey(db);
}

/** The key is made with the tables only: one that was made later would not fit the seals of issued workbooks. */
export async function makeSealKey(db: Kysely<RegisterTables>): Promise<void> {
  const value = randomBytes(32).toString('hex');
  await db.insertInto('setting').values({ name: 'seal key', value }).execute();
}
