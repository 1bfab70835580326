import { csvData, csvDictionary, csvStart } from './csv.ts';
import type { DataOf, DataWriter } from './dataWriter.ts';
import { jsonData, jsonStart } from './json.ts';
import { parquetData, parquetMark } from './parquet.ts';
import { workbookData } from './workbook.ts';

/** A format of exported data. The file name extension is its name. */
export interface ExportFormat {
  readonly data: (data: DataOf, made: Date) => DataWriter;
  /** The separate file of the dictionary; absent if the data file includes it. */
  readonly dictionary?: (data: DataOf) => Iterable<Uint8Array>;
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
