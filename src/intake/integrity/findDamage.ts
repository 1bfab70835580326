import { type Finding, finding } from '../../finding/index.ts';
import { checkDatabase } from '../../register/database/checkDatabase.ts';
import type { Register } from '../../register/tables/register.ts';
import { checkDefinitions } from './checkDefinitions.ts';
import { checkLog } from './checkLog.ts';

/** Finds what is damaged in a register, or was changed by hand, after a command failed without a reason of its own. */
export async function findDamage(register: Register): Promise<readonly Finding[]> {
  try {
    const found = [
      ...(await checkDatabase(register)),
      ...(await checkDefinitions(register)),
      ...(await checkLog(register)),
    ];
    return found.filter(({ severity }) => severity === 'error');
  } catch {
    return [finding('register.damaged', {}, { problem: 'its tables are not as Scorebook makes them' })];
  }
}
