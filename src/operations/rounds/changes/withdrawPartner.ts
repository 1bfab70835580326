import { Refusal } from '../../../refusal.ts';
import { departures } from '../../../rounds/changes/departures.ts';
import { loadChanges } from '../../../rounds/changes/loadChanges.ts';
import { makeChange } from '../../../rounds/changes/makeChange.ts';
import type { OperationContext } from '../operationContext.ts';
import { roundsWithReviews } from '../roundsInUse.ts';
import { type MadeChanges, makeChanges, type PartnerChangeRequest } from './makeChanges.ts';
import { partnersInRounds, roundsInChange } from './partnersInChange.ts';
import { reviewFindings } from './reviewFindings.ts';

/**
 * Withdraws partners from a round, and from its second opinions: they are in no figure and get no message. What they returned stays in the register.
 *
 * @throws Refusal for a round or partner that does not exist, and for one that has left already.
 */
export async function withdrawPartner(context: OperationContext, request: PartnerChangeRequest): Promise<MadeChanges> {
  const changes = await makeChanges(context, request.reason, async (inside, author) => {
    const found = partnersInRounds(await roundsInChange(inside, request, roundsWithReviews), request.partner);
    const ids: (number | undefined)[] = [];
    for (const { round, status } of found) {
      const change = { partner: status.partner.code, what: 'successors', after: [] } as const;
      ids.push(await makeChange(inside.register, round, change, author));
    }
    return ids;
  });
  return { changes, findings: await reviewFindings(context.register, changes) };
}

/**
 * Brings back partners that were withdrawn, or became part of others: what they returned counts again.
 *
 * @throws Refusal for a round that does not exist, and for a partner that has not left it.
 */
export async function bringBackPartner(context: OperationContext, request: PartnerChangeRequest): Promise<MadeChanges> {
  const changes = await makeChanges(context, request.reason, async (inside, author) => {
    const ids: (number | undefined)[] = [];
    const left = new Set<string>();
    for (const { round } of await roundsInChange(inside, request, roundsWithReviews)) {
      const departed = departures(await loadChanges(inside.register, round));
      for (const partner of request.partner.filter((code) => departed.has(code))) {
        left.add(partner);
        ids.push(await makeChange(inside.register, round, { partner, what: 'successors', after: null }, author));
      }
    }
    const others = request.partner.filter((code) => !left.has(code));
    if (others.length > 0) throw notDeparted(others, request.round);
    return ids;
  });
  return { changes, findings: await reviewFindings(context.register, changes) };
}

const notDeparted = (codes: readonly string[], round: string): Refusal =>
  new Refusal(
    'partner.not-departed',
    (input) =>
      `${input('partner')} ${codes.join(', ')}: nobody of that code was withdrawn from round ${round} or became part of another. "round show ${round}" lists who did.`,
  );
