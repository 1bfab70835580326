import { inPieces } from '../../spreadsheet/write/inPieces.ts';
import type { TidyRow } from '../figures/tidyData.ts';
import type { RollUp } from '../load/rollUp.ts';
import { exportColumns } from './columns.ts';
import { dictionaryOf } from './dictionary.ts';

/** The beginning of every JSON file of data. */
export const jsonStart = '{"kind":"Scorebook data"';

/** An object with the dictionary and the rows, each on a line of its own. A missing value is null. */
export const jsonData = (rollUp: RollUp, rows: Iterable<TidyRow>): Iterable<Uint8Array> =>
  inPieces(texts(rollUp, rows));

function* texts(rollUp: RollUp, rows: Iterable<TidyRow>): Generator<string> {
  const { instrument, round } = rollUp;
  const columns = exportColumns(rollUp);
  yield `${jsonStart},\n"round":${JSON.stringify(round.round)},\n"instrument":${JSON.stringify(instrument.key)},\n`;
  yield `"dictionary":${JSON.stringify(grouped(rollUp))},\n"rows":[`;
  let separator = '\n';
  for (const row of rows) {
    yield separator + JSON.stringify(Object.fromEntries(columns.map(({ name, value }) => [name, value(row) ?? null])));
    separator = ',\n';
  }
  yield '\n]}\n';
}

/** The entries of the dictionary, grouped by kind. */
function grouped(rollUp: RollUp): Readonly<Record<string, readonly unknown[]>> {
  const groups = new Map<string, unknown[]>();
  for (const { what, ...entry } of dictionaryOf(rollUp)) groups.set(what, [...(groups.get(what) ?? []), entry]);
  return Object.fromEntries(groups);
}
