import type { Finding } from '../finding/index.ts';
import { type ReturnSender, returnSenders } from '../register/rows/returnSenders.ts';
import { loadTracker, type Tracker } from '../rollup/load/tracker.ts';
import { outdatedReviews } from '../rounds/returns/outdatedReviews.ts';
import type { OperationContext } from './rounds/operationContext.ts';
import { outdatedFindings } from './rounds/outdatedFindings.ts';
import { type RoundInUse, type RoundRequest, roundsInUse } from './rounds/roundsInUse.ts';

export interface StatusReport {
  /** One for each instrument of the round. */
  readonly trackers: readonly Tracker[];
  /** Who sent each return that came by e-mail, by the number of the return. */
  readonly senders: ReadonlyMap<number, ReturnSender>;
  /** Reviews that are out of date, by the key of the instrument with which the status shows them. */
  readonly findings: ReadonlyMap<string, readonly Finding[]>;
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
  const findings = new Map<string, readonly Finding[]>();
  for (const inUse of rounds) findings.set(inUse.instrument.key, await reviewFindings(context, inUse));
  return { trackers, senders: await returnSenders(context.register), findings };
}

/** About the reviews of a self-assessment, or about those that are asked for themselves. */
async function reviewFindings(context: OperationContext, inUse: RoundInUse): Promise<readonly Finding[]> {
  const { reviews } = inUse.instrument;
  const [reviewed] =
    reviews === undefined ? [inUse] : await roundsInUse(context, { round: inUse.round.round, instrument: reviews });
  if (reviewed === undefined) return [];
  const outdated = await outdatedReviews(context.register, reviewed);
  return outdatedFindings(context.register, reviewed.round, outdated);
}
