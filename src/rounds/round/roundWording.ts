import type { OpenDatabase } from '../../register/tables/openDatabase.ts';
import type { Round } from './roundStatus.ts';
import type { SentWording } from './sentInstrument.ts';

/**
 * The wording by which a round is scored: the round's own, or else the one of its edition that was issued last.
 *
 * @returns With an empty fingerprint if neither is known; undefined if there is no such round.
 */
export async function roundWording(
  { db }: OpenDatabase,
  { round, instrument }: Pick<Round, 'round' | 'instrument'>,
): Promise<SentWording | undefined> {
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
