import type { TidyRow } from '../figures/tidyData.ts';
import type { RollUp, RoundPartners } from '../load/rollUp.ts';

/** The round that exported data are of, without its answers. */
export type DataOf = Pick<RollUp, 'anonymous'> & Omit<RoundPartners, 'departed'>;

export type Pieces = Iterable<Uint8Array>;

/** Makes the file of exported data. Rows come some at a time, and the bytes leave piece by piece: neither has to fit in memory. */
export interface DataWriter<End extends Pieces | Promise<Pieces> = Pieces | Promise<Pieces>> {
  /** What comes before all rows. */
  readonly begin: () => Pieces;
  readonly add: (rows: Iterable<TidyRow>) => Pieces;
  /** What is left when all rows are there. */
  readonly end: () => End;
}

/** All pieces of a file, in order. */
export async function* piecesOf(
  writer: DataWriter,
  rows: AsyncIterable<Iterable<TidyRow>>,
): AsyncGenerator<Uint8Array, undefined> {
  yield* writer.begin();
  for await (const some of rows) yield* writer.add(some);
  yield* await writer.end();
}
