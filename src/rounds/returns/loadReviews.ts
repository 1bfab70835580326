import type { Instrument } from '../../instrument/model/schema.ts';
import { reviewKey } from '../../instrument/reviewInstrument.ts';
import type { Register } from '../../register/tables/register.ts';
import type { Response } from '../../response/response.ts';
import { roundInstrument } from '../round/roundInstrument.ts';
import { type Round, roundStatus, roundsNamed } from '../round/roundStatus.ts';
import { type UncountedReview, uncountedReviews } from '../round/uncountedReviews.ts';
import { loadResponses } from './loadResponses.ts';

/** What assessors answered about the partners of a round. */
export interface Reviews {
  /** The instrument of the reviews. */
  readonly instrument: Instrument;
  /** The assessor's answers about each partner of which a review came back, by partner code. */
  readonly byPartner: ReadonlyMap<string, Response>;
  /** Those that are in no figure, also where none came back. */
  readonly uncounted: readonly UncountedReview[];
}

/** Loads the second opinions on a round; undefined if none came back, from partners that left it neither. */
export async function loadReviews(
  register: Register,
  instrument: Instrument,
  { round: name }: Pick<Round, 'round'>,
): Promise<Reviews | undefined> {
  const key = reviewKey(instrument.key);
  const round = (await roundsNamed(register, name)).find((one) => one.instrument === key);
  const reviewing = round && (await roundInstrument(register, [], round));
  // Another instrument may have such a key.
  if (round === undefined || reviewing?.reviews !== instrument.key) return undefined;
  const statuses = await roundStatus(register, round);
  const ids = statuses.flatMap(({ counting }) => counting?.id ?? []);
  const uncounted = await uncountedReviews(register, { round: name, instrument: instrument.key });
  if (ids.length === 0 && uncounted.every(({ returned }) => returned === undefined)) return undefined;
  const responses = await loadResponses(register, reviewing, ids);
  return {
    ...{ instrument: reviewing, uncounted },
    byPartner: new Map(
      statuses.flatMap(({ partner, counting }): readonly [string, Response][] => {
        const response = responses.get(counting?.id ?? -1);
        return response === undefined ? [] : [[partner.code, response]];
      }),
    ),
  };
}
