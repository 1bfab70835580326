import { type Finding, FindingsError, finding } from '../../finding/index.ts';
import { checkDefinitions } from '../../intake/integrity/checkDefinitions.ts';
import { checkFiles } from '../../intake/integrity/checkFiles.ts';
import { checkLog } from '../../intake/integrity/checkLog.ts';
import { checkReturns } from '../../intake/integrity/checkReturns.ts';
import { checkPages, checkReferences } from '../../register/database/checkDatabase.ts';
import { isBroken } from '../../register/database/databaseProblem.ts';
import type { OperationContext, Watcher } from '../rounds/operationContext.ts';

/**
 * Checks that the register is complete and unchanged: its file, the definitions, the returned files and their contents, the
 * seals of accepted returns, the answers, and the log. Progress counts the files that are read again.
 */
export async function checkRegister(
  { register, instruments }: Pick<OperationContext, 'register' | 'instruments'>,
  { onProgress }: Pick<Watcher, 'onProgress'> = {},
): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const check of [
    checkPages,
    checkReferences,
    checkDefinitions,
    () => checkFiles(register, instruments, onProgress),
    () => checkReturns(register, instruments),
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
