import { type Finding, finding } from '../finding/index.ts';
import { type ReturnToCorrect, returnsToCorrect } from '../rounds/progress/returnsToCorrect.ts';
import { describeUkTime } from '../time.ts';
import { checkCodes } from './rounds/checkCodes.ts';
import { checkOpen } from './rounds/checkOpen.ts';
import type { OperationContext, Watcher } from './rounds/operationContext.ts';
import { type RoundInUse, type RoundRequest, roundsInUse } from './rounds/roundsInUse.ts';
import { type CorrectedPartner, correctOne } from './workbooks/correctOne.ts';
import type { Folder } from './workbooks/folder.ts';

export interface CorrectionRequest extends RoundRequest {
  /** Codes of the partners; when absent, every partner whose return has something to be put right or still open. */
  readonly partner?: readonly string[];
}

export interface CorrectedReturns {
  readonly files: readonly CorrectedPartner[];
  readonly findings: readonly Finding[];
}

/**
 * Writes a fresh workbook for each partner in whose return something is to be put right or still open, with all their
 * answers, the cells in question marked and listed.
 *
 * @throws Refusal for a round or partner that does not exist.
 */
export async function correctReturns(
  context: OperationContext,
  request: CorrectionRequest,
  folder: Folder,
  watcher: Watcher = {},
): Promise<CorrectedReturns> {
  const { partner: codes } = request;
  const all: { readonly inUse: RoundInUse; readonly returns: readonly ReturnToCorrect[] }[] = [];
  for (const inUse of await roundsInUse(context, request)) {
    checkOpen(inUse.round, context.now());
    all.push({ inUse, returns: await returnsToCorrect(context.register, inUse.round, inUse.instrument, codes) });
  }
  const returns = all.flatMap((one) => one.returns);
  checkCodes(
    codes,
    returns.map(({ partner }) => partner.code),
  );
  const files: CorrectedPartner[] = [];
  const findings: Finding[] = [];
  for (const { inUse, returns: own } of all) {
    const pastDue = new Set<number>();
    for (const one of own) {
      const made = await correctOne(context, inUse, one, folder);
      findings.push(...made.findings);
      if (codes !== undefined || made.file.file !== undefined) files.push(made.file);
      if (made.file.file !== undefined && one.due < context.now()) pastDue.add(one.due.getTime());
      watcher.onProgress?.(one.partner.code, returns.length);
    }
    for (const due of pastDue) {
      findings.push(finding('correction.due-past', {}, { due: describeUkTime(new Date(due)) }));
    }
  }
  return { files, findings };
}
