import { type DepartedStatus, type PartnerStatus, type Round, wholeStatus } from '../../../rounds/round/roundStatus.ts';
import { checkCodes, checkDeparted } from '../checkCodes.ts';
import type { OperationContext } from '../operationContext.ts';
import { type RoundRequest, roundsInUse } from '../roundsInUse.ts';

/** A round of which partners change. */
export interface RoundInChange {
  readonly round: Round;
  readonly takingPart: readonly PartnerStatus[];
  readonly departed: readonly DepartedStatus[];
}

/**
 * The rounds of a name, or the one of a certain instrument.
 *
 * @param find `roundsWithReviews` where second opinions change with them.
 * @throws Refusal for a round that does not exist.
 */
export async function roundsInChange(
  context: OperationContext,
  request: RoundRequest,
  find: typeof roundsInUse = roundsInUse,
): Promise<readonly RoundInChange[]> {
  const all: RoundInChange[] = [];
  for (const { round } of await find(context, request)) {
    all.push({ round, ...(await wholeStatus(context.register, round)) });
  }
  return all;
}

/** A partner that takes part in a round. */
export interface PartnerInRound {
  readonly round: Round;
  readonly status: PartnerStatus;
}

/**
 * The partners of these codes, in each of the rounds in which they take part.
 *
 * @throws Refusal for a partner that is in none, or has left one.
 */
export function partnersInRounds(
  rounds: readonly RoundInChange[],
  codes: readonly string[],
): readonly PartnerInRound[] {
  const has = ({ partner }: PartnerStatus): boolean => codes.includes(partner.code);
  checkDeparted(
    codes,
    rounds.flatMap(({ departed }) => departed),
  );
  const found = rounds.flatMap(({ round, takingPart }) => takingPart.filter(has).map((status) => ({ round, status })));
  checkCodes(
    codes,
    found.map(({ status }) => status.partner.code),
  );
  return found;
}
