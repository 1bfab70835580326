import { createHash } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import type { RegisterTables } from '../tables/schema.ts';
import { rowsSeen } from './rowsSeen.ts';
import { rowsWritten } from './rowsWritten.ts';
import { makeWriterFunctions, writerFunctions } from './writerFunctions.ts';

/** The view with the key that takes the place of the register's own for a user who must not have that. */
export const ownKeyView = 'own_key';

const policy = sql.id('of visible partners');

/**
 * Has the server show each user the rows of its regions alone, in a transaction; the owner of the tables sees all as before.
 * Those who had rights to the tables already, and are granted no region, see no row from now on.
 */
export async function limitRows(db: Kysely<RegisterTables>): Promise<void> {
  await sql`alter table partner enable row level security`.execute(db);
  for (const [table, seen] of Object.entries(rowsSeen)) {
    await sql`alter table ${sql.table(table)} enable row level security`.execute(db);
    await sql`drop policy if exists ${policy} on ${sql.table(table)}`.execute(db);
    const rows = seen === 'none' ? 'false' : seen.rows;
    await sql`create policy ${policy} on ${sql.table(table)} for select using (${sql.raw(rows)})`.execute(db);
  }
  for (const [table, { rows }] of Object.entries(rowsWritten)) {
    const ofRows = sql.raw(rows);
    const conditions = {
      insert: sql`with check (${ofRows})`,
      update: sql`using (${ofRows}) with check (${ofRows})`,
      delete: sql`using (${ofRows})`,
    };
    for (const [work, condition] of Object.entries(conditions)) {
      const own = sql.id(`${work} of visible partners`);
      await sql`drop policy if exists ${own} on ${sql.table(table)}`.execute(db);
      await sql`create policy ${own} on ${sql.table(table)} for ${sql.raw(work)} ${condition}`.execute(db);
    }
  }
  await makeWriterFunctions(db);
  // A view has the rights of its owner, and its user is who asks.
  await sql`create or replace view ${sql.table(ownKeyView)} as
    select encode(sha256(convert_to(value || ' ' || current_user, 'UTF8')), 'hex') as value
    from setting where name = 'seal key'`.execute(db);
}

/** The key that this view gives a user, worked out from the register's own. */
export const ownKeyFor = (sealKey: Uint8Array, user: string): Uint8Array =>
  createHash('sha256')
    .update(`${Buffer.from(sealKey).toString('hex')} ${user}`)
    .digest();

/** Lets a user read what it sees, in a transaction. What it sees is decided by its regions. */
export async function allowReading(db: Kysely<RegisterTables>, user: string): Promise<void> {
  await forbidAll(db, user);
  await sql`grant usage on schema ${await presentSchema(db)} to ${sql.id(user)}`.execute(db);
  for (const table of ['partner', ownKeyView]) {
    await sql`grant select on ${sql.table(table)} to ${sql.id(user)}`.execute(db);
  }
  for (const [table, seen] of Object.entries(rowsSeen)) {
    if (seen === 'none') continue;
    const columns = seen.columns === undefined ? sql`` : sql`(${sql.join(seen.columns.map((name) => sql.id(name)))})`;
    await sql`grant select ${columns} on ${sql.table(table)} to ${sql.id(user)}`.execute(db);
  }
}

/** Lets a user who reads record returns of what it sees, in a transaction. */
export async function allowRecording(db: Kysely<RegisterTables>, user: string): Promise<void> {
  await sql`grant select on file to ${sql.id(user)}`.execute(db);
  for (const [table, written] of Object.entries(rowsWritten)) {
    const rights = [
      ...(written.insert === true ? [sql`insert`] : []),
      ...(written.delete === true ? [sql`delete`] : []),
      ...(written.update === undefined ? [] : [sql`update (${sql.join(written.update.map((name) => sql.id(name)))})`]),
    ];
    await sql`grant ${sql.join(rights)} on ${sql.table(table)} to ${sql.id(user)}`.execute(db);
  }
  for (const name of writerFunctions) {
    await sql`grant execute on function ${sql.raw(name)} to ${sql.id(user)}`.execute(db);
  }
}

/** Takes all rights to the register from a user, in a transaction. */
export async function forbidAll(db: Kysely<RegisterTables>, user: string): Promise<void> {
  const schema = await presentSchema(db);
  await sql`revoke all on all functions in schema ${schema} from ${sql.id(user)}`.execute(db);
  await sql`revoke all on all tables in schema ${schema} from ${sql.id(user)}`.execute(db);
  await sql`revoke all on schema ${schema} from ${sql.id(user)}`.execute(db);
}

async function presentSchema(db: Kysely<RegisterTables>) {
  const { rows } = await sql<{ schema: string }>`select current_schema() as schema`.execute(db);
  return sql.id(rows[0]?.schema ?? 'public');
}
