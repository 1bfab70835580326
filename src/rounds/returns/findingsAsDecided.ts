import type { RecordedFinding } from '../../finding/index.ts';
import type { OpenDatabase } from '../../register/tables/openDatabase.ts';
import { loadChanges } from '../changes/loadChanges.ts';
import type { RoundChangeKind } from '../changes/roundChange.ts';
import { findingsAfter } from '../round/decisions.ts';

/** The findings of an accepted return that still hold: without the warnings that were accepted, and those on corrected answers. */
export async function findingsAsDecided<Found extends Pick<RecordedFinding, 'code' | 'place'>>(
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
    .where('round_change.what', 'in', deciding)
    .executeTakeFirst();
  if (own === undefined) return findings;
  const holds = findingsAfter(await loadChanges(register, own));
  return holds === undefined ? findings : findings.filter((found) => holds(returnId, found));
}

/** The changes by which findings may not hold any more. */
const deciding: readonly RoundChangeKind[] = ['settled', 'corrected', 'entered'];
