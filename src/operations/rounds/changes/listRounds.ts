import { type Round, roundNames, roundsNamed, wholeStatus } from '../../../rounds/round/roundStatus.ts';
import type { OperationContext } from '../operationContext.ts';

/** A round of one instrument, and how far it has come. */
export interface RoundSummary extends Round {
  readonly state: RoundState;
  /** How many partners take part, and how many of them have a return that counts. */
  readonly partners: number;
  readonly returned: number;
  /** How many left it. */
  readonly departed: number;
}

/** `past due`: the deadline has passed, and returns still count where none came in time. */
export type RoundState = 'open' | 'past due' | 'closed';

/** Every round in the register, by name. */
export async function listRounds({ register, now }: OperationContext): Promise<readonly RoundSummary[]> {
  const all: RoundSummary[] = [];
  for (const name of await roundNames(register)) {
    for (const round of await roundsNamed(register, name)) {
      const { takingPart, departed } = await wholeStatus(register, round);
      all.push({
        ...round,
        state: stateOf(round, now()),
        partners: takingPart.length,
        returned: takingPart.filter(({ counting }) => counting !== undefined).length,
        departed: departed.length,
      });
    }
  }
  return all;
}

export function stateOf({ due, closes }: Pick<Round, 'due' | 'closes'>, now: Date): RoundState {
  if (closes !== undefined && closes <= now) return 'closed';
  return due < now ? 'past due' : 'open';
}
