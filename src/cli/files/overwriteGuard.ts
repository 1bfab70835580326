import { existsSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { FindingsError, finding } from '../../finding/index.ts';
import { UsageError } from '../terminal/context.ts';
import { isRegister } from './isRegister.ts';
import { propertiesAt } from './propertiesAt.ts';

/** A kind of workbook that a command writes; it overwrites only workbooks of that kind. */
export interface OutputKind {
  /** The value of its property `Scorebook kind`. */
  readonly kind: string;
  /** As sentences name it: `roll-up`. */
  readonly noun: string;
  /** The option that names its place. */
  readonly option: string;
  /** The finding for another file of that name. */
  readonly taken: 'output.not-a-roll-up' | 'output.not-a-tracker' | 'output.not-findings';
}

/**
 * Refuses to overwrite anything but a workbook of the same kind.
 *
 * @throws UsageError for the register itself, or a name without the ending of a workbook.
 * @throws FindingsError when a file of another kind has that name.
 */
export function assertOverwritable(path: string, register: string, { kind, noun, option, taken }: OutputKind): void {
  if (path.trim() === '')
    throw new UsageError(`${option} is empty. Give the path of a file, as in ${option} ${kind}.xlsx.`);
  if (isRegister(path, register)) {
    throw new UsageError(`${option} ${path} is the register, which would be lost. Give the ${noun} another name.`);
  }
  if (!/\.xlsx$/i.test(path)) {
    throw new UsageError(
      `${option} ${path} does not end in .xlsx. A ${noun} is an Excel workbook: give it that ending.`,
    );
  }
  if (existsSync(path) && !statSync(path).isDirectory() && !isOfKind(path, kind)) {
    throw new FindingsError([finding(taken, { file: basename(path) }, {})]);
  }
}

/** Only the properties are read: a roll-up of a whole country has more cells than a return may have. */
const isOfKind = (path: string, kind: string): boolean => propertiesAt(path)?.get('Scorebook kind') === kind;
