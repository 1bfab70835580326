import type { FindingCode } from '../../finding/index.ts';
import type { Instrument } from '../../instrument/model/schema.ts';
import type { Register } from '../../register/tables/register.ts';
import { responseChanges } from '../../response/responseChanges.ts';
import { loadResponses } from '../../rounds/returns/loadResponses.ts';
import { countingReturn, isCountable } from '../../rounds/round/countingReturn.ts';
import type { PartnerStatus, ReturnSummary } from '../../rounds/round/roundStatus.ts';
import { type Doubt, doubtAbout } from './diffReturns.ts';

/** Two returns of a partner, one of which counts, although the other may not be meant to be replaced by it. */
export interface Undecided {
  readonly doubt: Doubt;
  /** Numbers of the returns. */
  readonly earlier: number;
  readonly later: number;
}

/**
 * The returns of each partner about which somebody has to decide, by the partner's code: the one that counts, and the one that
 * counted before it came or that came after it. None where one is preferred, they are put together, or the doubt was accepted.
 */
export async function undecidedIn(
  register: Register,
  instrument: Instrument,
  partners: readonly PartnerStatus[],
): Promise<ReadonlyMap<string, Undecided>> {
  const pairs = partners.flatMap((status) =>
    pairsOf(status).map((pair) => ({ ...pair, code: status.partner.code, decisions: status.decisions ?? [] })),
  );
  const ids = new Set(pairs.flatMap(({ earlier, later }) => [earlier.id, later.id]));
  const responses = await loadResponses(register, instrument, [...ids]);
  const undecided = new Map<string, Undecided>();
  for (const { code, decisions, earlier, later } of pairs) {
    const [before, now] = [responses.get(earlier.id), responses.get(later.id)];
    if (before === undefined || now === undefined) continue;
    const doubt = doubtAbout(responseChanges(instrument, before, now));
    const isAccepted = decisions.some(
      (change) =>
        change.what === 'settled' &&
        change.after.some((one) => one.return === later.id && doubt !== undefined && one.code === codes[doubt]),
    );
    if (doubt !== undefined && !isAccepted) undecided.set(code, { doubt, earlier: earlier.id, later: later.id });
  }
  return undecided;
}

const codes: Readonly<Record<Doubt, FindingCode>> = {
  halves: 'return.halves',
  contradiction: 'return.contradicts',
};

interface Pair {
  readonly earlier: ReturnSummary;
  readonly later: ReturnSummary;
}

function pairsOf({ returns: all, counting }: PartnerStatus): readonly Pair[] {
  if (counting === undefined || counting.preferred === true || counting.of !== undefined) return [];
  const returns = all.filter(isCountable);
  const before = (one: ReturnSummary): ReturnSummary | undefined =>
    countingReturn(returns.slice(0, returns.indexOf(one)));
  return returns.flatMap((later) => {
    const earlier = before(later);
    return earlier !== undefined && (later === counting || earlier === counting) ? [{ earlier, later }] : [];
  });
}
