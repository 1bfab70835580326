import { inPieces } from '../../spreadsheet/write/inPieces.ts';
import type { TidyRow } from '../figures/tidyData.ts';
import { exportColumns } from './columns.ts';
import { byteOrderMark, csvLine, csvRule } from './csvText.ts';
import type { DataOf, DataWriter, Pieces } from './dataWriter.ts';
import { type DictionaryEntry, dictionaryColumns, dictionaryOf } from './dictionary.ts';

/** The beginning of every CSV file of data. */
export const csvStart = 'round,instrument,edition,region_code,';

/** The beginning of every dictionary. */
export const dictionaryStart = dictionaryColumns.join(',');

/** One line for each answer. */
export function csvData(data: DataOf): DataWriter<Pieces> {
  const columns = exportColumns(data);
  function* lines(rows: Iterable<TidyRow>): Generator<string> {
    for (const row of rows) yield csvLine(columns.map(({ value }) => value(row)));
  }
  return {
    begin: () => inPieces([byteOrderMark, csvLine(columns.map(({ name }) => name))]),
    add: (rows) => inPieces(lines(rows)),
    end: () => [],
  };
}

/** One line for each entry of the data dictionary. */
export const csvDictionary = (data: DataOf): Iterable<Uint8Array> =>
  inPieces([
    byteOrderMark,
    csvLine(dictionaryColumns),
    ...[...dictionaryOf(data), formatEntry].map((entry) => csvLine(dictionaryColumns.map((column) => entry[column]))),
  ]);

const formatEntry: DictionaryEntry = { what: 'about', name: 'CSV', type: 'text', meaning: csvRule, values: '' };
