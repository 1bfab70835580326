import type { Instrument } from '../../instrument/model/schema.ts';
import type { Partner } from '../../partners/partner.ts';
import type { Register } from '../../register/tables/register.ts';
import { type LastRound, lastRoundOf } from '../../scoring/plans/lastRound.ts';
import { type Round, roundStatus } from '../round/roundStatus.ts';
import { loadResponses } from './loadResponses.ts';

/** An earlier round, with the edition of the instrument that was answered in it. */
export interface EarlierRound {
  readonly round: Round;
  readonly instrument: Instrument;
}

/** The partners' answers in an earlier round to the present questions, by partner code. */
export async function lastRounds(
  register: Register,
  instrument: Instrument,
  earlier: EarlierRound,
  partners: readonly Partner[],
): Promise<ReadonlyMap<string, LastRound>> {
  const statuses = await roundStatus(register, earlier.round);
  const counting = new Map(statuses.map(({ partner, counting }) => [partner.code, counting?.id]));
  const ids = [...counting.values()].filter((id) => id !== undefined);
  const responses = await loadResponses(register, earlier.instrument, ids);
  return new Map(
    partners.map(({ code }) => {
      const response = responses.get(counting.get(code) ?? -1);
      return [code, lastRoundOf(instrument, { round: earlier.round.round, instrument: earlier.instrument, response })];
    }),
  );
}
