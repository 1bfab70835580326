import { type Finding, FindingsError, finding, type Place } from '../../finding/index.ts';
import type { Instrument } from '../../instrument/model/schema.ts';
import { loadFile } from '../../register/rows/storedBytes.ts';
import type { Register } from '../../register/tables/register.ts';
import { filledIn, type ResponseChanges, responseChanges } from '../../response/responseChanges.ts';
import { loadReturns } from '../../rounds/returns/loadReturns.ts';
import { roundInstrument } from '../../rounds/round/roundInstrument.ts';
import { readPackage } from '../../spreadsheet/read/readPackage.ts';
import { ukTime } from '../../time.ts';
import { changeFindings } from '../../workbook/read/changeFindings.ts';
import { readResponse } from '../../workbook/read/readResponse.ts';

/** An accepted return. */
interface Came {
  readonly id: number;
  readonly received: Date;
}

/**
 * What a return says otherwise than an earlier one of the same partner and round: in sum, then answer by answer. Both are
 * read as the questions that the round has now.
 *
 * @param installed The instruments that are installed.
 */
export async function diffReturns(
  register: Register,
  installed: readonly Instrument[],
  id: number,
  earlier: Came,
): Promise<readonly Finding[]> {
  const instrument = await instrumentOf(register, installed, id);
  if (instrument === undefined) return [];
  const returns = await loadReturns(register, instrument, [earlier.id, id]);
  const [before, own] = [returns.get(earlier.id), returns.get(id)];
  if (before === undefined || own === undefined) return [];
  const changes = responseChanges(instrument, before.response, own.response);
  const came = ukTime(earlier.received);
  const sum = inSum(came, changes);
  if (sum.code === 'return.same-answers') return [sum];
  return [sum, ...changeFindings(instrument, came, changes, await placesIn(register, id, own.sent ?? instrument))];
}

/** From so many answers on, and from this share of them, what differs looks like the work of somebody else. */
const contradiction = { answers: 5, share: 0.25 } as const;

function inSum(earlier: string, { answeredBefore, added, changed, emptied, gone }: ResponseChanges): Finding {
  const lost = emptied.length + gone.reduce((sum, { answers }) => sum + filledIn(answers), 0);
  const contradicted = changed.length + lost;
  if (contradicted + added.length === 0) return finding('return.same-answers', {}, { earlier });
  const counts = { earlier, added: added.length, changed: changed.length, emptied: lost };
  return contradicted >= contradiction.answers && contradicted >= answeredBefore * contradiction.share
    ? finding('return.contradicts', {}, { ...counts, before: answeredBefore })
    : finding('return.differs', {}, counts);
}

async function instrumentOf(
  register: Register,
  installed: readonly Instrument[],
  id: number,
): Promise<Instrument | undefined> {
  const round = await register.db
    .selectFrom('return')
    .innerJoin('workbook', 'workbook.id', 'return.workbook')
    .innerJoin('round', (join) =>
      join.onRef('round.round', '=', 'workbook.round').onRef('round.instrument', '=', 'workbook.instrument'),
    )
    .select(['round.round', 'round.instrument', 'round.edition'])
    .where('return.id', '=', id)
    .executeTakeFirstOrThrow();
  return roundInstrument(register, installed, round);
}

/** Where the answers of a return stand: its file is read again, as rows and columns may have been moved. */
async function placesIn(register: Register, id: number, sent: Instrument): Promise<readonly Place[]> {
  const { file } = await register.db.selectFrom('return').select('file').where('id', '=', id).executeTakeFirstOrThrow();
  const bytes = await loadFile(register, file);
  if (bytes === undefined) return [];
  try {
    return readResponse(readPackage(bytes), sent).places;
  } catch (failure) {
    // It was read once, but limits may have been lowered since.
    if (failure instanceof FindingsError) return [];
    throw failure;
  }
}
