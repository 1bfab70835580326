import type { Finding } from '../../finding/index.ts';
import type { Instrument } from '../../instrument/model/schema.ts';
import { logChange } from '../../register/log/log.ts';
import { findingRow } from '../../register/rows/findingRow.ts';
import type { OpenDatabase } from '../../register/tables/openDatabase.ts';
import type { Register } from '../../register/tables/register.ts';
import { returnCoverage } from '../../scoring/answeredQuestions.ts';
import { scorecardOf } from '../../scoring/scorecard.ts';
import { loadReturns } from './loadReturns.ts';

/**
 * Scores the accepted returns of a round again, by the round's present instrument and with what was decided about them:
 * answers are matched by key. Returns of another edition, and no others, get the finding for it.
 *
 * @param only Numbers of returns; all of the round if absent.
 */
export async function rescoreReturns(
  register: Register,
  round: string,
  instrument: Instrument,
  now: Date,
  only?: ReadonlySet<number>,
): Promise<void> {
  const all = await register.db
    .selectFrom('return')
    .innerJoin('workbook', 'workbook.id', 'return.workbook')
    .where('workbook.round', '=', round)
    .where('workbook.instrument', '=', instrument.key)
    .where('return.status', '=', 'accepted')
    .select(['return.id', 'return.file'])
    .execute();
  const accepted = all.filter(({ id }) => only?.has(id) !== false);
  const files = new Map(accepted.map(({ id, file }) => [id, file]));
  const returns = await loadReturns(
    register,
    instrument,
    accepted.map(({ id }) => id),
  );
  for (const [id, { response, sent, otherEdition }] of returns) {
    const { band } = scorecardOf(instrument, response).overall;
    await register.db
      .updateTable('return')
      .set({ coverage: returnCoverage(instrument, response) ?? null, band })
      .where('id', '=', id)
      .execute();
    if (sent !== undefined) await replaceOtherEdition(register, id, otherEdition);
    const file = files.get(id) ?? '';
    await logChange(register, { at: now, what: 'scored anew', details: file, about: ['return', file] });
  }
}

async function replaceOtherEdition({ db }: OpenDatabase, id: number, found: Finding | undefined): Promise<void> {
  await db.deleteFrom('finding').where('return_id', '=', id).where('code', '=', 'return.other-edition').execute();
  if (found === undefined) return;
  const first = await db
    .selectFrom('finding')
    .select(({ fn }) => fn.min<number | null>('position').as('position'))
    .where('return_id', '=', id)
    .executeTakeFirst();
  // Before all others, as what bears on the whole return.
  await db
    .insertInto('finding')
    .values(findingRow(id, (first?.position ?? 0) - 1, found))
    .execute();
}
