import type { Instrument } from '../../instrument/model/schema.ts';
import { isReview } from '../../instrument/reviewInstrument.ts';
import { Refusal } from '../../refusal.ts';
import { roundInstrument } from '../../rounds/round/roundInstrument.ts';
import { type Round, roundNames, roundsNamed } from '../../rounds/round/roundStatus.ts';
import type { OperationContext } from './operationContext.ts';

export interface RoundInUse {
  readonly round: Round;
  readonly instrument: Instrument;
}

/** What a round is asked for by: its name, and the key of an instrument where only that one is meant. */
export interface RoundRequest {
  readonly round: string;
  readonly instrument?: string;
}

type Known = Pick<OperationContext, 'register' | 'instruments'>;

/**
 * The rounds of a name with their instruments, or the one of a certain instrument. Second opinions are only among them if
 * they are asked for by their own key.
 *
 * @throws Refusal when the register has none such, or an instrument of it is not installed.
 */
export async function roundsInUse(known: Known, request: RoundRequest): Promise<readonly RoundInUse[]> {
  const rounds = await roundsWithReviews(known, request);
  const assessments = rounds.filter(({ instrument }) => !isReview(instrument));
  return request.instrument === undefined && assessments.length > 0 ? assessments : rounds;
}

/**
 * The same with second opinions among them.
 *
 * @throws Refusal as `roundsInUse` does.
 */
export async function roundsWithReviews(
  known: Known,
  { round: name, instrument: key }: RoundRequest,
): Promise<readonly RoundInUse[]> {
  const { register } = known;
  const named = await roundsNamed(register, name);
  const rounds = named.filter((round) => key === undefined || round.instrument === key);
  if (rounds.length > 0) return Promise.all(rounds.map((round) => withInstrument(known, round)));
  if (named.length > 0) {
    throw new Refusal(
      'instrument.not-in-round',
      () =>
        `Round "${name}" has no instrument "${key}". It has: ${named.map(({ instrument }) => instrument).join(', ')}.`,
    );
  }
  const others = await roundNames(register);
  throw new Refusal(
    'round.unknown',
    (input) =>
      `The register has no round "${name}". ${others.length === 0 ? `It has none yet: generate the workbooks first, or check ${input('register')}.` : `It has: ${others.join(', ')}.`}`,
  );
}

/**
 * The one round of a name, or of a name and a certain instrument.
 *
 * @throws Refusal when there is none such, or several.
 */
export async function onlyRound(known: Known, request: RoundRequest): Promise<RoundInUse> {
  const rounds = await roundsInUse(known, request);
  const [only, ...others] = rounds;
  if (only !== undefined && others.length === 0) return only;
  const keys = rounds.map(({ instrument }) => instrument.key);
  throw new Refusal(
    'instrument.one-of-several',
    (input) =>
      `Round "${request.round}" has several instruments: add ${input('instrument')} with one of ${keys.join(', ')}.`,
  );
}

async function withInstrument({ register, instruments }: Known, round: Round): Promise<RoundInUse> {
  const instrument = await roundInstrument(register, instruments, round);
  if (instrument !== undefined) return { round, instrument };
  throw new Refusal(
    'instrument.not-installed',
    () => `The instrument ${round.instrument}, edition ${round.edition}, of that round is not installed here.`,
  );
}
