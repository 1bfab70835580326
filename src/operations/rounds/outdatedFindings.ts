import type { Finding } from '../../finding/index.ts';
import { reviewKey } from '../../instrument/reviewInstrument.ts';
import type { Register } from '../../register/tables/register.ts';
import { type OutdatedReview, outdatedFinding } from '../../rounds/returns/outdatedReviews.ts';
import { type Round, roundsNamed } from '../../rounds/round/roundStatus.ts';

/**
 * A warning for each review that is out of date, with the command that helps.
 *
 * @param reviewed The round of the self-assessments.
 */
export async function outdatedFindings(
  register: Register,
  reviewed: Pick<Round, 'round' | 'instrument'>,
  outdated: readonly OutdatedReview[],
): Promise<readonly Finding[]> {
  if (outdated.length === 0) return [];
  const { round, instrument } = reviewed;
  const others = (await roundsNamed(register, round)).filter(
    (one) => one.instrument !== instrument && one.instrument !== reviewKey(instrument),
  );
  const named = others.length === 0 ? round : `${round} --instrument ${instrument}`;
  return outdated.map((one) => outdatedFinding(one, named));
}
