import { type Finding, finding } from '../../finding/index.ts';
import type { Partner } from '../../partners/partner.ts';
import type { Register } from '../../register/tables/register.ts';
import type { Departure } from '../changes/departures.ts';
import { describeDeparture } from './describeDeparture.ts';
import { reviewRoundOf } from './reviewRound.ts';
import { roundsNamed, wholeStatus } from './roundStatus.ts';

/** A review that is in no figure, because its partner left the round or no self-assessment of it counts. */
export interface UncountedReview {
  readonly partner: Partner;
  /** The number of the review; undefined if none came back that would count. */
  readonly returned: number | undefined;
  /** Present if the partner left the round. */
  readonly departure?: Departure;
}

/**
 * The reviews that do not count, also those that are still with an assessor.
 *
 * @param reviewed Name of the round, and key of the instrument that is reviewed.
 */
export async function uncountedReviews(
  register: Register,
  reviewed: { readonly round: string; readonly instrument: string },
): Promise<readonly UncountedReview[]> {
  const rounds = await roundsNamed(register, reviewed.round);
  const own = rounds.find(({ instrument }) => instrument === reviewed.instrument);
  const reviews = await reviewRoundOf(register, reviewed);
  if (own === undefined || reviews === undefined) return [];
  const [assessed, written] = [await wholeStatus(register, own), await wholeStatus(register, reviews.round)];
  const left = new Map(
    [...written.departed, ...assessed.departed].map(({ partner, departure }) => [partner.code, departure]),
  );
  const counting = new Set(
    assessed.takingPart.flatMap((status) => (status.counting === undefined ? [] : [status.partner.code])),
  );
  return [...written.takingPart, ...written.departed].flatMap((status) => {
    const { partner } = status;
    const departure = left.get(partner.code);
    if (departure === undefined && counting.has(partner.code)) return [];
    return [{ partner, returned: status.counting?.id, ...(departure === undefined ? {} : { departure }) }];
  });
}

/** Why a review does not count, as a part of a sentence. */
const whyUncounted = ({ departure }: Pick<UncountedReview, 'departure'>): string =>
  departure === undefined
    ? 'no self-assessment of the partner counts'
    : `the partner ${describeDeparture({ departure })}`;

/**
 * Says that a review does not count, and what helps.
 *
 * @param round Name of the round as commands take it, with the instrument where it has several.
 */
export function uncountedFinding(review: UncountedReview, round: string): Finding {
  const { partner, returned = null, departure } = review;
  const successors = departure === undefined ? null : [...departure.successors];
  const facts = { partner: partner.name, code: partner.code, round, why: whyUncounted(review) };
  return finding('round.review-uncounted', { key: partner.code }, { ...facts, returned, successors });
}

/** A sentence for each review that came back and does not count. */
export const describeUncounted = (reviews: readonly UncountedReview[]): readonly string[] =>
  reviews.flatMap((review) => {
    const { partner, returned } = review;
    if (returned === undefined) return [];
    const why = whyUncounted(review);
    return [
      `The review of ${partner.code} ${partner.name} (return ${returned}) is in no figure: ${why}. The register keeps it.`,
    ];
  });
