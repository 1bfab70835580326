import { type Finding, FindingsError, finding } from '../../finding/index.ts';
import type { Instrument } from '../../instrument/model/schema.ts';
import { checkPages, checkReferences } from '../../register/database/checkDatabase.ts';
import { isBroken } from '../../register/database/databaseProblem.ts';
import type { Register } from '../../register/tables/register.ts';
import { checkDefinitions } from './checkDefinitions.ts';
import { checkFiles } from './checkFiles.ts';
import { checkLog } from './checkLog.ts';
import { checkReturns } from './checkReturns.ts';

/**
 * Checks that the register is complete and unchanged: its file, the definitions, the returned files and their contents, the
 * seals of accepted returns, the answers, and the log.
 *
 * @param installed The installed instruments. The definitions of others are loaded from the register.
 * @param onFile Called after each file that was read again.
 */
export async function checkRegister(
  register: Register,
  installed: readonly Instrument[],
  onFile?: (name: string, all: number) => void,
): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const check of [
    checkPages,
    checkReferences,
    checkDefinitions,
    () => checkFiles(register, installed, onFile),
    () => checkReturns(register, installed),
    checkLog,
  ]) {
    try {
      findings.push(...(await check(register)));
    } catch (failure) {
      if (failure instanceof FindingsError) findings.push(...failure.findings);
      else if (isBroken(failure)) {
        findings.push(finding('register.damaged', {}, { problem: 'parts of it cannot be read' }));
      } else throw failure;
    }
    // Rows of damaged pages are not read: the driver ends the program over a text that is not UTF-8.
    if (check === checkPages && findings.length > 0) break;
  }
  return findings;
}
