import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { FindingsError, finding } from '../../finding/index.ts';
import type { RollUpWorkbook } from '../../operations/rollUp.ts';
import { dictionaryStart } from '../../rollup/export/csv.ts';
import { parquetMark } from '../../rollup/export/parquet.ts';
import { writeFileWhole, writePiecesWhole } from '../files/writeFile.ts';
import { writeFolderWhole } from '../files/writeFolder.ts';
import { refuseOthers } from './saveData.ts';
import { assertOverwritable } from './saveWorkbookAt.ts';

/** Where a roll-up was saved, and its scope. */
export interface SavedRollUp extends Omit<RollUpWorkbook, 'bytes' | 'region' | 'data'> {
  readonly file: string;
  /** Code of its region; absent where it is of all partners. */
  readonly region?: string;
  /** The folder of all answers and the file that says what they mean; absent where the workbook has them. */
  readonly data?: string;
  readonly dictionary?: string;
}

/** Where roll-ups are to be saved. */
export interface RollUpPlaces {
  /** Path of the roll-up of all partners; those of regions are saved beside it. */
  readonly whole: string;
  /** Whether a single roll-up is saved there even when it is of a region. */
  readonly isForOne: boolean;
  /** Path of the register, which is not overwritten. */
  readonly register: string;
}

/**
 * Saves roll-ups, and what comes beside them. They overwrite nothing but roll-ups and their data.
 *
 * @throws Refusal for the register itself, or a name without the ending of a workbook.
 * @throws FindingsError when another file has one of the names, or one cannot be written.
 */
export async function saveRollUps(
  rollUps: readonly RollUpWorkbook[],
  { whole, isForOne, register }: RollUpPlaces,
): Promise<readonly SavedRollUp[]> {
  const fileOf = regionFiles(whole);
  const placed = rollUps.map(({ region, bytes, data, ...rest }) => {
    const file = region === undefined || isForOne ? whole : fileOf(region.code);
    const saved: SavedRollUp = {
      ...{ ...rest, file },
      ...(region === undefined ? {} : { region: region.code }),
      ...(data === undefined ? {} : placesBeside(file)),
    };
    return { bytes, data, saved };
  });
  // All paths are checked before anything is written.
  for (const { saved } of placed) assertAllOverwritable(saved, register);
  for (const { bytes, data, saved } of placed) {
    if (data !== undefined && saved.data !== undefined && saved.dictionary !== undefined) {
      await writeFolderWhole(saved.data, data.files);
      await writePiecesWhole(saved.dictionary, data.dictionary);
    }
    writeFileWhole(saved.file, bytes);
  }
  return placed.map(({ saved }) => saved);
}

function placesBeside(file: string): Required<Pick<SavedRollUp, 'data' | 'dictionary'>> {
  const data = `${file.replace(/\.xlsx$/i, '')}_data`;
  return { data, dictionary: `${data}_dictionary.csv` };
}

function assertAllOverwritable({ file, data, dictionary }: SavedRollUp, register: string): void {
  assertOverwritable(file, register, 'roll-up');
  if (dictionary !== undefined) refuseOthers([{ path: dictionary, mark: dictionaryStart }]);
  if (data === undefined || !existsSync(data)) return;
  const files = statSync(data).isDirectory()
    ? readdirSync(data, { recursive: true, withFileTypes: true }).filter((entry) => !entry.isDirectory())
    : [];
  const isOwn = files.every(({ name }) => /^part-\d+\.parquet$/.test(name));
  if (!isOwn || !statSync(data).isDirectory()) {
    throw new FindingsError([finding('output.not-data', { file: basename(data) }, {})]);
  }
  refuseOthers(files.map(({ parentPath, name }) => ({ path: join(parentPath, name), mark: parquetMark })));
}

/**
 * Paths of the roll-ups of regions. A character that no file name can have becomes a hyphen; codes that are then the same get numbers.
 */
function regionFiles(whole: string): (code: string) => string {
  const taken = new Set<string>();
  return (code) => {
    const name = code.replace(/[^A-Za-z0-9._-]+/g, '-');
    let [unique, number] = [name, 1];
    while (taken.has(unique.toLowerCase())) {
      number += 1;
      unique = `${name}-${number}`;
    }
    taken.add(unique.toLowerCase());
    return whole.replace(/\.xlsx$/i, (ending) => `_${unique}${ending}`);
  };
}
