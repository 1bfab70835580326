import type { Register } from '../../register/tables/register.ts';
import type { Round } from './roundStatus.ts';
import type { Sent } from './sentInstrument.ts';

/**
 * The wording by which a round is scored: the one that the round has, or else the one of its edition that went out last.
 *
 * @returns with an empty fingerprint when neither is known; undefined when there is no such round.
 */
export async function roundWording(
  { db }: Register,
  { round, instrument }: Pick<Round, 'round' | 'instrument'>,
): Promise<Sent | undefined> {
  const own = await db
    .selectFrom('round')
    .select(['edition', 'fingerprint'])
    .where('round', '=', round)
    .where('instrument', '=', instrument)
    .executeTakeFirst();
  if (own === undefined) return undefined;
  const { edition } = own;
  if (typeof own.fingerprint === 'string') return { instrument, edition, fingerprint: own.fingerprint };
  const last = await db
    .selectFrom('workbook')
    .select('fingerprint')
    .where('round', '=', round)
    .where('instrument', '=', instrument)
    .where('edition', '=', edition)
    .orderBy('issue_order', 'desc')
    .limit(1)
    .executeTakeFirst();
  return { instrument, edition, fingerprint: last?.fingerprint ?? '' };
}
