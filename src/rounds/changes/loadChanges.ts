import type { Selectable } from 'kysely';
import { FindingsError, finding } from '../../finding/index.ts';
import type { OpenDatabase } from '../../register/tables/openDatabase.ts';
import type { RegisterTables } from '../../register/tables/schema.ts';
import { storedTime } from '../../register/tables/storedTime.ts';
import {
  type ChangedValue,
  type ChangeUndone,
  changeValues,
  type RoundChange,
  type RoundChangeKind,
} from './roundChange.ts';

type Row = Selectable<RegisterTables['round_change']>;

/** The `what` of an entry that undoes another. */
export const undoing = 'undone';

/**
 * Every change of the rounds of a name, or of one instrument in it, earliest first.
 *
 * @throws FindingsError with `register.damaged` for an entry that no version wrote.
 */
export async function loadChanges(
  { db }: OpenDatabase,
  { round, instrument }: { readonly round: string; readonly instrument?: string },
): Promise<readonly RoundChange[]> {
  const all = db.selectFrom('round_change').selectAll().where('round', '=', round).orderBy('id');
  const rows = await (instrument === undefined ? all : all.where('instrument', '=', instrument)).execute();
  const undone = undoneBy(rows);
  return rows.flatMap((row) => (row.what === undoing ? [] : [changeOf(row, undone.get(row.id))]));
}

/** The entries that are undone, each with the one that undoes it. An entry that undoes another can be undone too. */
function undoneBy(rows: readonly Row[]): ReadonlyMap<number, Row> {
  const undone = new Map<number, Row>();
  for (const row of rows.toReversed()) {
    if (row.undoes !== null && !undone.has(row.id)) undone.set(row.undoes, row);
  }
  return undone;
}

function changeOf(row: Row, undone: Row | undefined): RoundChange {
  const { what } = row;
  if (!isKind(what)) throw damaged(row);
  const change = {
    ...{ id: row.id, instrument: row.instrument, partner: row.partner ?? undefined, what },
    ...{ before: valueIn(row, what, row.before), after: valueIn(row, what, row.after) },
    ...authorOf(row),
    undone: undone && undoneOf(undone),
  };
  // The schema of its kind parsed both values, which the compiler does not follow from one union to the other.
  return change as RoundChange;
}

const isKind = (what: string): what is RoundChangeKind => Object.hasOwn(changeValues, what);

function valueIn<Kind extends RoundChangeKind>(row: Row, what: Kind, json: string): ChangedValue<Kind> {
  try {
    // Each kind has the schema of its own values.
    return changeValues[what].parse(JSON.parse(json)) as ChangedValue<Kind>;
  } catch {
    throw damaged(row);
  }
}

const undoneOf = (row: Row): ChangeUndone => ({ id: row.id, ...authorOf(row) });

const authorOf = (row: Row) => ({
  by: row.by ?? undefined,
  reason: row.reason ?? undefined,
  at: storedTime(row.at, `the time of change ${row.id} of round ${row.round}`),
});

function damaged({ id, round }: Row): FindingsError {
  const problem = `change ${id} of round ${round} has a value that cannot be read`;
  return new FindingsError([finding('register.damaged', {}, { problem })]);
}
