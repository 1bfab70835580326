import type { Instrument } from '../../instrument/model/schema.ts';
import type { Partner } from '../../partners/partner.ts';
import type { Register } from '../../register/tables/register.ts';
import type { Response } from '../../response/response.ts';
import { type LastRound, lastRoundOf } from '../../scoring/plans/lastRound.ts';
import { type PartnerStatus, type Round, wholeStatus } from '../round/roundStatus.ts';
import { loadResponses } from './loadResponses.ts';
import { predecessorsSince } from './predecessors.ts';

/** An earlier round, with the edition of the instrument that was answered in it. */
export interface EarlierRound {
  readonly round: Round;
  readonly instrument: Instrument;
}

/** A partner of an earlier round that is part of another now, with its answers of then. */
export interface Predecessor {
  readonly partner: Partner;
  /** The code of the partner that it is part of. */
  readonly successor: string;
  readonly lastRound: LastRound;
}

export interface LastRounds {
  /**
   * The partners' answers, by partner code. Those of a partner that returned nothing then are the answers of its predecessor, if
   * one alone returned.
   */
  readonly byPartner: ReadonlyMap<string, LastRound>;
  /** Every predecessor that returned, in the order of the partners that they are part of. */
  readonly predecessors: readonly Predecessor[];
  /** The partners of the earlier round. */
  readonly earlierPartners: readonly PartnerStatus[];
}

/**
 * The partners' answers in an earlier round to the present questions.
 *
 * @param now The partners, and the round that is compared; without it, predecessors are left out.
 */
export async function lastRounds(
  register: Register,
  instrument: Instrument,
  earlier: EarlierRound,
  { partners, round }: { readonly partners: readonly Partner[]; readonly round?: Pick<Round, 'round' | 'due'> },
): Promise<LastRounds> {
  const predecessors = round === undefined ? undefined : await predecessorsSince(register, earlier.round, round);
  const { takingPart, departed } = await wholeStatus(register, earlier.round);
  // Who became part of another in the midst of that round had answered for itself.
  const answered = [...takingPart, ...departed.filter(({ departure }) => departure.successors.length > 0)];
  const statuses = new Map(answered.map((status) => [status.partner.code, status]));
  const ids = answered.flatMap(({ counting }) => counting?.id ?? []);
  const responses = await loadResponses(register, earlier.instrument, ids);
  const responseOf = (code: string): Response | undefined => responses.get(statuses.get(code)?.counting?.id ?? -1);
  const last = (response: Response | undefined, from: readonly Partner[] = []): LastRound =>
    lastRoundOf(instrument, {
      ...{ round: earlier.round.round, instrument: earlier.instrument, response },
      predecessors: from.map(({ code, name }) => ({ code, name })),
    });
  const present = new Set(partners.map(({ code }) => code));
  const byPartner = new Map<string, LastRound>();
  const returned: Predecessor[] = [];
  for (const { code } of partners) {
    const before = (predecessors?.get(code) ?? []).flatMap((one) => {
      const status = statuses.get(one);
      const response = responseOf(one);
      // One that takes part again is compared with itself.
      return status === undefined || response === undefined || present.has(one) ? [] : [{ ...status, response }];
    });
    returned.push(
      ...before.map(({ partner, response }) => ({ partner, successor: code, lastRound: last(response, [partner]) })),
    );
    const own = responseOf(code);
    const [only, ...others] = before;
    const theirs = others.length === 0 ? only?.response : undefined;
    byPartner.set(
      code,
      own === undefined
        ? last(
            theirs,
            before.map(({ partner }) => partner),
          )
        : last(own),
    );
  }
  return { byPartner, predecessors: returned, earlierPartners: takingPart };
}
