import type { Instrument } from '../../instrument/model/schema.ts';
import type { Register } from '../../register/tables/register.ts';
import type { EarlierRound } from '../../rounds/returns/lastRounds.ts';
import { type Round, roundsNamed } from '../../rounds/round/roundStatus.ts';
import { UsageError } from '../terminal/context.ts';
import { roundsInUse } from './common.ts';

/**
 * The round that `--previous` names, for comparing another with it.
 *
 * @throws UsageError when it is no earlier round of the same instrument, or nothing of it can be compared.
 */
export async function earlierRound(
  register: Register,
  name: string,
  { instrument, round }: { readonly instrument: Instrument; readonly round: Pick<Round, 'round' | 'due'> },
): Promise<EarlierRound> {
  const refuse = (problem: string): UsageError => new UsageError(`--previous ${name} ${problem}`);
  if (name === round.round) throw refuse('is this round itself. Name an earlier one.');
  if (instrument.scorecard === undefined) {
    throw refuse(`cannot be compared: the instrument ${instrument.key} scores no questions. Leave --previous out.`);
  }
  const others = (await roundsNamed(register, name)).map((other) => other.instrument);
  if (others.length > 0 && !others.includes(instrument.key)) {
    throw refuse(
      `is a round of ${others.join(', ')}, and answers to ${instrument.key} can be compared only with its own.`,
    );
  }
  const [earlier] = await roundsInUse(register, name, instrument.key);
  if (earlier === undefined) throw refuse('is not in the register.');
  if (earlier.round.due > round.due) throw refuse(`was due after round ${round.round}. Name an earlier one.`);
  return earlier;
}
