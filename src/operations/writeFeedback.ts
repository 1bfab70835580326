import type { Finding } from '../finding/index.ts';
import { Refusal } from '../refusal.ts';
import { checkDeadlinePassed } from '../rollup/disclosure/anonymous.ts';
import { feedbackOf, noFeedbackReason } from '../rollup/feedback/feedback.ts';
import { writeFeedbackWorkbook } from '../rollup/feedback/writeFeedbackWorkbook.ts';
import { loadRollUp, type RollUp } from '../rollup/load/rollUp.ts';
import { workbookFileName } from '../rounds/issue/workbookFileName.ts';
import { checkCodes } from './rounds/checkCodes.ts';
import type { OperationContext, Watcher } from './rounds/operationContext.ts';
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
 * Writes for each partner that returned how it compares with its region and with all.
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
  const left = rounds.flatMap(({ instrument }) => noFeedbackReason(instrument) ?? []);
  const comparable = rounds.filter(({ instrument }) => noFeedbackReason(instrument) === undefined);
  if (comparable.length === 0) {
    throw new Refusal('feedback.nothing-to-compare', () => `No feedback can be written. ${left.join(' ')}`);
  }
  const rollUps: RollUp[] = [];
  for (const { instrument, round } of comparable) rollUps.push(await loadRollUp(context.register, instrument, round));
  const partners = rollUps.flatMap((rollUp) => rollUp.partners);
  checkCodes(
    request.partner,
    partners.map(({ partner }) => partner.code),
  );
  const isWanted = (code: string): boolean => request.partner?.includes(code) ?? true;
  const all = rollUps.flatMap(feedbackOf).filter(({ own }) => isWanted(own.partner.code));
  const files: WrittenFeedback['files'][number][] = [];
  const findings: Finding[] = [];
  for (const feedback of all) {
    const { code } = feedback.own.partner;
    const { key } = feedback.instrument;
    const fileName = workbookFileName(key, feedback.round.round, code, 'feedback');
    const bytes = await writeFeedbackWorkbook(feedback, context.now());
    const { findings: found, ...saved } = save({ instrument: key, partner: code, fileName, bytes });
    findings.push(...found);
    files.push({ instrument: key, partner: code, ...saved });
    watcher.onProgress?.(code, all.length);
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
