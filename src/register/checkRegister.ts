import { type Finding, finding } from '../finding.ts';
import type { Instrument } from '../instrument/schema.ts';
import { checkDatabase } from './checkDatabase.ts';
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
  for (const check of [checkDatabase, checkFiles, () => checkReturns(register, installed)]) {
    try {
      findings.push(...(await check(register)));
    } catch (failure) {
      if (!isBroken(failure)) throw failure;
      findings.push(finding('register.damaged', {}, { problem: 'parts of it cannot be read' }));
    }
  }
  return findings;
}
