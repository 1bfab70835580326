import { createHash } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import { z } from 'zod';
import { isOnServer } from '../database/dialect.ts';
import type { RegisterTables } from '../tables/schema.ts';

type Db = Kysely<RegisterTables>;

export const logSubjectSchema = z.union([
  /** By the SHA-256 of the file. */
  z.tuple([z.literal('return'), z.string()]).readonly(),
  /** By name and instrument. */
  z.tuple([z.literal('round'), z.string(), z.string()]).readonly(),
  /** By round, instrument and code. */
  z.tuple([z.literal('partner'), z.string(), z.string(), z.string()]).readonly(),
  z.tuple([z.literal('workbook'), z.string()]).readonly(),
  z.tuple([z.literal('message'), z.number()]).readonly(),
  z.tuple([z.literal('agreement'), z.number()]).readonly(),
  z.tuple([z.literal('round change'), z.number()]).readonly(),
]);

/** A part of the register that the log covers: its kind and its key. */
export type LogSubject = z.infer<typeof logSubjectSchema>;

/** Replaces the digest of a part that is no longer in the register. */
export const removedDigest = '';

/**
 * The SHA-256, in hexadecimal digits, of everything that the register holds about a part; `removedDigest` if it holds
 * nothing. Columns without a value make no difference, so that a later version can add some.
 */
export async function digestOf(db: Db, subject: LogSubject): Promise<string> {
  const rows = await rowsOf(db, subject);
  if (rows.length === 0) return removedDigest;
  return createHash('sha256').update(JSON.stringify(rows)).digest('hex');
}

/** A row as its columns with their values, in the order of the columns' names. */
type DigestRow = readonly (readonly [column: string, value: unknown])[];

/** The rows that belong together; if there are any, the first exists. */
async function rowsOf(db: Db, subject: LogSubject): Promise<readonly DigestRow[]> {
  return subject[0] === 'return' ? returnRows(db, subject[1]) : (await otherRows(db, subject)).map(digestRow);
}

async function otherRows(
  db: Db,
  subject: Exclude<LogSubject, readonly ['return', string]>,
): Promise<readonly object[]> {
  switch (subject[0]) {
    case 'round': {
      const [, round, instrument] = subject;
      return db
        .selectFrom('round')
        .selectAll()
        .where((where) => where.and({ round, instrument }))
        .execute();
    }
    case 'partner': {
      const [, round, instrument, code] = subject;
      return db
        .selectFrom('partner')
        .selectAll()
        .where((where) => where.and({ round, instrument, code }))
        .execute();
    }
    case 'workbook': {
      const rows = await db.selectFrom('workbook').selectAll().where('id', '=', subject[1]).execute();
      // It changes whenever its file is written, and only helps to recognise it.
      return rows.map(({ sha256: _, ...row }) => row);
    }
    case 'message':
      return db.selectFrom('message').selectAll().where('id', '=', subject[1]).execute();
    case 'agreement':
      return db.selectFrom('agreement').selectAll().where('id', '=', subject[1]).execute();
    case 'round change':
      return db.selectFrom('round_change').selectAll().where('id', '=', subject[1]).execute();
  }
}

async function returnRows(db: Db, sha256: string): Promise<readonly DigestRow[]> {
  const row = await db
    .selectFrom('return')
    .innerJoin('file', 'file.sha256', 'return.file')
    .selectAll('return')
    .select(['file.name', 'file.received_at as file_received_at'])
    .where('return.file', '=', sha256)
    .executeTakeFirst();
  if (row === undefined) return [];
  const message = db.selectFrom('received_message').selectAll().where('return_id', '=', row.id);
  return [
    digestRow(row),
    ...(await manyRows(db, 'answer', answerColumns, row.id, ['section', 'subject', 'field'])),
    ...(await manyRows(db, 'finding', findingColumns, row.id, ['position'])),
    ...(await message.execute()).map(digestRow),
  ];
}

/** The columns in the order of their names, in which the digest has them. */
const answerColumns = ['field', 'return_id', 'section', 'state', 'subject', 'value'] as const;
const findingColumns = ['code', 'facts', 'message', 'place', 'position', 'return_id', 'severity'] as const;

/**
 * The rows of a return as one value: there are hundreds, and the driver takes longer to hand over a row than SQLite to read it. JSON
 * has no bytes, which only an edit by hand leaves in these columns: they become another text, so that the digest differs.
 */
async function manyRows<Table extends 'answer' | 'finding'>(
  db: Db,
  table: Table,
  columns: readonly (keyof RegisterTables[Table] & string)[],
  returnId: number,
  order: readonly (keyof RegisterTables[Table] & string)[],
): Promise<readonly DigestRow[]> {
  const sorted = sql.join(order.map((name) => sql.ref(name)));
  const values = columns.map((name) =>
    isOnServer(db)
      ? sql.ref(name)
      : sql`iif(typeof(${sql.ref(name)}) = 'blob', 'bytes ' || hex(${sql.ref(name)}), ${sql.ref(name)})`,
  );
  const all = isOnServer(db)
    ? sql`json_agg(json_build_array(${sql.join(values)}) order by ${sorted})::text`
    : sql`json_group_array(json_array(${sql.join(values)}))`;
  const { rows } = await sql<{ all: string | null }>`
    select ${all} as "all"
    from (select * from ${sql.table(table)} where return_id = ${returnId} order by ${sorted}) as own`.execute(db);
  // The query makes nothing else.
  const found = JSON.parse(rows[0]?.all ?? '[]') as readonly (readonly unknown[])[];
  return found.map((row) => {
    const named: [string, unknown][] = [];
    columns.forEach((column, index) => {
      const value = row[index];
      if (value !== null) named.push([column, value]);
    });
    return named;
  });
}

const digestRow = (row: object): DigestRow =>
  Object.entries(row)
    .filter(([, value]) => value !== null && value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
