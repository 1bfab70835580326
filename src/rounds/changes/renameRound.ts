import { writeLog } from '../../register/log/log.ts';
import type { LogSubject } from '../../register/log/logSubject.ts';
import type { Register } from '../../register/tables/register.ts';

/**
 * Gives a round another name, inside a transaction, and everything that belongs to it. Workbooks that were issued keep the
 * earlier name in their stamp, and are recognised by their number.
 */
export async function renameRound(
  register: Register,
  key: { readonly round: string; readonly instrument: string },
  name: string,
  now: Date,
): Promise<void> {
  const { db } = register;
  const { instrument } = key;
  const before = await subjectsOf(register, key);
  const { round: _round, ...row } = await db
    .selectFrom('round')
    .selectAll()
    .where((where) => where.and({ ...key }))
    .executeTakeFirstOrThrow();
  const partners = await db
    .selectFrom('partner')
    .selectAll()
    .where((where) => where.and({ ...key }))
    .execute();
  // Rows that refer to others follow those to which they refer, and no reference is ever broken.
  await db
    .insertInto('round')
    .values({ ...row, round: name })
    .execute();
  for (const partner of partners)
    await db
      .insertInto('partner')
      .values({ ...partner, round: name })
      .execute();
  for (const table of ['workbook', 'message', 'agreement', 'round_change'] as const) {
    await db
      .updateTable(table)
      .set({ round: name })
      .where('round', '=', key.round)
      .where('instrument', '=', instrument)
      .execute();
  }
  await db
    .deleteFrom('partner')
    .where((where) => where.and({ ...key }))
    .execute();
  await db
    .deleteFrom('round')
    .where((where) => where.and({ ...key }))
    .execute();
  const later = await db
    .selectFrom('round')
    .select('round')
    .where('previous', '=', key.round)
    .where('instrument', '=', instrument)
    .execute();
  for (const { round } of later) {
    const own = db.updateTable('round').set({ previous: name }).where('round', '=', round);
    await own.where('instrument', '=', instrument).execute();
  }
  const after = await subjectsOf(register, { round: name, instrument });
  const others = later.map(({ round }): LogSubject => ['round', round, instrument]);
  const details = `${key.round} ${name} ${instrument}`;
  const changed = new Map([...before, ...after, ...others].map((about) => [JSON.stringify(about), about]));
  for (const about of changed.values()) await writeLog(register, { at: now, what: 'round renamed', details, about });
}

/** Everything of a round that the log covers. */
export async function subjectsOf(
  { db }: Pick<Register, 'db'>,
  { round, instrument }: { readonly round: string; readonly instrument: string },
): Promise<readonly LogSubject[]> {
  const partners = await db
    .selectFrom('partner')
    .select('code')
    .where((where) => where.and({ round, instrument }))
    .execute();
  const idsIn = async (table: 'message' | 'agreement' | 'round_change') => {
    const rows = db.selectFrom(table).select('id').where('round', '=', round).where('instrument', '=', instrument);
    return (await rows.execute()).map(({ id }) => id);
  };
  const workbooks = await db
    .selectFrom('workbook')
    .select('id')
    .where((where) => where.and({ round, instrument }))
    .execute();
  return [
    ['round', round, instrument],
    ...partners.map(({ code }) => ['partner', round, instrument, code] as const),
    ...workbooks.map(({ id }) => ['workbook', id] as const),
    ...(await idsIn('message')).map((id) => ['message', id] as const),
    ...(await idsIn('agreement')).map((id) => ['agreement', id] as const),
    ...(await idsIn('round_change')).map((id) => ['round change', id] as const),
  ];
}
