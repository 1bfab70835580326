import type { Register } from '../../register/tables/register.ts';
import { eachResult, type ReturnedResult, type RollUp, type RoundPartners } from './rollUp.ts';

/** Partners of which the answers are in memory at one time. */
const atOnce = 200;

/** The partners of a round that returned, in roll-ups of a few at a time: for what is made of one return after the other. */
export async function* rollUpsInTurn(
  register: Register,
  { instrument, round, partners }: Omit<RoundPartners, 'departed'>,
): AsyncGenerator<RollUp> {
  let piece: ReturnedResult[] = [];
  for await (const result of eachResult(register, instrument, partners)) {
    piece.push(result);
    if (piece.length < atOnce) continue;
    yield { instrument, round, partners: piece };
    piece = [];
  }
  if (piece.length > 0) yield { instrument, round, partners: piece };
}
