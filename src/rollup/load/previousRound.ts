import type { Instrument } from '../../instrument/model/schema.ts';
import type { Partner } from '../../partners/partner.ts';
import type { Register } from '../../register/tables/register.ts';
import { type EarlierRound, lastRounds, type Predecessor } from '../../rounds/returns/lastRounds.ts';
import type { PartnerStatus, Round } from '../../rounds/round/roundStatus.ts';
import type { LastRound } from '../../scoring/plans/lastRound.ts';

/** The earlier round that a round is compared with. */
export interface PreviousRound {
  readonly round: Round;
  /** Partners that returned in the earlier round and are not in the current one. */
  readonly leftOut: readonly Partner[];
  /** Partners that returned in the earlier round and are part of others in the current one. */
  readonly predecessors: readonly Predecessor[];
}

/** Loads an earlier round, with the answers of some or all of the current partners in it. Partners are matched by code, and predecessors with their successors. */
export async function previousRound(
  register: Register,
  instrument: Instrument,
  earlier: EarlierRound,
  round: Round,
  { statuses, everybody }: Readonly<Record<'statuses' | 'everybody', readonly PartnerStatus[]>>,
): Promise<{ readonly previous: PreviousRound; readonly byPartner: ReadonlyMap<string, LastRound> }> {
  const partners = statuses.map(({ partner }) => partner);
  const { byPartner, predecessors, earlierPartners } = await lastRounds(register, instrument, earlier, {
    partners,
    round,
  });
  const known = new Set([...everybody, ...predecessors].map(({ partner }) => partner.code));
  const leftOut = earlierPartners.flatMap(({ partner, counting }) =>
    counting === undefined || known.has(partner.code) ? [] : [partner],
  );
  return { previous: { round: earlier.round, leftOut, predecessors }, byPartner };
}
