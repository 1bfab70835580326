import { type Finding, finding } from '../../finding/index.ts';
import type { OpenDatabase } from '../../register/tables/openDatabase.ts';

/** Warns about a return if its partner also has a workbook in a later round of the same instrument. */
export async function laterRound({ db }: OpenDatabase, id: number): Promise<readonly Finding[]> {
  const later = await db
    .selectFrom('return')
    .innerJoin('workbook as own', 'own.id', 'return.workbook')
    .innerJoin('round as its', (join) =>
      join.onRef('its.round', '=', 'own.round').onRef('its.instrument', '=', 'own.instrument'),
    )
    .innerJoin('round', (join) =>
      join.onRef('round.instrument', '=', 'own.instrument').onRef('round.due', '>', 'its.due'),
    )
    .innerJoin('partner', (join) =>
      join
        .onRef('partner.round', '=', 'round.round')
        .onRef('partner.instrument', '=', 'round.instrument')
        .onRef('partner.code', '=', 'own.partner'),
    )
    .where('return.id', '=', id)
    .select(['own.round', 'round.round as later'])
    .orderBy('round.due', 'desc')
    .limit(1)
    .executeTakeFirst();
  return later === undefined ? [] : [finding('return.earlier-round', {}, later)];
}
