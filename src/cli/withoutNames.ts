import { finding } from '../finding.ts';
import type { Register } from '../register/openRegister.ts';
import { anonymous } from '../rollup/anonymous.ts';
import type { RollUp } from '../rollup/rollUp.ts';
import { ukTimeInWords } from '../time.ts';
import { printFindings } from './common.ts';
import type { Surroundings } from './surroundings.ts';

/** Anonymous where that is asked for, which is told to be early while returns can still come. */
export function withoutNames(
  surroundings: Surroundings,
  register: Register,
  rollUp: RollUp,
  wanted: boolean | undefined,
): RollUp {
  if (wanted !== true) return rollUp;
  const { due } = rollUp.round;
  const hidden = anonymous(rollUp, register.sealKey);
  if (surroundings.now() < due) {
    printFindings(surroundings, [finding('output.before-deadline', {}, { due: ukTimeInWords(due) })]);
  }
  return hidden;
}
