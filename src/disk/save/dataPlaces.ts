import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { FindingsError, finding } from '../../finding/index.ts';
import { dictionaryStart } from '../../rollup/export/csv.ts';
import { type ExportFormatName, exportFormats } from '../../rollup/export/formats.ts';
import { checkPlace } from '../files/checkPlace.ts';

/**
 * Where the dictionary of a file of data goes, if it has one beside it. Neither overwrites a file that Scorebook did not write.
 *
 * @param register Path of the register, which is not overwritten either.
 * @throws Refusal for the register itself, or a name that is not one of the format.
 * @throws FindingsError when another file has that name.
 */
export function dataPlaces(
  file: string,
  { format, register }: { readonly format: ExportFormatName; readonly register: string },
): { readonly dictionary: string | undefined } {
  const dictionary =
    'dictionary' in exportFormats[format] ? `${file.slice(0, -format.length - 1)}_dictionary.csv` : undefined;
  const cure = ', which the data are written as. Give it that ending.';
  const rules = { input: 'out', noun: 'data', cure };
  checkPlace(file, register, { ...rules, example: `data.${format}` });
  if (dictionary !== undefined) checkPlace(dictionary, register, { ...rules, example: 'data_dictionary.csv' });
  const places: readonly { readonly path: string; readonly mark: string }[] = [
    { path: file, mark: exportFormats[format].mark },
    ...(dictionary === undefined ? [] : [{ path: dictionary, mark: dictionaryStart }]),
  ];
  const foreign = places.filter(({ path, mark }) => existsSync(path) && statSync(path).isFile() && !holds(path, mark));
  if (foreign.length > 0) {
    throw new FindingsError(foreign.map(({ path }) => finding('output.not-data', { file: basename(path) }, {})));
  }
  return { dictionary };
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
