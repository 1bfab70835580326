import { type Finding, FindingsError, type Place } from '../../finding/index.ts';
import type { Instrument } from '../../instrument/model/schema.ts';
import { loadFile } from '../../register/rows/storedBytes.ts';
import type { Register } from '../../register/tables/register.ts';
import { loadReturns } from '../../rounds/returns/loadReturns.ts';
import { roundInstrument } from '../../rounds/round/roundInstrument.ts';
import { readPackage } from '../../spreadsheet/read/readPackage.ts';
import { readResponse } from '../../workbook/read/readResponse.ts';
import type { EarlierReturn } from './compareReturn.ts';
import { diffReturns, type OwnAnswers } from './diffReturns.ts';

/** The differences of a return that was just read from an earlier one: only that one is loaded. */
export async function differencesOfRead(
  register: Register,
  own: OwnAnswers,
  { id, received }: EarlierReturn,
): Promise<readonly Finding[]> {
  const earlier = (await loadReturns(register, own.instrument, [id])).get(id);
  return earlier === undefined ? [] : diffReturns(own, { id, response: earlier.response, received });
}

/**
 * The differences of a return that was imported before from an earlier one.
 *
 * @param installed The instruments that are installed.
 * @param bytes The file of the return, where it is at hand; otherwise it is loaded.
 * @returns none where nobody knows the instrument of the round any more.
 */
export async function differencesOfStored(
  register: Register,
  installed: readonly Instrument[],
  id: number,
  earlier: EarlierReturn,
  bytes?: Uint8Array,
): Promise<readonly Finding[]> {
  const { file, ...round } = await register.db
    .selectFrom('return')
    .innerJoin('workbook', 'workbook.id', 'return.workbook')
    .select(['return.file', 'workbook.round', 'workbook.instrument'])
    .where('return.id', '=', id)
    .executeTakeFirstOrThrow();
  const instrument = await roundInstrument(register, installed, round);
  if (instrument === undefined) return [];
  const returns = await loadReturns(register, instrument, [earlier.id, id]);
  const [before, own] = [returns.get(earlier.id), returns.get(id)];
  if (before === undefined || own === undefined) return [];
  const places = placesIn(bytes ?? (await loadFile(register, file)), own.sent ?? instrument);
  const { received } = earlier;
  return diffReturns(
    { id, instrument, response: own.response, places },
    { id: earlier.id, response: before.response, received },
  );
}

/** Where the answers are in a file: it is read again, as rows and columns may have been moved. */
function placesIn(bytes: Uint8Array | undefined, sent: Instrument): readonly Place[] {
  if (bytes === undefined) return [];
  try {
    return readResponse(readPackage(bytes), sent).places;
  } catch (failure) {
    // It was read once, but limits may have been lowered since.
    if (failure instanceof FindingsError) return [];
    throw failure;
  }
}
