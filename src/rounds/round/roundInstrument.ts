import type { Instrument } from '../../instrument/model/schema.ts';
import type { Register } from '../../register/tables/register.ts';
import type { Round } from './roundStatus.ts';
import { roundWording } from './roundWording.ts';
import { sentInstrument } from './sentInstrument.ts';

/**
 * The instrument by which a round is scored and rolled up: the wording with which the round was last generated.
 *
 * @returns Undefined if it is neither in the register nor installed, or there is no such round.
 */
export async function roundInstrument(
  register: Register,
  installed: readonly Instrument[],
  round: Pick<Round, 'round' | 'instrument'>,
): Promise<Instrument | undefined> {
  const wording = await roundWording(register, round);
  return wording && sentInstrument(register, installed, wording);
}
