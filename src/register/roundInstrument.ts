import type { Instrument } from '../instrument/schema.ts';
import type { Register } from './openRegister.ts';
import type { Round } from './roundStatus.ts';
import { sentInstrument } from './sentInstrument.ts';

/**
 * The instrument by which a round is scored and rolled up: the wording of the round's edition that went out last.
 *
 * @returns undefined when it is neither in the register nor installed.
 */
export async function roundInstrument(
  register: Register,
  installed: readonly Instrument[],
  { round, instrument, edition }: Pick<Round, 'round' | 'instrument' | 'edition'>,
): Promise<Instrument | undefined> {
  const last = await register.db
    .selectFrom('workbook')
    .select('fingerprint')
    .where('round', '=', round)
    .where('instrument', '=', instrument)
    .where('edition', '=', edition)
    .orderBy('issued_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return sentInstrument(register, installed, { instrument, edition, fingerprint: last?.fingerprint ?? '' });
}
