import type { RollUpWorkbook } from '../../operations/rollUp.ts';
import { writeFileWhole } from '../files/writeFile.ts';
import { assertOverwritable } from './saveWorkbookAt.ts';

/** Where a roll-up was saved, and its scope. */
export interface SavedRollUp extends Omit<RollUpWorkbook, 'bytes' | 'region'> {
  readonly file: string;
  /** Code of its region; absent where it is of all partners. */
  readonly region?: string;
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
 * Saves roll-ups. They overwrite nothing but roll-ups.
 *
 * @throws Refusal for the register itself, or a name without the ending of a workbook.
 * @throws FindingsError when another file has one of the names, or one cannot be written.
 */
export function saveRollUps(
  rollUps: readonly RollUpWorkbook[],
  { whole, isForOne, register }: RollUpPlaces,
): readonly SavedRollUp[] {
  const fileOf = regionFiles(whole);
  const placed = rollUps.map(({ region, ...rest }) => ({
    ...{ ...rest, file: region === undefined || isForOne ? whole : fileOf(region.code) },
    ...(region === undefined ? {} : { region: region.code }),
  }));
  // All paths are checked before anything is written.
  for (const { file } of placed) assertOverwritable(file, register, 'roll-up');
  return placed.map(({ bytes, ...saved }) => {
    writeFileWhole(saved.file, bytes);
    return saved;
  });
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
