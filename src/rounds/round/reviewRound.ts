import type { Instrument } from '../../instrument/model/schema.ts';
import { reviewKey } from '../../instrument/reviewInstrument.ts';
import type { Register } from '../../register/tables/register.ts';
import { roundInstrument } from './roundInstrument.ts';
import { type Round, roundsNamed } from './roundStatus.ts';

/** A round of reviews, with its instrument. */
export interface ReviewRound {
  readonly round: Round;
  readonly instrument: Instrument;
}

/** The reviews of a round; undefined if there are none. */
export async function reviewRoundOf(
  register: Register,
  reviewed: Pick<Round, 'round' | 'instrument'>,
): Promise<ReviewRound | undefined> {
  const key = reviewKey(reviewed.instrument);
  const round = (await roundsNamed(register, reviewed.round)).find((one) => one.instrument === key);
  const instrument = round && (await roundInstrument(register, [], round));
  // Another instrument may have such a key.
  return round === undefined || instrument?.reviews !== reviewed.instrument ? undefined : { round, instrument };
}
