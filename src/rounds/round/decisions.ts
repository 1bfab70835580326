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
