import type { ChangedValue, Listed, ListKind, RoundChange, RoundChangeKind } from './roundChange.ts';

/** The last change of a kind that is not undone, of the round or of one of its partners. */
export function lastChange<Kind extends RoundChangeKind>(
  changes: readonly RoundChange[],
  what: Kind,
  partner?: string,
): RoundChange<Kind> | undefined {
  return ofKind(changes, what, partner).findLast(({ undone }) => undone === undefined);
}

/**
 * The value after all changes of a kind that are not undone.
 *
 * @returns Undefined when there was never a change of this kind.
 */
export function valueNow<Kind extends RoundChangeKind>(
  changes: readonly RoundChange[],
  what: Kind,
  partner?: string,
): ChangedValue<Kind> | undefined {
  const last = lastChange(changes, what, partner);
  // Where all are undone it is the value before the first.
  return last === undefined ? ofKind(changes, what, partner)[0]?.before : last.after;
}

/** What a list has, with the change that put it there. */
export interface ListedNow<Kind extends ListKind> {
  readonly one: Listed<Kind>;
  readonly change: RoundChange<Kind>;
}

/**
 * What the list of a kind has after all changes that are not undone. Each adds and removes what it added and removed when it
 * was made, so that undoing one leaves the others.
 */
export function listNow<Kind extends ListKind>(
  changes: readonly RoundChange[],
  what: Kind,
  partner: string,
): readonly ListedNow<Kind>[] {
  const list = new Map<string, ListedNow<Kind>>();
  for (const change of ofKind(changes, what, partner)) {
    if (change.undone !== undefined) continue;
    const [before, after] = [keysOf(change.before), keysOf(change.after)];
    for (const key of before.keys()) if (!after.has(key)) list.delete(key);
    for (const [key, one] of after) if (!before.has(key)) list.set(key, { one, change });
  }
  return [...list.values()];
}

/** What a list has, each under a text that is equal for the same. */
function keysOf<Kind extends ListKind>(list: ChangedValue<Kind>): ReadonlyMap<string, Listed<Kind>> {
  const all: readonly Listed<Kind>[] = list;
  return new Map(all.map((one) => [JSON.stringify(one), one]));
}

function ofKind<Kind extends RoundChangeKind>(
  changes: readonly RoundChange[],
  what: Kind,
  partner: string | undefined,
): readonly RoundChange<Kind>[] {
  const found: readonly unknown[] = changes.filter((change) => change.what === what && change.partner === partner);
  // The kind decides the type of the values, and all have this kind.
  return found as readonly RoundChange<Kind>[];
}
