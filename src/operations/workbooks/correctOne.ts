import { type Finding, finding } from '../../finding/index.ts';
import { loadIssueDetails, type ShownDigests } from '../../rounds/issue/issueDetails.ts';
import { issueWorkbooks } from '../../rounds/issue/issueWorkbooks.ts';
import type { ReturnToCorrect } from '../../rounds/progress/returnsToCorrect.ts';
import { outdatedReviewOf, stillJudged } from '../../rounds/returns/outdatedReviews.ts';
import { writeWorkbook } from '../../workbook/writeWorkbook.ts';
import type { OperationContext } from '../rounds/operationContext.ts';
import type { RoundInUse } from '../rounds/roundsInUse.ts';
import type { Folder } from './folder.ts';
import { type SaveOutcome, saveWorkbook } from './saveWorkbook.ts';

export interface CorrectedPartner {
  /** Key of the instrument. */
  readonly instrument: string;
  /** Code of the partner. */
  readonly partner: string;
  readonly outcome: SaveOutcome | 'nothing-to-correct' | 'no-return';
  /** Path of the workbook; absent where there is nothing to write. */
  readonly file?: string;
  /** How many things the workbook lists. */
  readonly corrections: number;
}

export interface Correction {
  readonly file: CorrectedPartner;
  /** The workbook; absent where there is none, or an older one was left in its place. */
  readonly workbook?: { readonly name: string; readonly bytes: Uint8Array };
  readonly findings: readonly Finding[];
}

/** Writes the workbook in which one partner corrects its return, where there is something to correct. */
export async function correctOne(
  { register, instruments, now }: OperationContext,
  { round, instrument }: RoundInUse,
  { partner, due, counting }: ReturnToCorrect,
  folder: Folder,
): Promise<Correction> {
  const named = { instrument: instrument.key, partner: partner.code };
  if (counting === undefined) return { file: { ...named, outcome: 'no-return', corrections: 0 }, findings: [] };
  const { id, response, corrections, digests } = counting;
  if (corrections.length === 0) {
    return { file: { ...named, outcome: 'nothing-to-correct', corrections: 0 }, findings: [] };
  }
  const { branding, lastRound, given } = await loadIssueDetails(register, instruments, {
    instrument,
    partner,
    digests,
    round,
  });
  const known = stillJudged(
    response,
    await outdatedReviewOf(register, instruments, { round, instrument }, partner.code),
  );
  const issue = {
    ...{ instrument, round: round.round, due, partners: [partner], correction: id, now: now() },
    known: new Map([[partner.code, known]]),
    ...(round.returnTo === undefined ? {} : { returnTo: round.returnTo }),
    ...(round.marking === undefined ? {} : { marking: round.marking }),
    ...(branding === undefined ? {} : { branding }),
    ...(lastRound === undefined ? {} : { lastRounds: new Map([[partner.code, lastRound]]) }),
    ...(given === undefined ? {} : { facts: new Map([[partner.code, given]]) }),
  };
  const [workbook] = await issueWorkbooks(register, issue);
  if (workbook === undefined) throw new Error(`No workbook was issued to ${partner.code}`);
  const { fileName: name } = workbook;
  const bytes = await writeWorkbook(instrument, { ...issue, ...workbook, corrections }, known);
  const { outcome, findings } = await saveWorkbook(register, workbook, folder, bytes);
  return {
    file: { ...named, outcome, file: folder.pathOf(name), corrections: corrections.length },
    ...(outcome === 'left' ? {} : { workbook: { name, bytes } }),
    findings: [...findings, ...leftOut(partner.code, digests, { branding, lastRound, given })],
  };
}

/** What the workbook that was returned showed, and the register does not hold any more. */
function leftOut(
  partner: string,
  digests: ShownDigests,
  known: Record<keyof ShownDigests, unknown>,
): readonly Finding[] {
  const what = (['lastRound', 'branding', 'given'] as const)
    .filter((key) => digests[key] !== undefined && known[key] === undefined)
    .map((key) => names[key]);
  return what.length === 0 ? [] : [finding('correction.left-out', {}, { partner, what })];
}

const names = { lastRound: 'the last round', branding: 'the branding', given: 'the facts given beforehand' } as const;
