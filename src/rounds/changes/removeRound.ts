import { writeLog } from '../../register/log/log.ts';
import type { Register } from '../../register/tables/register.ts';
import { subjectsOf } from './renameRound.ts';
import type { RoundKey } from './storedValue.ts';

/** Removes a round and everything that belongs to it, inside a transaction. Nothing may have come back to it. */
export async function removeRound(register: Register, { round, instrument }: RoundKey, now: Date): Promise<void> {
  const { db } = register;
  const key = { round, instrument };
  const subjects = await subjectsOf(register, key);
  const workbooks = db
    .selectFrom('workbook')
    .select('id')
    .where('round', '=', round)
    .where('instrument', '=', instrument);
  await db.deleteFrom('workbook_content').where('workbook', 'in', workbooks).execute();
  for (const table of ['workbook', 'message', 'agreement'] as const) {
    await db.deleteFrom(table).where('round', '=', round).where('instrument', '=', instrument).execute();
  }
  // An entry that undoes another refers to it.
  const changes = await db
    .selectFrom('round_change')
    .select('id')
    .where((where) => where.and(key))
    .orderBy('id', 'desc')
    .execute();
  for (const { id } of changes) await db.deleteFrom('round_change').where('id', '=', id).execute();
  for (const table of ['partner', 'round'] as const) {
    await db.deleteFrom(table).where('round', '=', round).where('instrument', '=', instrument).execute();
  }
  const details = `${round} ${instrument}`;
  for (const about of subjects) await writeLog(register, { at: now, what: 'round deleted', details, about });
}
