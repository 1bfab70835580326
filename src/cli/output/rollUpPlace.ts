import { assertOverwritable } from '../files/overwriteGuard.ts';

/**
 * Refuses to let a roll-up overwrite anything but a roll-up, or a tracker anything but a tracker.
 *
 * @throws UsageError for the register itself, or a name without the ending of a workbook.
 * @throws FindingsError when another file has that name.
 */
export function checkRollUpPlace(path: string, register: string, kind: 'roll-up' | 'tracker' = 'roll-up'): void {
  assertOverwritable(path, register, { kind, noun: kind, option: '--out', taken: `output.not-a-${kind}` });
}
