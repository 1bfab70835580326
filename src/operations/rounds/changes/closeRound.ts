import { type Finding, finding } from '../../../finding/index.ts';
import { Refusal } from '../../../refusal.ts';
import { makeChange } from '../../../rounds/changes/makeChange.ts';
import { dueOf } from '../../../rounds/round/roundStatus.ts';
import { describeUkTime } from '../../../time.ts';
import type { OperationContext } from '../operationContext.ts';
import { type ChangeRequest, type MadeChanges, makeChanges } from './makeChanges.ts';
import { type RoundInChange, roundsInChange } from './partnersInChange.ts';

export interface CloseRequest extends ChangeRequest {
  /** Nothing that comes later counts; now when absent. It may be in the future. */
  readonly at?: Date;
}

/**
 * Closes a round at a time: what comes later is stored and does not count.
 *
 * @throws Refusal for a round that does not exist, and when nothing would change.
 */
export async function closeRound(context: OperationContext, request: CloseRequest): Promise<MadeChanges> {
  const at = request.at ?? context.now();
  const changes = await makeChanges(context, request.reason, async (inside, author) => {
    const ids: (number | undefined)[] = [];
    for (const { round } of await roundsInChange(inside, request)) {
      ids.push(await makeChange(inside.register, round, { what: 'closing', after: at.toISOString() }, author));
    }
    return ids;
  });
  const rounds = await roundsInChange(context, request);
  return { changes, findings: rounds.flatMap((one) => closingFindings(one, at)) };
}

/**
 * Opens a round again, so that whatever came counts.
 *
 * @throws Refusal for a round that does not exist, and one that has no closing time.
 */
export async function reopenRound(context: OperationContext, request: ChangeRequest): Promise<MadeChanges> {
  const changes = await makeChanges(context, request.reason, async (inside, author) => {
    const rounds = await roundsInChange(inside, request);
    if (rounds.every(({ round }) => round.closes === undefined)) {
      throw new Refusal('round.open', () => `Round ${request.round} has no closing time: it is open.`);
    }
    const ids: (number | undefined)[] = [];
    for (const { round } of rounds)
      ids.push(await makeChange(inside.register, round, { what: 'closing', after: null }, author));
    return ids;
  });
  return { changes, findings: [] };
}

function closingFindings({ round, takingPart }: RoundInChange, at: Date): readonly Finding[] {
  const facts = { round: round.round, closes: describeUkTime(at) };
  const isShort = round.due > at ? takingPart : takingPart.filter((status) => dueOf(round, status) > at);
  const partners = isShort.map(({ partner }) => partner.code);
  const later = takingPart.flatMap(({ partner, returns }) =>
    returns.filter(({ received }) => received > at).map(({ id }) => `${id} (${partner.code})`),
  );
  return [
    ...(partners.length === 0 ? [] : [finding('round.closes-early', {}, { ...facts, partners })]),
    ...(later.length === 0 ? [] : [finding('round.closing-excludes', {}, { ...facts, returns: later })]),
  ];
}
