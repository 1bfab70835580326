import type { OpenDatabase } from '../../register/tables/openDatabase.ts';
import type { RoundKey } from './storedValue.ts';

/** The present name of a round that may have been renamed since it had this one. */
export async function presentName(register: OpenDatabase, instrument: string, name: string): Promise<string> {
  const { db } = register;
  const known = db.selectFrom('round').select('round').where('round', '=', name).where('instrument', '=', instrument);
  if ((await known.executeTakeFirst()) !== undefined) return name;
  const renamed = await renamings(register, instrument, name).orderBy('id', 'desc').executeTakeFirst();
  return renamed?.round ?? name;
}

/** Whether a round had this name before. */
export async function hadName(register: OpenDatabase, { round, instrument }: RoundKey, name: string): Promise<boolean> {
  const own = renamings(register, instrument, name).where('round', '=', round);
  return (await own.executeTakeFirst()) !== undefined;
}

/** The changes to and from a name. */
function renamings({ db }: OpenDatabase, instrument: string, name: string) {
  const json = JSON.stringify(name);
  return db
    .selectFrom('round_change')
    .select('round')
    .where('instrument', '=', instrument)
    .where('what', '=', 'name')
    .where((where) => where.or([where('before', '=', json), where('after', '=', json)]));
}
