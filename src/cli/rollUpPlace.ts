import { checkOwnPlace } from './ownPlace.ts';

/**
 * Sees to it that a roll-up overwrites nothing but a roll-up.
 *
 * @throws UsageError for the register itself, or a name that is no workbook's.
 * @throws FindingsError when a file stands there that is no roll-up of ours.
 */
export function checkRollUpPlace(path: string, register: string): void {
  checkOwnPlace(path, register, {
    kind: 'roll-up',
    noun: 'roll-up',
    option: '--out',
    taken: 'output.not-a-roll-up',
  });
}
