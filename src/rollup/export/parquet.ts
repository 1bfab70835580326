import { ByteWriter, ParquetWriter, schemaFromColumnData } from 'hyparquet-writer';
import { type ExportColumn, exportColumns } from './columns.ts';
import type { DataOf, DataWriter, Pieces } from './dataWriter.ts';

/** Part of the metadata of every Parquet file of data. */
export const parquetMark = 'Scorebook data';

/** Rows in memory at a time, and those that programs read together. */
const rowsToGroup = 100_000;

const types = { text: 'STRING', integer: 'INT32', number: 'DOUBLE', date: 'STRING' } as const satisfies Readonly<
  Record<ExportColumn['type'], string>
>;

/** One row for each answer, with text as UTF-8 and levels as whole numbers. A missing value is null. */
export function parquetData(data: DataOf): DataWriter<Pieces> {
  const columns = exportColumns(data);
  const bytes = new ByteWriter();
  const writer = new ParquetWriter({
    writer: bytes,
    schema: schemaFromColumnData({
      columnData: columns.map(({ name, type }) => ({ name, type: types[type], data: [] })),
    }),
    kvMetadata: [
      { key: 'kind', value: parquetMark },
      { key: 'round', value: data.round.round },
      { key: 'instrument', value: data.instrument.key },
    ],
    createdBy: 'Scorebook',
  });
  const cells = columns.map((): (string | number | null)[] => []);
  const writeGroup = (): void => {
    const rows = cells[0]?.length ?? 0;
    // Writing into memory is synchronous.
    void writer.write({
      columnData: columns.map(({ name }, at) => ({ name, data: cells[at] ?? [] })),
      rowGroupSize: rows,
    });
    for (const column of cells) column.length = 0;
  };
  const taken = (): Uint8Array => {
    const piece = bytes.getBytes().slice();
    bytes.index = 0;
    return piece;
  };
  return {
    begin: () => [],
    *add(rows) {
      for (const row of rows) {
        for (const [at, { value }] of columns.entries()) cells[at]?.push(wellFormed(value(row)));
        if (cells[0]?.length !== rowsToGroup) continue;
        writeGroup();
        yield taken();
      }
    },
    *end() {
      if (cells[0]?.length !== 0) writeGroup();
      void writer.finish();
      yield taken();
    },
  };
}

/** UTF-8 cannot encode an unpaired surrogate. */
const wellFormed = (value: string | number | undefined): string | number | null =>
  typeof value === 'string' ? value.toWellFormed() : (value ?? null);
