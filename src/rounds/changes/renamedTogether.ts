import type { OpenDatabase } from '../../register/tables/openDatabase.ts';
import { undoing } from './loadChanges.ts';
import { type ChangeEntry, changeEntry } from './undoChange.ts';

/**
 * The entries of one renaming that are not undone: a round of several instruments has one for each.
 *
 * @param entry One of them, or one that undoes it.
 * @returns That one first; of one that undoes another, those that undo the others.
 */
export async function renamedTogether(register: OpenDatabase, entry: ChangeEntry): Promise<readonly ChangeEntry[]> {
  const others: ChangeEntry[] = [];
  for (const id of await idsTogether(register, entry.id)) {
    const other = id === entry.id ? undefined : await changeEntry(register, id);
    if (other !== undefined && other.undoneBy === undefined) others.push(other);
  }
  return [entry, ...others];
}

/** Each was made at the same time, and means the same. */
async function idsTogether(register: OpenDatabase, id: number): Promise<readonly number[]> {
  const all = register.db.selectFrom('round_change');
  const { what, before, after, undoes, at } = await all.selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  const sameTime = all.select('id').where('what', '=', what).where('at', '=', at).orderBy('id');
  const same =
    what === undoing
      ? sameTime.where('undoes', 'in', await idsTogether(register, undoes ?? 0))
      : sameTime.where('before', '=', before).where('after', '=', after);
  return (await same.execute()).map((row) => row.id);
}
