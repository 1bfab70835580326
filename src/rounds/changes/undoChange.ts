import type { Selectable } from 'kysely';
import type { OpenDatabase } from '../../register/tables/openDatabase.ts';
import type { Register } from '../../register/tables/register.ts';
import type { RegisterTables } from '../../register/tables/schema.ts';
import { loadChanges, undoing } from './loadChanges.ts';
import { addEntry } from './makeChange.ts';
import type { Author, ChangedValue, RoundChange, RoundChangeKind } from './roundChange.ts';
import { presentValue, writeValue } from './storedValue.ts';
import { valueNow } from './valueNow.ts';

/** The entry of a change, or of one that undoes another. */
export interface ChangeEntry {
  readonly id: number;
  readonly round: string;
  readonly instrument: string;
  /** The change itself; of an entry that undoes another, the change that it is about in the end. */
  readonly change: RoundChange;
  /** The entry that undoes this one. */
  readonly undoneBy: number | undefined;
}

/** @returns Undefined when there is no entry of this number. */
export async function changeEntry(register: OpenDatabase, id: number): Promise<ChangeEntry | undefined> {
  const row = await rowOf(register, id);
  if (row === undefined) return undefined;
  const { round, instrument } = row;
  let about = row;
  while (about.what === undoing) about = (await rowOf(register, about.undoes ?? 0)) ?? { ...about, what: '' };
  const change = (await loadChanges(register, { round, instrument })).find((one) => one.id === about.id);
  if (change === undefined) throw new Error(`Entry ${id} is about no change`);
  return { id, round, instrument, change, undoneBy: await undoerOf(register, id) };
}

/**
 * Undoes an entry inside a transaction, so that the value is as if it had never been made; or, of an entry that undoes
 * another, makes that one again.
 *
 * @param check Refuses a value by throwing, before it is written.
 * @returns The number of the new entry.
 */
export async function undoChange(
  register: Register,
  { id, round, instrument, change }: ChangeEntry,
  author: Author,
  check: (value: ChangedValue<RoundChangeKind>) => Promise<void>,
): Promise<number> {
  const key = { round, instrument };
  const { what, partner } = change;
  const none = JSON.stringify(null);
  const entry = { partner: partner ?? null, what: undoing, before: none, after: none, undoes: id };
  const undone = await addEntry(register, key, entry, author);
  const value = valueNow(await loadChanges(register, key), what, partner);
  const before = await presentValue(register, key, { partner, what });
  // There is an entry of this kind, so that there is a value.
  if (value !== undefined && JSON.stringify(value) !== JSON.stringify(before)) {
    await check(value);
    await writeValue(register, key, { partner, what, value }, author.now);
  }
  return undone;
}

type Row = Selectable<RegisterTables['round_change']>;

const rowOf = ({ db }: OpenDatabase, id: number): Promise<Row | undefined> =>
  db.selectFrom('round_change').selectAll().where('id', '=', id).executeTakeFirst();

/** The last entry that undoes another and is not undone itself. */
async function undoerOf(register: OpenDatabase, id: number): Promise<number | undefined> {
  const rows = await register.db.selectFrom('round_change').select('id').where('undoes', '=', id).execute();
  for (const row of rows) if ((await undoerOf(register, row.id)) === undefined) return row.id;
  return undefined;
}
