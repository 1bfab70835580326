import type { Instrument } from '../../instrument/model/schema.ts';
import { asksForNumbers, takesLastRound } from '../../instrument/model/traverse.ts';
import { Refusal } from '../../refusal.ts';
import type { EarlierRound } from '../../rounds/returns/lastRounds.ts';
import { type Round, roundsNamed } from '../../rounds/round/roundStatus.ts';
import type { OperationContext } from './operationContext.ts';
import { roundsInUse } from './roundsInUse.ts';

/**
 * The rounds of several names, from the earliest to the last by their deadlines.
 *
 * @throws Refusal as for one of them.
 */
export async function earlierRounds(
  context: OperationContext,
  names: string | readonly string[] = [],
  inUse: Parameters<typeof earlierRound>[2],
): Promise<readonly EarlierRound[]> {
  const rounds: EarlierRound[] = [];
  for (const name of new Set(typeof names === 'string' ? [names] : names)) {
    rounds.push(await earlierRound(context, name, inUse));
  }
  return rounds.toSorted((a, b) => a.round.due.getTime() - b.round.due.getTime());
}

/** What is compared with an earlier round. */
interface Comparable {
  readonly instrument: Instrument;
  readonly round: Pick<Round, 'round' | 'due'>;
  /** Whether numbers are compared too, and answers given as facts, so that an instrument without scores can be. */
  readonly byNumbers?: boolean;
}

/**
 * The round of a name, for comparing another with it.
 *
 * @throws Refusal when it is no earlier round of the same instrument, or nothing of it can be compared.
 */
export async function earlierRound(
  context: OperationContext,
  name: string,
  { instrument, round, byNumbers = false }: Comparable,
): Promise<EarlierRound> {
  const refuse = (problem: string, cure = ''): Refusal =>
    new Refusal(
      'previous.not-comparable',
      (input) => `${input('previous')} ${name} ${problem}${cure.replace('{previous}', input('previous'))}`,
    );
  if (name === round.round) throw refuse('is this round itself. Name an earlier one.');
  const isOfUse = byNumbers && (asksForNumbers(instrument) || takesLastRound(instrument));
  if (instrument.scorecard === undefined && !isOfUse) {
    const problem = `cannot be compared: the instrument ${instrument.key} scores no questions.`;
    throw refuse(problem, ' Leave {previous} out.');
  }
  const others = (await roundsNamed(context.register, name)).map((other) => other.instrument);
  if (others.length > 0 && !others.includes(instrument.key)) {
    throw refuse(
      `is a round of ${others.join(', ')}, and answers to ${instrument.key} can be compared only with its own.`,
    );
  }
  const [earlier] = await roundsInUse(context, { round: name, instrument: instrument.key });
  if (earlier === undefined) throw refuse('is not in the register.');
  if (earlier.round.due > round.due) throw refuse(`was due after round ${round.round}. Name an earlier one.`);
  return earlier;
}
