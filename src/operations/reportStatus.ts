import { type ReturnSender, returnSenders } from '../register/rows/returnSenders.ts';
import { loadTracker, type Tracker } from '../rollup/load/tracker.ts';
import type { OperationContext } from './rounds/operationContext.ts';
import { type RoundRequest, roundsInUse } from './rounds/roundsInUse.ts';

export interface StatusReport {
  /** One for each instrument of the round. */
  readonly trackers: readonly Tracker[];
  /** Who sent each return that came by e-mail, by the number of the return. */
  readonly senders: ReadonlyMap<number, ReturnSender>;
}

/**
 * Reports who has returned a workbook, when, how complete and with what findings; who has not; and what is to be done next.
 *
 * @throws Refusal for a round that does not exist.
 */
export async function reportStatus(context: OperationContext, request: RoundRequest): Promise<StatusReport> {
  const rounds = await roundsInUse(context, request);
  const now = context.now();
  const trackers = await Promise.all(rounds.map((inUse) => loadTracker(context.register, inUse, now)));
  return { trackers, senders: await returnSenders(context.register) };
}
