import type { Finding } from '../finding/index.ts';
import type { Instrument } from '../instrument/model/schema.ts';
import { Refusal } from '../refusal.ts';
import { checkDeadlinePassed } from '../rollup/disclosure/anonymous.ts';
import { ownCasesOf, writeOwnCases } from '../rollup/feedback/cases/ownCases.ts';
import { feedbackOf, noFeedbackReason } from '../rollup/feedback/feedback.ts';
import { writeFeedbackWorkbook } from '../rollup/feedback/writeFeedbackWorkbook.ts';
import { loadRollUp, type RollUp } from '../rollup/load/rollUp.ts';
import { workbookFileName } from '../rounds/issue/workbookFileName.ts';
import { checkCodes } from './rounds/checkCodes.ts';
import type { OperationContext, Watcher } from './rounds/operationContext.ts';
import { outdatedFindings } from './rounds/outdatedFindings.ts';
import { refuseReviews } from './rounds/refuseReviews.ts';
import { type RoundRequest, roundsInUse } from './rounds/roundsInUse.ts';

export interface FeedbackRequest extends RoundRequest {
  /** Codes of the partners for whom it is wanted; all when absent. */
  readonly partner?: readonly string[];
}

/** A feedback workbook to be saved. */
export interface FeedbackToSave {
  /** Key of the instrument. */
  readonly instrument: string;
  /** Code of the partner. */
  readonly partner: string;
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

export interface SavedFeedback {
  readonly file: string;
  readonly outcome: 'written' | 'replaced' | 'left';
  readonly findings: readonly Finding[];
}

export interface WrittenFeedback {
  readonly files: readonly (Pick<FeedbackToSave, 'instrument' | 'partner'> & Omit<SavedFeedback, 'findings'>)[];
  /** Codes of partners that have returned nothing that could be used. */
  readonly withoutReturn: readonly string[];
  /** Why instruments of the round get no feedback, a sentence for each. */
  readonly left: readonly string[];
  readonly findings: readonly Finding[];
}

/**
 * Writes for each partner that returned how it compares with its region and with all; of an instrument about cases, a
 * page for each of the partner's own.
 *
 * @param save Saves a workbook whole, and reports what became of it.
 * @throws Refusal for a round or partner that does not exist, and when none of the instruments can be compared.
 */
export async function writeFeedback(
  context: OperationContext,
  request: FeedbackRequest,
  save: (workbook: FeedbackToSave) => SavedFeedback,
  watcher: Watcher = {},
): Promise<WrittenFeedback> {
  const rounds = await roundsInUse(context, request);
  for (const { instrument } of rounds)
    refuseReviews(instrument, 'Partners see it in their feedback on the self-assessment.');
  const reasonOf = (instrument: Instrument): string | undefined =>
    instrument.priorities?.form === undefined ? noFeedbackReason(instrument) : undefined;
  const left = rounds.flatMap(({ instrument }) => reasonOf(instrument) ?? []);
  const answerable = rounds.filter(({ instrument }) => reasonOf(instrument) === undefined);
  if (answerable.length === 0) {
    throw new Refusal('feedback.nothing-to-compare', () => `No feedback can be written. ${left.join(' ')}`);
  }
  const rollUps: RollUp[] = [];
  for (const { instrument, round } of answerable) rollUps.push(await loadRollUp(context.register, instrument, round));
  const partners = rollUps.flatMap((rollUp) => rollUp.partners);
  checkCodes(
    request.partner,
    partners.map(({ partner }) => partner.code),
  );
  const isWanted = (code: string): boolean => request.partner?.includes(code) ?? true;
  const all = rollUps.flatMap(workbooksOf).filter(({ partner }) => isWanted(partner));
  const files: WrittenFeedback['files'][number][] = [];
  const findings: Finding[] = [];
  for (const { instrument, round, partner, write } of all) {
    const fileName = workbookFileName(instrument, round, partner, 'feedback');
    const { findings: found, ...saved } = save({ instrument, partner, fileName, bytes: await write(context.now()) });
    findings.push(...found);
    files.push({ instrument, partner, ...saved });
    watcher.onProgress?.(partner, all.length);
  }
  for (const { round, reviews } of rollUps) {
    const outdated = reviews?.outdated.filter(({ partner }) => isWanted(partner.code));
    findings.push(...(await outdatedFindings(context.register, round, outdated ?? [])));
  }
  const early = rollUps.flatMap(({ round }) => checkDeadlinePassed(round.due, context.now()));
  const dues = new Map(early.map((found) => [JSON.stringify(found.facts), found]));
  const silent = partners.filter(({ result, partner }) => result === undefined && isWanted(partner.code));
  return {
    files,
    withoutReturn: [...new Set(silent.map(({ partner }) => partner.code))],
    left,
    findings: [...findings, ...dues.values()],
  };
}

interface WorkbookToWrite {
  readonly instrument: string;
  readonly round: string;
  readonly partner: string;
  readonly write: (made: Date) => Promise<Uint8Array>;
}

function workbooksOf(rollUp: RollUp): readonly WorkbookToWrite[] {
  const { instrument, round } = rollUp;
  const forPartner = (code: string, write: WorkbookToWrite['write']): WorkbookToWrite => ({
    ...{ instrument: instrument.key, round: round.round, partner: code, write },
  });
  return instrument.priorities?.form === undefined
    ? feedbackOf(rollUp).map((one) => forPartner(one.own.partner.code, (made) => writeFeedbackWorkbook(one, made)))
    : ownCasesOf(rollUp).map((one) => forPartner(one.own.partner.code, (made) => writeOwnCases(one, made)));
}
