import type { OpenDatabase } from '../../register/tables/openDatabase.ts';
import type { Register } from '../../register/tables/register.ts';
import { departures } from '../changes/departures.ts';
import { loadChanges } from '../changes/loadChanges.ts';
import type { Round } from '../round/roundStatus.ts';

/** Codes of partners that became part of each partner or were split into it, by its code. */
export type Predecessors = ReadonlyMap<string, readonly string[]>;

/**
 * The predecessors that partners of a round have had since an earlier one, also those of predecessors. The round need not be in
 * the register yet.
 */
export async function predecessorsSince(
  register: Register,
  earlier: Round,
  now: Pick<Round, 'round' | 'due'>,
): Promise<Predecessors> {
  const direct = new Map<string, Set<string>>();
  for (const round of await roundsBetween(register, earlier, now)) {
    for (const [code, { successors }] of departures(await loadChanges(register, round))) {
      for (const successor of successors) direct.set(successor, (direct.get(successor) ?? new Set()).add(code));
    }
  }
  return new Map([...direct.keys()].map((code) => [code, allBefore(direct, code)]));
}

/** Two partners may have become part of each other in turn. */
function allBefore(direct: ReadonlyMap<string, ReadonlySet<string>>, code: string): readonly string[] {
  const found = new Set([code]);
  for (const one of found) for (const before of direct.get(one) ?? []) found.add(before);
  found.delete(code);
  return [...found].toSorted();
}

/** The rounds of the same instrument from the earlier one to the present one. */
async function roundsBetween(
  { db }: OpenDatabase,
  { instrument, due }: Round,
  now: Pick<Round, 'round' | 'due'>,
): Promise<readonly { readonly round: string; readonly instrument: string }[]> {
  const rounds = db.selectFrom('round').select(['round', 'instrument']).where('instrument', '=', instrument);
  const isBetween = rounds.where((where) =>
    where.or([
      where.and([where('due', '>=', due.toISOString()), where('due', '<=', now.due.toISOString())]),
      where('round', '=', now.round),
    ]),
  );
  return isBetween.orderBy('due').orderBy('round').execute();
}
