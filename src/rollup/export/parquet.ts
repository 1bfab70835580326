import { ByteWriter, parquetWriteRows } from 'hyparquet-writer';
import type { TidyRow } from '../figures/tidyData.ts';
import type { RollUp } from '../load/rollUp.ts';
import { type ExportColumn, exportColumns } from './columns.ts';

/** Part of the metadata of every Parquet file of data. */
export const parquetMark = 'Scorebook data';

/** Rows in memory at a time. */
const rowsToGroup = 20_000;

const types = { text: 'STRING', integer: 'INT32', number: 'DOUBLE', date: 'STRING' } as const satisfies Readonly<
  Record<ExportColumn['type'], string>
>;

/** One row for each answer, with text as UTF-8 and levels as whole numbers. A missing value is null. */
export function* parquetData(rollUp: RollUp, rows: Iterable<TidyRow>): Generator<Uint8Array> {
  const columns = exportColumns(rollUp);
  const writer = new ByteWriter();
  // Rows are taken one group at a time, and writing into memory is synchronous.
  void parquetWriteRows({
    writer,
    rows: cellsOf(rows, columns),
    columns: columns.map(({ name, type }) => ({ name, type: types[type] })),
    rowGroupSize: rowsToGroup,
    kvMetadata: [
      { key: 'kind', value: parquetMark },
      { key: 'round', value: rollUp.round.round },
      { key: 'instrument', value: rollUp.instrument.key },
    ],
    createdBy: 'Scorebook',
  });
  yield writer.getBytes();
}

function* cellsOf(
  rows: Iterable<TidyRow>,
  columns: readonly ExportColumn[],
): Generator<Readonly<Record<string, unknown>>> {
  for (const row of rows) {
    yield Object.fromEntries(columns.map(({ name, value }) => [name, wellFormed(value(row))]));
  }
}

/** UTF-8 cannot encode an unpaired surrogate. */
const wellFormed = (value: string | number | undefined): string | number | null =>
  typeof value === 'string' ? value.toWellFormed() : (value ?? null);
