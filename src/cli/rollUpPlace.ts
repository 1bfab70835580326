import { existsSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { FindingsError, finding } from '../finding.ts';
import { isRegister } from './isRegister.ts';
import { propertiesAt } from './propertiesAt.ts';
import { UsageError } from './surroundings.ts';

/**
 * Sees to it that a roll-up overwrites nothing but a roll-up, and a tracker nothing but a tracker.
 *
 * @throws UsageError for the register itself, or a name that is no workbook's.
 * @throws FindingsError when a file stands there that is none of ours.
 */
export function checkRollUpPlace(path: string, register: string, kind: 'roll-up' | 'tracker' = 'roll-up'): void {
  if (path.trim() === '') throw new UsageError(`--out is empty. Give the path of a file, as in --out ${kind}.xlsx.`);
  if (isRegister(path, register)) {
    throw new UsageError(`--out ${path} is the register, which would be lost. Give the ${kind} another name.`);
  }
  if (!/\.xlsx$/i.test(path)) {
    throw new UsageError(`--out ${path} does not end in .xlsx. A ${kind} is an Excel workbook: give it that ending.`);
  }
  if (existsSync(path) && !statSync(path).isDirectory() && !isOurs(path, kind)) {
    throw new FindingsError([finding(`output.not-a-${kind}`, { file: basename(path) }, {})]);
  }
}

/** Only the properties are read: a roll-up of a whole country has more cells than a return may have. */
const isOurs = (path: string, kind: string): boolean => propertiesAt(path)?.get('Scorebook kind') === kind;
