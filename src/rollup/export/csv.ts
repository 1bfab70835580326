import { inPieces } from '../../spreadsheet/write/inPieces.ts';
import type { TidyRow } from '../figures/tidyData.ts';
import type { RollUp } from '../load/rollUp.ts';
import { exportColumns } from './columns.ts';
import { byteOrderMark, csvLine, csvRule } from './csvText.ts';
import { type DictionaryEntry, dictionaryColumns, dictionaryOf } from './dictionary.ts';

/** The beginning of every CSV file of data. */
export const csvStart = 'round,instrument,edition,region_code,';

/** The beginning of every dictionary. */
export const dictionaryStart = dictionaryColumns.join(',');

/** One line for each answer. */
export const csvData = (rollUp: RollUp, rows: Iterable<TidyRow>): Iterable<Uint8Array> =>
  inPieces(dataLines(rollUp, rows));

/** One line for each entry of the data dictionary. */
export const csvDictionary = (rollUp: RollUp): Iterable<Uint8Array> =>
  inPieces([
    byteOrderMark,
    csvLine(dictionaryColumns),
    ...[...dictionaryOf(rollUp), formatEntry].map((entry) => csvLine(dictionaryColumns.map((column) => entry[column]))),
  ]);

const formatEntry: DictionaryEntry = { what: 'about', name: 'CSV', type: 'text', meaning: csvRule, values: '' };

function* dataLines(rollUp: RollUp, rows: Iterable<TidyRow>): Generator<string> {
  const columns = exportColumns(rollUp);
  yield byteOrderMark + csvLine(columns.map(({ name }) => name));
  for (const row of rows) yield csvLine(columns.map(({ value }) => value(row)));
}
