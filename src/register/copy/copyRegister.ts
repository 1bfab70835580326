import { type Kysely, sql } from 'kysely';
import { isOnServer } from '../database/dialect.ts';
import { sealKeyOf } from '../database/sealKey.ts';
import type { Register } from '../tables/register.ts';
import type { RegisterTables } from '../tables/schema.ts';
import { versionSetting } from '../tables/versionSetting.ts';
import { copiedTables, numberedTables } from './copiedTables.ts';
import { copiedColumns, digestOfTable, lastRow, type Row, tableRows } from './tableRows.ts';
import { unfinishedCopy } from './unfinishedCopy.ts';

/** What a register was copied to: the rows of each table, which are equal in both. */
export type CopiedRows = ReadonlyMap<string, number>;

/** The target holds another register, or tables of it differ at the end. The message is a clause. */
export class NotCopied extends Error {}

/**
 * Copies a register, as it is at one moment, into an empty one, between any two kinds of database; carries on where a copy was
 * broken off. Until it is complete and every table has been compared, the copy cannot be opened otherwise.
 *
 * @param onTable Called before each table.
 * @throws NotCopied
 */
export async function copyRegister(
  from: Register,
  to: Register,
  onTable: (table: string) => void,
): Promise<CopiedRows> {
  return atOneMoment(from.db, async () => {
    await prepareTarget(from, to);
    for (const table of tablesInOrder) {
      onTable(table);
      await copyTable(from.db, to.db, table);
    }
    await goOnAfterLast(to.db);
    const copied = new Map<string, number>();
    for (const table of tablesInOrder) {
      const [source, target] = [
        await digestOfTable(from.db, table, isCopied(table)),
        await digestOfTable(to.db, table, isCopied(table)),
      ];
      if (source.digest !== target.digest) {
        throw new NotCopied(
          `the table ${table} is not the same in both (${source.rows} and ${target.rows} rows). Delete the copy and begin again`,
        );
      }
      copied.set(table, source.rows);
    }
    await to.db.deleteFrom('setting').where('name', '=', unfinishedCopy).execute();
    return copied;
  });
}

// Object.keys gives the keys of the record, which are all tables.
const tablesInOrder = Object.keys(copiedTables) as readonly (keyof RegisterTables)[];

/** Reads everything from one state of the database, while others go on writing. A register has one connection. */
async function atOneMoment<T>(db: Kysely<RegisterTables>, work: () => Promise<T>): Promise<T> {
  await (isOnServer(db) ? sql`begin transaction isolation level repeatable read read only` : sql`begin`).execute(db);
  try {
    return await work();
  } finally {
    await sql`rollback`.execute(db);
  }
}

async function prepareTarget(from: Register, to: Register): Promise<void> {
  const value = await storedKey(from.db);
  await to.db.transaction().execute(async (db) => {
    if ((await storedKey(db)) !== value) {
      for (const table of tablesInOrder) {
        if (table !== 'setting' && (await lastRow(db, table)) !== undefined) {
          throw new NotCopied('it holds another register. Copy to a new file, or to an empty database');
        }
      }
      await db.deleteFrom('setting').where('name', '<>', versionSetting).execute();
      await db.insertInto('setting').values({ name: 'seal key', value }).execute();
    } else {
      const unfinished = await db.selectFrom('setting').select('name').where('name', '=', unfinishedCopy).execute();
      if (unfinished.length === 0)
        throw new NotCopied('it is a complete copy already. Copy to a new file, or to an empty database');
    }
    await db
      .insertInto('setting')
      .values({ name: unfinishedCopy, value: '' })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  });
}

/** The key as stored: that of an open register is the one with which it was opened. */
const storedKey = async (db: Kysely<RegisterTables>): Promise<string> =>
  Buffer.from(await sealKeyOf(db)).toString('hex');

/** A database's own version, and the mark of an unfinished copy, are no part of a register. */
const isCopied =
  (table: keyof RegisterTables) =>
  (row: Row): boolean =>
    table !== 'setting' || (row['name'] !== versionSetting && row['name'] !== unfinishedCopy);

async function copyTable(
  from: Kysely<RegisterTables>,
  to: Kysely<RegisterTables>,
  table: keyof RegisterTables,
): Promise<void> {
  // Settings are few, and are not copied in the order of their names.
  const after = table === 'setting' ? undefined : await lastRow(to, table);
  for await (const rows of tableRows(from, table, after)) {
    await to.transaction().execute(async (db) => {
      for (const some of inParts(rows.filter(isCopied(table)))) {
        const names = copiedColumns(table, some[0] ?? {}).map(([name]) => name);
        const values = some.map(
          (row) => sql`(${sql.join(copiedColumns(table, row).map(([, value]) => sql`${value}`))})`,
        );
        await sql`insert into ${sql.table(table)} (${sql.join(names.map((name) => sql.ref(name)))})
          values ${sql.join(values)} on conflict do nothing`.execute(db);
      }
    });
  }
}

/** Rows of one statement, which may have some tens of thousands of values. */
const maxRows = 500;

function inParts(rows: readonly Row[]): readonly (readonly Row[])[] {
  const parts: (readonly Row[])[] = [];
  for (let start = 0; start < rows.length; start += maxRows) parts.push(rows.slice(start, start + maxRows));
  return parts;
}

async function goOnAfterLast(db: Kysely<RegisterTables>): Promise<void> {
  if (!isOnServer(db)) return;
  for (const table of numberedTables) {
    await sql`select setval(pg_get_serial_sequence(${`"${table}"`}, 'id'), coalesce(max(id), 0) + 1, false)
      from ${sql.table(table)}`.execute(db);
  }
}
