import type { RoundChange } from './roundChange.ts';
import { lastChange } from './valueNow.ts';

/** A partner that takes no part in a round any more. */
export interface Departure {
  /** Codes of the partners that it became part of, or was split into; none if it was withdrawn. */
  readonly successors: readonly string[];
  readonly change: RoundChange<'successors'>;
}

/** The partners that left, by code. */
export function departures(changes: readonly RoundChange[]): ReadonlyMap<string, Departure> {
  const codes = new Set(changes.flatMap(({ what, partner }) => (what === 'successors' ? (partner ?? []) : [])));
  return new Map(
    [...codes].flatMap((code) => {
      const change = lastChange(changes, 'successors', code);
      return change === undefined || change.after === null
        ? []
        : [[code, { successors: change.after, change }] as const];
    }),
  );
}
