import { finding } from '../../finding.ts';
import type { Register } from '../../register/tables/register.ts';
import { anonymous } from '../../rollup/disclosure/anonymous.ts';
import type { RollUp } from '../../rollup/load/rollUp.ts';
import { describeUkTime } from '../../time.ts';
import { printFindings } from '../options/common.ts';
import type { CommandContext } from '../terminal/context.ts';

/** Anonymous where that is asked for, which is told to be early while returns can still come. */
export function anonymiseRollUp(
  surroundings: CommandContext,
  register: Register,
  rollUp: RollUp,
  wanted: boolean | undefined,
): RollUp {
  if (wanted !== true) return rollUp;
  const { due } = rollUp.round;
  const hidden = anonymous(rollUp, register.sealKey);
  if (surroundings.now() < due) {
    printFindings(surroundings, [finding('output.before-deadline', {}, { due: describeUkTime(due) })]);
  }
  return hidden;
}
