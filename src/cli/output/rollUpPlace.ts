import { assertOverwritable } from '../files/overwriteGuard.ts';

/**
 * Sees to it that a roll-up overwrites nothing but a roll-up, and a tracker nothing but a tracker.
 *
 * @throws UsageError for the register itself, or a name that is no workbook's.
 * @throws FindingsError when a file stands there that is none of ours.
 */
export function checkRollUpPlace(path: string, register: string, kind: 'roll-up' | 'tracker' = 'roll-up'): void {
  assertOverwritable(path, register, { kind, noun: kind, option: '--out', taken: `output.not-a-${kind}` });
}
