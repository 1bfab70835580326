import type { Instrument } from '../../instrument/model/schema.ts';
import type { Register } from '../../register/tables/register.ts';
import type { Response } from '../../response/response.ts';
import { reviewRoundOf } from '../round/reviewRound.ts';
import { type Round, roundStatus } from '../round/roundStatus.ts';
import { type UncountedReview, uncountedReviews } from '../round/uncountedReviews.ts';
import { loadResponses } from './loadResponses.ts';
import { type OutdatedReview, outdatedReviews } from './outdatedReviews.ts';

/** What assessors answered about the partners of a round. */
export interface Reviews {
  /** The instrument of the reviews. */
  readonly instrument: Instrument;
  /** The assessor's answers about each partner of which a review came back, by partner code. */
  readonly byPartner: ReadonlyMap<string, Response>;
  /** Those that are in no figure, also where none came back. */
  readonly uncounted: readonly UncountedReview[];
  /** Those about other answers than the ones that count now. */
  readonly outdated: readonly OutdatedReview[];
}

/** Loads the second opinions on a round; undefined if none came back, from partners that left it neither. */
export async function loadReviews(
  register: Register,
  instrument: Instrument,
  round: Round,
): Promise<Reviews | undefined> {
  const reviews = await reviewRoundOf(register, round);
  if (reviews === undefined) return undefined;
  const statuses = await roundStatus(register, reviews.round);
  const ids = statuses.flatMap(({ counting }) => counting?.id ?? []);
  const uncounted = await uncountedReviews(register, round);
  if (ids.length === 0 && uncounted.every(({ returned }) => returned === undefined)) return undefined;
  const responses = await loadResponses(register, reviews.instrument, ids);
  const outdated = await outdatedReviews(register, { round, instrument });
  return {
    ...{ instrument: reviews.instrument, uncounted },
    outdated: outdated.filter(({ returned }) => returned !== undefined),
    byPartner: new Map(
      statuses.flatMap(({ partner, counting }): readonly [string, Response][] => {
        const response = responses.get(counting?.id ?? -1);
        return response === undefined ? [] : [[partner.code, response]];
      }),
    ),
  };
}
