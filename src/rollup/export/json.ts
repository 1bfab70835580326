import { inPieces } from '../../spreadsheet/write/inPieces.ts';
import type { TidyRow } from '../figures/tidyData.ts';
import { exportColumns } from './columns.ts';
import type { DataOf, DataWriter, Pieces } from './dataWriter.ts';
import { dictionaryOf } from './dictionary.ts';

/** The beginning of every JSON file of data. */
export const jsonStart = '{"kind":"Scorebook data"';

/** An object with the dictionary and the rows, each on a line of its own. A missing value is null. */
export function jsonData(data: DataOf): DataWriter<Pieces> {
  const { instrument, round } = data;
  const columns = exportColumns(data);
  let separator = '\n';
  function* lines(rows: Iterable<TidyRow>): Generator<string> {
    for (const row of rows) {
      yield separator +
        JSON.stringify(Object.fromEntries(columns.map(({ name, value }) => [name, value(row) ?? null])));
      separator = ',\n';
    }
  }
  return {
    begin: () =>
      inPieces([
        `${jsonStart},\n"round":${JSON.stringify(round.round)},\n"instrument":${JSON.stringify(instrument.key)},\n`,
        `"dictionary":${JSON.stringify(grouped(data))},\n"rows":[`,
      ]),
    add: (rows) => inPieces(lines(rows)),
    end: () => inPieces(['\n]}\n']),
  };
}

/** The entries of the dictionary, grouped by kind. */
function grouped(data: DataOf): Readonly<Record<string, readonly unknown[]>> {
  const groups = new Map<string, unknown[]>();
  for (const { what, ...entry } of dictionaryOf(data)) groups.set(what, [...(groups.get(what) ?? []), entry]);
  return Object.fromEntries(groups);
}
