import { existsSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { FindingsError, finding } from '../../finding/index.ts';
import { UsageError } from '../terminal/context.ts';
import { isRegister } from './isRegister.ts';
import { propertiesAt } from './propertiesAt.ts';

/** A kind of workbook that a command writes, and that overwrites nothing but its like. */
export interface OutputKind {
  /** What its property `Scorebook kind` says. */
  readonly kind: string;
  /** As sentences name it: `roll-up`. */
  readonly noun: string;
  /** The option that names its place. */
  readonly option: string;
  /** What is told when something else stands there. */
  readonly taken: 'output.not-a-roll-up' | 'output.not-a-tracker' | 'output.not-findings';
}

/**
 * Sees to it that a workbook overwrites nothing but one of its kind.
 *
 * @throws UsageError for the register itself, or a name that is no workbook's.
 * @throws FindingsError when a file of another kind stands there.
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
