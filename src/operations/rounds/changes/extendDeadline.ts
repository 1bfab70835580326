import type { Finding } from '../../../finding/index.ts';
import { makeChange } from '../../../rounds/changes/makeChange.ts';
import { dueFindings } from '../../../rounds/round/dueFindings.ts';
import type { OperationContext } from '../operationContext.ts';
import { checkOwnDeadline } from '../ownDeadlines.ts';
import { type MadeChanges, makeChanges, outdatedFindings, type PartnerChangeRequest } from './makeChanges.ts';
import { partnersInRounds, roundsInChange } from './partnersInChange.ts';

export interface ExtendRequest extends PartnerChangeRequest {
  readonly due: Date;
}

/**
 * Gives partners a later deadline than the round has. What they returned is in time, or late, by it from now on.
 *
 * @throws Refusal for a round or partner that does not exist, and for a deadline that cannot be theirs.
 */
export async function extendDeadline(context: OperationContext, request: ExtendRequest): Promise<MadeChanges> {
  const changes = await makeChanges(context, request.reason, async (inside, author) => {
    const found = partnersInRounds(await roundsInChange(inside, request), request.partner);
    for (const { round } of found) checkOwnDeadline(round, request.due, author.now);
    const ids: (number | undefined)[] = [];
    for (const { round, status } of found) {
      const after = request.due > round.due ? request.due.toISOString() : null;
      const change = { partner: status.partner.code, what: 'extension', after } as const;
      ids.push(await makeChange(inside.register, round, change, author));
    }
    return ids;
  });
  const findings: Finding[] = [...dueFindings(request.due, context.now())];
  for (const { round, takingPart } of await roundsInChange(context, request)) {
    const own = takingPart.filter(({ partner }) => request.partner.includes(partner.code));
    findings.push(...(await outdatedFindings(context.register, round, own)));
  }
  return { changes, findings };
}
