import type { Register } from '../../register/tables/register.ts';
import { tidyRows } from '../figures/tidyData.ts';
import { regionNames } from '../load/areaNames.ts';
import type { RoundPartners } from '../load/rollUp.ts';
import { rollUpsInTurn } from '../load/rollUpsInTurn.ts';
import { piecesOf } from './dataWriter.ts';
import { parquetData } from './parquet.ts';

/** A file of data in a folder. */
export interface DataFile {
  /** As in `round=2026/region=North/part-0.parquet`. */
  readonly path: string;
  /** They are read from the register when they are asked for, and all of them before the next file. */
  readonly pieces: AsyncIterable<Uint8Array>;
}

/** What a folder is called for partners without a region, as Hive has it: programs take it for a missing value. */
const noRegion = '__HIVE_DEFAULT_PARTITION__';

/** All answers of a round as Parquet, a file for each region in which somebody returned. */
export async function* partitionsOf(register: Register, of: Omit<RoundPartners, 'departed'>): AsyncGenerator<DataFile> {
  const nameOf = regionNames(of.partners.map(({ partner }) => partner));
  const back = of.partners.filter(({ counting }) => counting !== undefined);
  for (const region of new Set(back.map(({ partner }) => nameOf(partner)))) {
    const own = { ...of, partners: back.filter(({ partner }) => nameOf(partner) === region) };
    yield {
      path: `round=${escaped(of.round.round)}/region=${region === undefined ? noRegion : escaped(region)}/part-0.parquet`,
      pieces: piecesOf(parquetData(own), rowsOf(register, own)),
    };
  }
}

async function* rowsOf(register: Register, of: Omit<RoundPartners, 'departed'>) {
  for await (const part of rollUpsInTurn(register, of)) yield tidyRows(part, 'partner');
}

/** A value as part of a path: what some system forbids there, or a program takes for something else, is a percent sign and its bytes. */
const escaped = (value: string): string =>
  [...Buffer.from(value.toWellFormed())]
    .map((byte) => {
      const character = String.fromCharCode(byte);
      return /[A-Za-z0-9_-]/.test(character) ? character : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
    })
    .join('');
