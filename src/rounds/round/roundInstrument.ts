import type { Instrument } from '../../instrument/model/schema.ts';
import type { Register } from '../../register/tables/register.ts';
import { roundFingerprint } from './roundFingerprint.ts';
import type { Round } from './roundStatus.ts';
import { sentInstrument } from './sentInstrument.ts';

/**
 * The instrument by which a round is scored and rolled up: the wording of the round's edition that it was last generated with.
 *
 * @returns undefined when it is neither in the register nor installed.
 */
export async function roundInstrument(
  register: Register,
  installed: readonly Instrument[],
  round: Pick<Round, 'round' | 'instrument' | 'edition'>,
): Promise<Instrument | undefined> {
  const { instrument, edition } = round;
  const wording = await roundFingerprint(register, round);
  return sentInstrument(register, installed, { instrument, edition, fingerprint: wording ?? '' });
}
