import { writeLog } from '../../register/log/log.ts';
import type { Register } from '../../register/tables/register.ts';
import type { Author, ChangedValue, RoundChangeKind } from './roundChange.ts';
import { presentValue, type RoundKey, writeValue } from './storedValue.ts';

/** What becomes of a round, or of a partner in it. */
export interface NewChange<Kind extends RoundChangeKind> {
  /** Code of the partner; absent for a change of the whole round. */
  readonly partner?: string;
  readonly what: Kind;
  readonly after: ChangedValue<Kind>;
}

/**
 * Makes a change inside a transaction and records it, unless nothing differs.
 *
 * @returns The number of its entry; undefined where nothing differs.
 */
export async function makeChange<Kind extends RoundChangeKind>(
  register: Register,
  key: RoundKey,
  { partner, what, after }: NewChange<Kind>,
  author: Author,
): Promise<number | undefined> {
  const before = JSON.stringify(await presentValue(register, key, { partner, what }));
  const entry = { partner: partner ?? null, what, before, after: JSON.stringify(after), undoes: null };
  if (entry.before === entry.after) return undefined;
  const id = await addEntry(register, key, entry, author);
  await writeValue(register, key, { partner, what, value: after }, author.now);
  return id;
}

interface Entry {
  readonly partner: string | null;
  readonly what: string;
  readonly before: string;
  readonly after: string;
  readonly undoes: number | null;
}

/** Adds an entry to those of a round, and reports it in the log. */
export async function addEntry(
  register: Register,
  { round, instrument }: RoundKey,
  entry: Entry,
  { by, reason, now }: Author,
): Promise<number> {
  const { id } = await register.db
    .insertInto('round_change')
    .values({ round, instrument, ...entry, by: by ?? null, reason: reason ?? null, at: now.toISOString() })
    .returning('id')
    .executeTakeFirstOrThrow();
  const details = [round, instrument, entry.partner, entry.what].filter((part) => part !== null).join(' ');
  await writeLog(register, { at: now, what: 'round changed', details, about: ['round change', id] });
  return id;
}
