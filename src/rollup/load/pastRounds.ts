import type { Instrument } from '../../instrument/model/schema.ts';
import type { Partner } from '../../partners/partner.ts';
import type { Register } from '../../register/tables/register.ts';
import { type EarlierRound, lastRounds } from '../../rounds/returns/lastRounds.ts';
import { type Round, roundStatus } from '../../rounds/round/roundStatus.ts';
import type { LastRound } from '../../scoring/plans/lastRound.ts';

/** An earlier round of a trend, with its own partners. */
export interface PastRound {
  readonly round: Round;
  readonly partners: readonly PastPartner[];
}

export interface PastPartner {
  readonly partner: Partner;
  /** The answers of that round to the present questions. */
  readonly lastRound: LastRound;
}

/** Loads earlier rounds, each with all partners to which its workbooks were issued. */
export async function pastRounds(
  register: Register,
  instrument: Instrument,
  earlier: readonly EarlierRound[],
): Promise<readonly PastRound[]> {
  const past: PastRound[] = [];
  for (const one of earlier) {
    const partners = (await roundStatus(register, one.round)).map(({ partner }) => partner);
    const { byPartner } = await lastRounds(register, instrument, one, { partners });
    past.push({
      round: one.round,
      partners: partners.flatMap((partner) => {
        const lastRound = byPartner.get(partner.code);
        return lastRound === undefined ? [] : [{ partner, lastRound }];
      }),
    });
  }
  return past;
}
