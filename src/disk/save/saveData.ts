import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { FindingsError, finding } from '../../finding/index.ts';
import type { DataToSave } from '../../operations/exportData.ts';
import { dictionaryStart } from '../../rollup/export/csv.ts';
import { type ExportFormat, type ExportFormatName, exportFormats } from '../../rollup/export/formats.ts';
import { checkPlace } from '../files/checkPlace.ts';
import { writePiecesWhole } from '../files/writeFile.ts';
import { assertOverwritable } from './saveWorkbookAt.ts';

export interface DataRules {
  readonly format: ExportFormatName;
  /** Path of the register, which is not overwritten. */
  readonly register: string;
}

/** Where data were saved. */
export interface SavedData {
  readonly file: string;
  /** Absent where the format has no dictionary beside it. */
  readonly dictionary?: string;
}

/**
 * Saves data, and their dictionary beside them.
 *
 * @throws Refusal for the register itself, or a name that is not one of the format.
 * @throws FindingsError when another file has that name, or it cannot be written.
 */
export async function saveData(
  file: string,
  { data, dictionary }: Omit<DataToSave, 'instrument'>,
  rules: DataRules,
): Promise<SavedData> {
  const places = dataPlaces(file, rules);
  await writePiecesWhole(file, data);
  if (dictionary === undefined || places.dictionary === undefined) return { file };
  await writePiecesWhole(places.dictionary, dictionary);
  return places;
}

/** Where data and their dictionary go. Neither overwrites a file that Scorebook did not write. @throws as `saveData` does. */
export function dataPlaces(file: string, { format, register }: DataRules): SavedData {
  const written: ExportFormat = exportFormats[format];
  const { mark } = written;
  if (mark === undefined) {
    assertOverwritable(file, register, 'data');
    return { file };
  }
  const cure = ', which the data are written as. Give it that ending.';
  const rules = { input: 'out', noun: 'data', cure, register };
  checkPlace(file, { ...rules, example: `data.${format}` });
  if (written.dictionary === undefined) {
    refuseOthers([{ path: file, mark }]);
    return { file };
  }
  const dictionary = `${file.slice(0, -format.length - 1)}_dictionary.csv`;
  checkPlace(dictionary, { ...rules, example: 'data_dictionary.csv' });
  refuseOthers([
    { path: file, mark },
    { path: dictionary, mark: dictionaryStart },
  ]);
  return { file, dictionary };
}

/** @throws FindingsError for files without the mark by which Scorebook's are recognised. */
export function refuseOthers(places: readonly { readonly path: string; readonly mark: string }[]): void {
  const others = places.filter(({ path, mark }) => existsSync(path) && statSync(path).isFile() && !holds(path, mark));
  if (others.length === 0) return;
  throw new FindingsError(others.map(({ path }) => finding('output.not-data', { file: basename(path) }, {})));
}

/** Bytes at either end of a file in which its mark is looked for. */
const ends = 4096;

/** Only the ends are read: the data of a whole country are large. */
function holds(path: string, mark: string): boolean {
  const file = openSync(path, 'r');
  try {
    const { size } = statSync(path);
    return [0, Math.max(0, size - ends)].some((from) => {
      const bytes = Buffer.alloc(ends);
      return bytes.subarray(0, readSync(file, bytes, 0, ends, from)).includes(mark);
    });
  } finally {
    closeSync(file);
  }
}
