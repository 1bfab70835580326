import { strFromU8, unzipSync } from 'fflate';
import { parquetReadObjects } from 'hyparquet';
import { instruments } from '../../../definitions/index.ts';
import { rollUp } from '../../../src/operations/rollUp.ts';
import { openRegister } from '../../../src/register/openRegister.ts';
import { readPackage } from '../../../src/spreadsheet/read/readPackage.ts';
import { bytesOf } from '../../operations/textOf.ts';

/** A roll-up that counts partners instead of showing them. */
export interface CountedRollUp {
  /** Its content, to be compared. */
  readonly returned: number;
  readonly issued: number;
  readonly cells: readonly (readonly [sheet: string, rows: readonly unknown[]])[];
  readonly dictionary: string;
  /** The rows of each Parquet file, by its path. */
  readonly data: Readonly<Record<string, readonly unknown[]>>;
}

/** Rolls up round 2026 as if two partners were too many to be shown one by one. Gives it with all its texts. */
export async function countedRollUp(place: string): Promise<readonly [rollUp: CountedRollUp, text: string]> {
  const register = await openRegister(place, 'results');
  try {
    const context = { register, instruments, now: () => new Date('2026-11-20T10:00:00Z') };
    const { rollUps, findings } = await rollUp(context, { round: '2026' }, 1);
    const [made, ...others] = rollUps;
    if (made?.data === undefined || others.length > 0 || findings.length > 0) throw new Error('It counts nobody');
    const data: Record<string, readonly unknown[]> = {};
    for await (const { path, pieces } of made.data.files) {
      data[path] = await parquetReadObjects({ file: new Uint8Array(await bytesOf(pieces)).buffer });
    }
    const { returned, issued, bytes } = made;
    const cells = readPackage(bytes).sheets.map(({ name, rows }) => [name, [...rows]] as const);
    const dictionary = strFromU8(await bytesOf(made.data.dictionary));
    const parts = Object.entries(unzipSync(bytes)).map(([name, part]) => name + strFromU8(part));
    const text = [...parts, dictionary, JSON.stringify(data)].join('\n');
    return [{ returned, issued, cells, dictionary, data }, text];
  } finally {
    await register.close();
  }
}
