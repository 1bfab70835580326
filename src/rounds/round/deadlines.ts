import type { RoundChange } from '../changes/roundChange.ts';
import { lastChange } from '../changes/valueNow.ts';
import type { Deadline } from './countingReturn.ts';

/** The deadline of a partner, and the change that gave it one of its own. */
export interface PartnerDeadline extends Deadline {
  readonly extension: RoundChange<'extension'> | undefined;
}

/**
 * The deadline of a partner. An extension counts while it is later than the deadline of the round, which may have been moved
 * since.
 */
export function deadlineOf(round: Deadline, changes: readonly RoundChange[], partner: string): PartnerDeadline {
  const { due, closes } = round;
  const extension = lastChange(changes, 'extension', partner);
  const own = extension?.after === undefined || extension.after === null ? undefined : new Date(extension.after);
  return own !== undefined && own > due ? { due: own, closes, extension } : { due, closes, extension: undefined };
}
