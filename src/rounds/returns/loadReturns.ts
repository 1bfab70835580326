import type { Finding } from '../../finding/index.ts';
import { fingerprint } from '../../instrument/model/fingerprint.ts';
import type { Instrument } from '../../instrument/model/schema.ts';
import { isOneOf } from '../../register/database/fragments.ts';
import { responseFromRows } from '../../register/rows/answerRows.ts';
import type { OpenDatabase } from '../../register/tables/openDatabase.ts';
import type { Register } from '../../register/tables/register.ts';
import type { AnswerRow } from '../../register/tables/schema.ts';
import type { Response } from '../../response/response.ts';
import type { PartnerFacts } from '../../scoring/conditions/askedBy.ts';
import { withDerived } from '../../scoring/conditions/withDerived.ts';
import { carryOver } from '../../scoring/editions/carryOver.ts';
import { withComputed } from '../../scoring/figures/withComputed.ts';
import type { CorrectionMade } from '../round/decisions.ts';
import { factsIn } from '../round/issuedFacts.ts';
import { type SentWording, sentInstrument } from '../round/sentInstrument.ts';
import { correctedRows, loadCorrections } from './corrections.ts';
import { otherEdition } from './otherEdition.ts';

/** An accepted return as it was decided, as the questions of an instrument have it. */
export interface LoadedReturn {
  /** Its answers as they came, with those that were corrected in their place. */
  readonly response: Response;
  /** What was corrected. */
  readonly corrections: readonly CorrectionMade[];
  /** What the answers were given to. Undefined where the register does not have that definition. */
  readonly sent: Instrument | undefined;
  /** Present when the answers were given to another edition or wording. */
  readonly otherEdition: Finding | undefined;
}

/**
 * Loads accepted returns, by their id, in the order of the ids given. Answers meet the instrument's questions by key.
 *
 * @throws Error when one of the returns is not in the register.
 */
export async function loadReturns(
  register: Register,
  instrument: Instrument,
  returnIds: readonly number[],
): Promise<ReadonlyMap<number, LoadedReturn>> {
  const returns = new Map<number, LoadedReturn>();
  for await (const [id, one] of eachReturn(register, instrument, returnIds)) returns.set(id, one);
  return returns;
}

/** Loads the same returns in batches, and yields one after the other. */
export async function* eachReturn(
  register: Register,
  instrument: Instrument,
  returnIds: readonly number[],
): AsyncGenerator<readonly [id: number, loaded: LoadedReturn]> {
  const editions = new Map<string, Instrument | undefined>([[fingerprint(instrument), instrument]]);
  const corrections = await loadCorrections(register, returnIds);
  for (let start = 0; start < returnIds.length; start += batchSize) {
    const ids = returnIds.slice(start, start + batchSize);
    const sentAs = await loadSent(register, ids);
    const answers = await loadAnswers(register, ids);
    for (const id of ids) {
      const sent = sentAs.get(id);
      if (sent === undefined) throw new Error(`Return ${id} is not in the register`);
      if (!editions.has(sent.fingerprint)) editions.set(sent.fingerprint, await sentInstrument(register, [], sent));
      const edition = editions.get(sent.fingerprint);
      const asked = { sent: edition, now: instrument, partner: sent.partner };
      yield [id, loaded(asked, answers.get(id) ?? [], corrections.get(id))];
    }
  }
}

/** Returns of which the rows are in memory at one time: each has some hundred answers. */
const batchSize = 100;

interface Asked {
  readonly sent: Instrument | undefined;
  readonly now: Instrument;
  /** What decided which questions were asked of the partner. */
  readonly partner: PartnerFacts;
}

function loaded(
  { sent, now, partner }: Asked,
  came: readonly AnswerRow[],
  corrections: readonly CorrectionMade[] = [],
): LoadedReturn {
  // What is corrected is an answer to what was asked.
  const rows = correctedRows(sent ?? now, came, corrections);
  if (sent === undefined || sent === now) {
    const response = withDerived(now, responseFromRows(now, rows), partner);
    return { response, corrections, sent, otherEdition: undefined };
  }
  const read = withDerived(sent, responseFromRows(sent, rows), partner);
  const response = withComputed(now, carryOver(sent, now, read));
  return { response, corrections, sent, otherEdition: otherEdition(sent, now, read) };
}

async function loadSent(
  { db }: OpenDatabase,
  ids: readonly number[],
): Promise<ReadonlyMap<number, SentWording & Pick<Asked, 'partner'>>> {
  const rows = await db
    .selectFrom('return')
    .innerJoin('workbook', 'workbook.id', 'return.workbook')
    .select(['return.id', 'workbook.instrument', 'workbook.edition', 'workbook.fingerprint', 'workbook.details'])
    .where(({ ref }) => isOneOf(db, ref('return.id'), ids))
    .execute();
  return new Map(rows.map(({ id, details, ...sent }) => [id, { ...sent, partner: factsIn(details) }]));
}

async function loadAnswers(
  { db }: OpenDatabase,
  ids: readonly number[],
): Promise<ReadonlyMap<number, readonly AnswerRow[]>> {
  // An answer without a row is blank.
  const rows = await db
    .selectFrom('answer')
    .selectAll()
    .where(({ ref }) => isOneOf(db, ref('return_id'), ids))
    .where('state', '<>', 'blank')
    .execute();
  const byReturn = new Map<number, AnswerRow[]>(ids.map((id) => [id, []]));
  for (const row of rows) byReturn.get(row.return_id)?.push(row);
  return byReturn;
}
