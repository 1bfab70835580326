import type { TidyRow } from '../figures/tidyData.ts';
import type { RollUp } from '../load/rollUp.ts';
import { csvData, csvDictionary, csvStart } from './csv.ts';
import { jsonData, jsonStart } from './json.ts';
import { parquetData, parquetMark } from './parquet.ts';
import { workbookData } from './workbook.ts';

/** A format of exported data. The file name extension is its name. */
export interface ExportFormat {
  /** The bytes of the file with these rows of a roll-up, piece by piece. The rows may be read more than once. */
  readonly data: (
    rollUp: RollUp,
    rows: Iterable<TidyRow>,
    made: Date,
  ) => Iterable<Uint8Array> | Promise<Iterable<Uint8Array>>;
  /** The separate file of the dictionary; absent if the data file includes it. */
  readonly dictionary?: (rollUp: RollUp) => Iterable<Uint8Array>;
  /** Text near the beginning or the end of every such file, by which one written by Scorebook is recognised; a workbook has a property. */
  readonly mark?: string;
}

export const exportFormats = {
  xlsx: { data: workbookData },
  csv: { data: csvData, dictionary: csvDictionary, mark: csvStart },
  json: { data: jsonData, mark: jsonStart },
  parquet: { data: parquetData, dictionary: csvDictionary, mark: parquetMark },
} as const satisfies Readonly<Record<string, ExportFormat>>;

export type ExportFormatName = keyof typeof exportFormats;
