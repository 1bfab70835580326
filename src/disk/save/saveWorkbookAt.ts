import { existsSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { FindingsError, finding } from '../../finding/index.ts';
import { checkPlace } from '../files/checkPlace.ts';
import { propertiesAt } from '../files/propertiesAt.ts';
import { writeFileWhole } from '../files/writeFile.ts';

/** Kinds of workbooks, by their property `Scorebook kind`: the input that names the place, and the finding for another file there. */
const kinds = {
  'roll-up': { input: 'out', noun: 'roll-up', taken: 'output.not-a-roll-up' },
  tracker: { input: 'out', noun: 'tracker', taken: 'output.not-a-tracker' },
  data: { input: 'out', noun: 'file of data', taken: 'output.not-data' },
  'import-findings': { input: 'findings', noun: 'workbook of findings', taken: 'output.not-findings' },
} as const;

/** A kind of workbook, which overwrites only workbooks of that kind. */
export type WorkbookKind = keyof typeof kinds;

/**
 * Refuses to overwrite anything but a workbook of the same kind.
 *
 * @param register Path of the register, which is not overwritten either.
 * @throws Refusal for the register itself, or a name without the ending of a workbook.
 * @throws FindingsError when another file has that name.
 */
export function assertOverwritable(path: string, register: string, kind: WorkbookKind): void {
  const { input, noun, taken } = kinds[kind];
  const cure = `. A ${noun} is an Excel workbook: give it that ending.`;
  checkPlace(path, { input, noun, example: `${kind}.xlsx`, cure, register });
  if (existsSync(path) && !statSync(path).isDirectory() && !isOfKind(path, kind)) {
    throw new FindingsError([finding(taken, { file: basename(path) }, {})]);
  }
}

/** Saves a workbook whole, and overwrites nothing but one of the same kind. @throws as `assertOverwritable` does. */
export function saveWorkbookAt(path: string, bytes: Uint8Array, register: string, kind: WorkbookKind): void {
  assertOverwritable(path, register, kind);
  writeFileWhole(path, bytes);
}

/** Only the properties are read: a roll-up of a whole country has more cells than a return may have. */
const isOfKind = (path: string, kind: WorkbookKind): boolean => propertiesAt(path)?.get('Scorebook kind') === kind;
