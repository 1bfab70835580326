import type { Finding } from '../../finding/index.ts';
import { fingerprint } from '../../instrument/model/fingerprint.ts';
import type { Instrument } from '../../instrument/model/schema.ts';
import { responseFromRows } from '../../register/rows/answerRows.ts';
import type { Register } from '../../register/tables/register.ts';
import type { AnswerRow } from '../../register/tables/schema.ts';
import type { Response } from '../../response/response.ts';
import { carryOver } from '../../scoring/editions/carryOver.ts';
import { type Sent, sentInstrument } from '../round/sentInstrument.ts';
import { otherEdition } from './otherEdition.ts';

/** An accepted return as the questions of an instrument have it. */
export interface LoadedReturn {
  readonly response: Response;
  /** What the answers were given to. Undefined where the register has not kept that definition. */
  readonly sent: Instrument | undefined;
  /** Present when the answers were given to another edition or wording. */
  readonly otherEdition: Finding | undefined;
}

/** Accepted returns, by their id. Answers meet the instrument's questions by key. */
export async function loadReturns(
  register: Register,
  instrument: Instrument,
  returnIds: readonly number[],
): Promise<ReadonlyMap<number, LoadedReturn>> {
  const now = fingerprint(instrument);
  const editions = new Map<string, Instrument | undefined>([[now, instrument]]);
  const returns = new Map<number, LoadedReturn>();
  for (const id of returnIds) {
    const sent = await sentAs(register, id);
    if (!editions.has(sent.fingerprint)) editions.set(sent.fingerprint, await sentInstrument(register, [], sent));
    const rows: AnswerRow[] = await register.db.selectFrom('answer').selectAll().where('return_id', '=', id).execute();
    returns.set(id, loaded(editions.get(sent.fingerprint), instrument, rows));
  }
  return returns;
}

function loaded(sent: Instrument | undefined, now: Instrument, rows: readonly AnswerRow[]): LoadedReturn {
  if (sent === undefined || sent === now) {
    return { response: responseFromRows(now, rows), sent, otherEdition: undefined };
  }
  const read = responseFromRows(sent, rows);
  return { response: carryOver(sent, now, read), sent, otherEdition: otherEdition(sent, now, read) };
}

const sentAs = ({ db }: Register, id: number): Promise<Sent> =>
  db
    .selectFrom('return')
    .innerJoin('workbook', 'workbook.id', 'return.workbook')
    .select(['workbook.instrument', 'workbook.edition', 'workbook.fingerprint'])
    .where('return.id', '=', id)
    .executeTakeFirstOrThrow();
