import type { FindingCode } from '../../finding/index.ts';
import type { Register } from '../../register/tables/register.ts';
import { storedTime } from '../../register/tables/storedTime.ts';
import type { Round } from '../round/roundStatus.ts';

/**
 * When a workbook without answers last came back from each partner, by partner code. A file as it was issued counts only if it
 * came in an e-mail: otherwise the folder of workbooks may have been imported by mistake.
 */
export async function blankReturns(
  { db }: Pick<Register, 'db'>,
  { round, instrument }: Pick<Round, 'round' | 'instrument'>,
): Promise<ReadonlyMap<string, Date>> {
  const notFilledIn: FindingCode = 'return.not-filled-in';
  const rows = await db
    .selectFrom('return')
    .innerJoin('workbook', 'workbook.id', 'return.workbook')
    .innerJoin('finding', 'finding.return_id', 'return.id')
    .leftJoin('received_message', 'received_message.return_id', 'return.id')
    .where('workbook.round', '=', round)
    .where('workbook.instrument', '=', instrument)
    .where('return.status', '=', 'refused')
    .where('finding.code', '=', notFilledIn)
    .where(({ or, eb, ref }) =>
      or([
        eb('received_message.return_id', 'is not', null),
        eb('workbook.sha256', 'is', null),
        eb('workbook.sha256', '!=', ref('return.file')),
      ]),
    )
    .select(['workbook.partner', 'return.received_at'])
    .orderBy('return.received_at')
    .execute();
  return new Map(
    rows.map(({ partner, received_at }) => [
      partner,
      storedTime(received_at, `the time at which a workbook of ${partner} came`),
    ]),
  );
}
