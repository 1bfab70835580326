import type { Instrument } from '../instrument/schema.ts';
import { scorecardOf } from '../scoring/scorecard.ts';
import { loadResponses } from './loadResponses.ts';
import type { Register } from './openRegister.ts';

/** Scores the accepted returns of a round anew, by the instrument that the round has now: answers meet by key. */
export async function rescoreReturns(register: Register, round: string, instrument: Instrument): Promise<void> {
  const returns = await register.db
    .selectFrom('return')
    .innerJoin('workbook', 'workbook.id', 'return.workbook')
    .where('workbook.round', '=', round)
    .where('workbook.instrument', '=', instrument.key)
    .where('return.status', '=', 'accepted')
    .select('return.id')
    .execute();
  const responses = await loadResponses(
    register,
    instrument,
    returns.map(({ id }) => id),
  );
  for (const [id, response] of responses) {
    const { coverage, band } = scorecardOf(instrument, response).overall;
    await register.db
      .updateTable('return')
      .set({ coverage: coverage ?? null, band })
      .where('id', '=', id)
      .execute();
  }
}
