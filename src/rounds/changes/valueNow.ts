import type { ChangedValue, RoundChange, RoundChangeKind } from './roundChange.ts';

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

function ofKind<Kind extends RoundChangeKind>(
  changes: readonly RoundChange[],
  what: Kind,
  partner: string | undefined,
): readonly RoundChange<Kind>[] {
  const found: readonly unknown[] = changes.filter((change) => change.what === what && change.partner === partner);
  // The kind decides the type of the values, and all have this kind.
  return found as readonly RoundChange<Kind>[];
}
