import type { Finding } from '../../../finding/index.ts';
import { type Branding, brandingSchema } from '../../../instrument/model/branding.ts';
import type { Instrument } from '../../../instrument/model/schema.ts';
import { loadDetail } from '../../../register/rows/storedDetails.ts';
import { loadChanges } from '../../../rounds/changes/loadChanges.ts';
import type { RoundChange } from '../../../rounds/changes/roundChange.ts';
import { type DepartedStatus, type PartnerStatus, type Round, wholeStatus } from '../../../rounds/round/roundStatus.ts';
import type { OperationContext } from '../operationContext.ts';
import { type RoundRequest, roundsWithReviews } from '../roundsInUse.ts';
import { type RoundState, stateOf } from './listRounds.ts';
import { outdatedFindings } from './makeChanges.ts';

/** Everything that a round remembers. */
export interface ShownRound {
  readonly round: Round;
  readonly instrument: Instrument;
  readonly branding: Branding | undefined;
  readonly state: RoundState;
  /** The partners that take part, by region and then by name. */
  readonly partners: readonly PartnerStatus[];
  readonly departed: readonly DepartedStatus[];
  /** Every change, earliest first, those that were undone too. */
  readonly changes: readonly RoundChange[];
  /** Workbooks that say another deadline than their partner has. */
  readonly findings: readonly Finding[];
}

/**
 * Shows what a round was given, who has left it or has a deadline of its own, and every change of it.
 *
 * @throws Refusal for a round that does not exist.
 */
export async function showRound(context: OperationContext, request: RoundRequest): Promise<readonly ShownRound[]> {
  const { register, now } = context;
  const all: ShownRound[] = [];
  for (const { round, instrument } of await roundsWithReviews(context, request)) {
    const { takingPart, departed } = await wholeStatus(register, round);
    all.push({
      ...{ round, instrument, departed, partners: takingPart, state: stateOf(round, now()) },
      branding: await loadDetail(register, round.branding, brandingSchema),
      changes: await loadChanges(register, round),
      findings: await outdatedFindings(register, round, takingPart),
    });
  }
  return all;
}
