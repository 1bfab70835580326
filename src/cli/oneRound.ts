import type { Register } from '../register/openRegister.ts';
import { type RoundInUse, roundsInUse } from './common.ts';
import { UsageError } from './surroundings.ts';

/**
 * The round of a name and its instrument, for what is made of one instrument only.
 *
 * @throws UsageError when there is none, or several and none was chosen.
 */
export async function oneRound(
  register: Register,
  { round, instrument }: { readonly round: string; readonly instrument?: string },
): Promise<RoundInUse> {
  const rounds = await roundsInUse(register, round, instrument);
  const [only, ...others] = rounds;
  if (only !== undefined && others.length === 0) return only;
  throw new UsageError(
    `Round "${round}" has several instruments: add --instrument with one of ${rounds.map((one) => one.instrument.key).join(', ')}.`,
  );
}
