import { type Finding, finding } from '../finding.ts';
import type { Instrument } from '../instrument/schema.ts';
import { checkPages, checkReferences } from './checkDatabase.ts';
import { checkFiles } from './checkFiles.ts';
import { checkReturns } from './checkReturns.ts';
import { isBroken } from './databaseProblem.ts';
import type { Register } from './openRegister.ts';

/**
 * Proves that the register is whole: its file, the bytes that came back, the seals of what counts, and the answers.
 *
 * @param installed the answers of other instruments than these are not counted
 */
export async function checkRegister(register: Register, installed: readonly Instrument[]): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const check of [checkPages, checkReferences, checkFiles, () => checkReturns(register, installed)]) {
    try {
      findings.push(...(await check(register)));
    } catch (failure) {
      if (!isBroken(failure)) throw failure;
      findings.push(finding('register.damaged', {}, { problem: 'parts of it cannot be read' }));
    }
    // Rows of damaged pages are not read: the driver ends the program over a text that is not UTF-8.
    if (check === checkPages && findings.length > 0) break;
  }
  return findings;
}
