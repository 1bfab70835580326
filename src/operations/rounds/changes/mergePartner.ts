import { Refusal } from '../../../refusal.ts';
import type { Register } from '../../../register/tables/register.ts';
import { departures } from '../../../rounds/changes/departures.ts';
import { loadChanges } from '../../../rounds/changes/loadChanges.ts';
import { makeChange } from '../../../rounds/changes/makeChange.ts';
import type { Round } from '../../../rounds/round/roundStatus.ts';
import { checkCodes, checkDeparted } from '../checkCodes.ts';
import type { OperationContext } from '../operationContext.ts';
import { type MadeChanges, makeChanges, type PartnerChangeRequest } from './makeChanges.ts';
import { type RoundInChange, roundsInChange } from './partnersInChange.ts';
import { reviewFindings } from './reviewFindings.ts';

export interface MergeRequest extends PartnerChangeRequest {
  /** Codes of the partners that the others are part of from now on: one, or several where each is split. */
  readonly into: readonly string[];
}

/**
 * Records that partners became part of another, or were split into others. They take no part in the round any more; what they
 * returned stays, and comparisons show it under their successors. They may also be partners of earlier rounds only.
 *
 * @throws Refusal for a round or partner that does not exist, one that has left already, and one that is its own successor.
 */
export async function mergePartner(context: OperationContext, request: MergeRequest): Promise<MadeChanges> {
  const { partner: codes, into } = request;
  const itself = codes.filter((code) => into.includes(code));
  if (itself.length > 0 || new Set(into).size < into.length) throw intoItself(itself.length > 0 ? itself : into);
  const changes = await makeChanges(context, request.reason, async (inside, author) => {
    const rounds = await roundsInChange(inside, request);
    checkDeparted(
      into,
      rounds.flatMap(({ departed }) => departed),
    );
    const ids: (number | undefined)[] = [];
    const merged = new Set<string>();
    for (const one of rounds) {
      const { round, takingPart } = one;
      const present = new Set(takingPart.map(({ partner }) => partner.code));
      const own = await predecessorsIn(inside.register, one, codes);
      // In a round of several instruments a partner may have one of them only.
      if (own.length === 0) continue;
      checkCodes(into, present);
      for (const partner of own) {
        merged.add(partner);
        ids.push(await makeChange(inside.register, round, { partner, what: 'successors', after: [...into] }, author));
      }
    }
    checkCodes(codes, merged);
    return ids;
  });
  return { changes, findings: await reviewFindings(context.register, changes) };
}

/** Those of the partners that are in the round, or were in an earlier one, and have no successors yet. */
async function predecessorsIn(
  register: Register,
  { round, takingPart, departed }: RoundInChange,
  codes: readonly string[],
): Promise<readonly string[]> {
  const left = departures(await loadChanges(register, round));
  const succeeded = departed.filter(({ departure }) => departure.successors.length > 0);
  checkDeparted(codes, succeeded);
  const own = new Set([...takingPart, ...departed].map(({ partner }) => partner.code));
  const earlier = await partnersBefore(register, round);
  return codes.filter((code) => own.has(code) || (earlier.has(code) && !left.has(code)));
}

/** The codes of the partners of earlier rounds of the same instrument. */
async function partnersBefore({ db }: Register, { instrument, due }: Round): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('partner')
    .innerJoin('round', (join) =>
      join.onRef('round.round', '=', 'partner.round').onRef('round.instrument', '=', 'partner.instrument'),
    )
    .select('partner.code')
    .distinct()
    .where('round.instrument', '=', instrument)
    .where('round.due', '<', due.toISOString())
    .execute();
  return new Set(rows.map(({ code }) => code));
}

const intoItself = (codes: readonly string[]): Refusal =>
  new Refusal(
    'merge.into-itself',
    (input) =>
      `${input('into')} ${codes.join(', ')}: a partner cannot become part of itself, and each successor is named once. Name other partners.`,
  );
