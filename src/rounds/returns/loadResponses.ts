import type { Instrument } from '../../instrument/model/schema.ts';
import type { Register } from '../../register/tables/register.ts';
import type { Response } from '../../response/response.ts';
import { loadReturns } from './loadReturns.ts';

/** The responses of accepted returns, as answers to an instrument's questions, by the return's id. */
export async function loadResponses(
  register: Register,
  instrument: Instrument,
  returnIds: readonly number[],
): Promise<ReadonlyMap<number, Response>> {
  const returns = await loadReturns(register, instrument, returnIds);
  return new Map([...returns].map(([id, { response }]) => [id, response]));
}
