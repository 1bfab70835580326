import { loadChanges } from '../../rounds/changes/loadChanges.ts';
import { type Decision, isDecision } from '../../rounds/round/decisions.ts';
import { roundNames } from '../../rounds/round/roundStatus.ts';
import type { OperationContext } from '../rounds/operationContext.ts';

/** A decision with the present name of its round. */
export type DecisionInRound = Decision & { readonly round: string };

/** Every decision about a return that is in force, by round, earliest first: figures rest on them besides what came. */
export async function listDecisions({
  register,
}: Pick<OperationContext, 'register'>): Promise<readonly DecisionInRound[]> {
  const all: DecisionInRound[] = [];
  for (const round of await roundNames(register)) {
    const changes = await loadChanges(register, { round });
    all.push(...changes.filter(isDecision).map((change) => ({ ...change, round })));
  }
  return all;
}
