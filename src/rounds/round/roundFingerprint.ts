import type { Register } from '../../register/tables/register.ts';
import type { Round } from './roundStatus.ts';

/**
 * Fingerprint of the wording by which a round is scored: as the round keeps it, or else the wording of its edition that
 * went out last.
 */
export async function roundFingerprint(
  { db }: Register,
  { round, instrument, edition }: Pick<Round, 'round' | 'instrument' | 'edition'>,
): Promise<string | undefined> {
  const kept = await db
    .selectFrom('round')
    // All of it, because a register of an older version, which may only be read, has no column for the wording.
    .selectAll()
    .where('round', '=', round)
    .where('instrument', '=', instrument)
    .where('edition', '=', edition)
    .executeTakeFirst();
  if (typeof kept?.fingerprint === 'string') return kept.fingerprint;
  const last = await db
    .selectFrom('workbook')
    .select('fingerprint')
    .where('round', '=', round)
    .where('instrument', '=', instrument)
    .where('edition', '=', edition)
    .orderBy('issue_order', 'desc')
    .limit(1)
    .executeTakeFirst();
  return last?.fingerprint;
}
