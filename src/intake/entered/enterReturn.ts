import { FindingsError } from '../../finding/index.ts';
import type { Register } from '../../register/tables/register.ts';
import { makeChange } from '../../rounds/changes/makeChange.ts';
import type { Author } from '../../rounds/changes/roundChange.ts';
import { presentValue } from '../../rounds/changes/storedValue.ts';
import { placeInRound } from '../placeInRound.ts';
import { type ImportContext, readReturn } from '../readReturn.ts';
import { type IncomingFile, lookUpFile, type ReceivedFile } from '../record/incomingFile.ts';
import { recordInside } from '../record/recordReturn.ts';
import { acceptedOutcome, scoreReturn } from '../scoreReturn.ts';

/** A return that an analyst enters, and the entry of that decision. */
export interface EnteredReturn {
  readonly id: number;
  /** Undefined where nothing was changed: it is entered already. */
  readonly change: number | undefined;
}

/** @returns the incoming file, with the number of the return that was made of these bytes before. */
export async function lookUpEntered(
  register: Register,
  file: ReceivedFile,
): Promise<{ readonly incoming: IncomingFile; readonly known: number | undefined }> {
  const incoming = await lookUpFile(register, file);
  const rows = register.db.selectFrom('return').select('id').where('file', '=', incoming.sha256);
  const row = await rows.where('status', '=', 'accepted').executeTakeFirst();
  return { incoming, known: row?.id };
}

/**
 * Enters a workbook that an analyst filled in or Scorebook put together, inside a transaction: it is read, scored and recorded
 * like any other, and marked as entered. Bytes that were entered before are marked again.
 *
 * @param of Numbers of the returns of which it was put together; none for one from paper.
 * @throws FindingsError with everything for which it cannot be used
 */
export async function enterReturn(
  register: Register,
  context: ImportContext,
  file: ReceivedFile,
  of: readonly number[],
  author: Author,
): Promise<EnteredReturn> {
  const { incoming, known } = await lookUpEntered(register, file);
  const read = await readReturn(register, context, file);
  if (!('response' in read)) throw new FindingsError(read.findings);
  const scored = scoreReturn(await placeInRound(register, context, read));
  const id = known ?? (await recordInside(register, incoming, acceptedOutcome(read, scored)));
  if (id === undefined) throw new Error('A file that is not known was recorded before');
  const key = { round: scored.round, instrument: scored.instrument.key };
  const change = { partner: scored.partner.code, what: 'entered' } as const;
  const before = await presentValue(register, key, change);
  const after = [...before.filter((one) => one.return !== id), { return: id, of }];
  return { id, change: await makeChange(register, key, { ...change, after }, author) };
}
