import type { TidyRow } from '../figures/tidyData.ts';
import type { RollUp } from '../load/rollUp.ts';
import { csvData, csvDictionary, csvStart } from './csv.ts';
import { jsonData, jsonStart } from './json.ts';
import { parquetData, parquetMark } from './parquet.ts';

/** A format in which data are exported. The file's ending is its name. */
export interface ExportFormat {
  /** The bytes of the file with these rows of a roll-up, piece by piece. */
  readonly data: (rollUp: RollUp, rows: Iterable<TidyRow>) => Iterable<Uint8Array>;
  /** The dictionary that stands beside it; absent where the file holds it itself. */
  readonly dictionary?: (rollUp: RollUp) => Iterable<Uint8Array>;
  /** What stands near the beginning or the end of every such file of ours, and tells it from those of others. */
  readonly mark: string;
}

export const exportFormats = {
  csv: { data: csvData, dictionary: csvDictionary, mark: csvStart },
  json: { data: jsonData, mark: jsonStart },
  parquet: { data: parquetData, dictionary: csvDictionary, mark: parquetMark },
} as const satisfies Readonly<Record<string, ExportFormat>>;

export type ExportFormatName = keyof typeof exportFormats;
