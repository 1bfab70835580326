import type { RecordedFinding } from '../../finding/index.ts';
import type { OpenDatabase } from '../../register/tables/openDatabase.ts';
import { loadChanges } from '../changes/loadChanges.ts';
import { settledIn } from '../round/decisions.ts';

/** The findings of an accepted return, without the warnings that somebody accepted. */
export async function withoutSettled<Found extends Pick<RecordedFinding, 'code'>>(
  register: OpenDatabase,
  returnId: number,
  findings: readonly Found[],
): Promise<readonly Found[]> {
  const own = await register.db
    .selectFrom('return')
    .innerJoin('workbook', 'workbook.id', 'return.workbook')
    .innerJoin('round_change', (join) =>
      join
        .onRef('round_change.round', '=', 'workbook.round')
        .onRef('round_change.instrument', '=', 'workbook.instrument')
        .onRef('round_change.partner', '=', 'workbook.partner'),
    )
    .select(['workbook.round', 'workbook.instrument', 'workbook.partner'])
    .where('return.id', '=', returnId)
    .where('round_change.what', '=', 'settled')
    .executeTakeFirst();
  if (own === undefined) return findings;
  const settled = settledIn(await loadChanges(register, own)).get(returnId);
  return findings.filter(({ code }) => settled?.has(code) !== true);
}
