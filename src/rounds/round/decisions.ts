import type { RoundChange } from '../changes/roundChange.ts';
import { valueNow } from '../changes/valueNow.ts';
import type { Countable } from './countingReturn.ts';

/** What was decided about a return, after all changes of its round. */
export function decisionsOn(
  changes: readonly RoundChange[],
  partner: string,
  id: number,
): Pick<Countable, 'setAside' | 'preferred'> {
  return {
    ...(valueNow(changes, 'set aside', partner)?.includes(id) === true ? { setAside: true } : {}),
    ...(valueNow(changes, 'preferred', partner) === id ? { preferred: true } : {}),
  };
}

/** The codes of the warnings that somebody accepted, by the number of the return. */
export function settledIn(changes: readonly RoundChange[]): ReadonlyMap<number, ReadonlySet<string>> {
  const codes = new Map<number, Set<string>>();
  const partners = new Set(changes.flatMap(({ what, partner }) => (what === 'settled' ? (partner ?? []) : [])));
  for (const partner of partners) {
    for (const { return: id, code } of valueNow(changes, 'settled', partner) ?? []) {
      codes.set(id, (codes.get(id) ?? new Set()).add(code));
    }
  }
  return codes;
}
