import type { Instrument } from '../instrument/schema.ts';
import type { Response } from '../response/response.ts';
import { responseFromRows } from './answerRows.ts';
import type { Register } from './openRegister.ts';
import type { AnswerRow } from './schema.ts';

/** The responses of returns, by the return's id. */
export async function loadResponses(
  { db }: Register,
  instrument: Instrument,
  returnIds: readonly number[],
): Promise<ReadonlyMap<number, Response>> {
  const responses = new Map<number, Response>();
  for (const id of returnIds) {
    const rows: AnswerRow[] = await db.selectFrom('answer').selectAll().where('return_id', '=', id).execute();
    responses.set(id, responseFromRows(instrument, rows));
  }
  return responses;
}
