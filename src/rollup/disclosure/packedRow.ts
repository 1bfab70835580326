/** Bytes of each number: there are fewer than 16 million different ones. */
const size = 3;

/**
 * A row of numbers in a tenth of the memory, as there may be millions. Rows are texts that sort by what they begin with.
 * Each character is a byte.
 *
 * @param start Of the same length in all rows.
 */
export function packRow(start: readonly Uint8Array[], numbers: readonly number[]): string {
  const bytes = Buffer.alloc(size * numbers.length);
  for (const [at, number] of numbers.entries()) bytes.writeUIntBE(number, at * size, size);
  // What is joined as text would be held as its parts.
  return Buffer.concat([...start, bytes]).toString('latin1');
}

/** @param start How many characters the row begins with. */
export const unpackRow = (row: string, start: number): readonly number[] => {
  const bytes = Buffer.from(row.slice(start), 'latin1');
  return Array.from({ length: bytes.length / size }, (_, at) => bytes.readUIntBE(at * size, size));
};
