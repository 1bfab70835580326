import { type Finding, FindingsError, finding, hasErrors } from '../../../finding/index.ts';
import { Refusal } from '../../../refusal.ts';
import { trackerHeadings } from '../../../rollup/sheets/tracker/trackerTable.ts';
import { changePartner } from '../changes/changePartner.ts';
import { extendDeadline } from '../changes/extendDeadline.ts';
import type { MadeChange, MadeChanges } from '../changes/makeChanges.ts';
import { recordSent } from '../changes/recordSent.ts';
import { withdrawPartner } from '../changes/withdrawPartner.ts';
import type { OperationContext } from '../operationContext.ts';
import { acceptDoubts, preferReturn, setReturnsAside } from '../returns/decideReturns.ts';
import { mergeReturns } from '../returns/mergeReturns.ts';
import type { TrackerEdit } from './trackerEdits.ts';
import type { WrittenDecision } from './writtenDecision.ts';

export interface AppliedEdits {
  /** Those that were made, or would be. */
  readonly changes: readonly MadeChange[];
  readonly isDone: boolean;
  readonly findings: readonly Finding[];
}

/**
 * Makes changes as the commands of a round do, in one transaction. What is only tried is made as well and then taken back, so that
 * it meets the same checks.
 *
 * @param isMeant Whether they are to stay, unless there is an error.
 */
export async function applyEdits(
  context: OperationContext,
  round: string,
  edits: readonly TrackerEdit[],
  isMeant: boolean,
): Promise<AppliedEdits> {
  const { register } = context;
  const changes: MadeChange[] = [];
  const findings: Finding[] = [];
  const takenBack = new Error('The changes are only tried');
  try {
    await register.db.transaction().execute(async (db) => {
      const inside = { ...context, register: { ...register, db } };
      for (const edit of edits) {
        const made = await applied(inside, round, edit);
        changes.push(...made.changes);
        findings.push(...made.findings);
      }
      if (!isMeant || hasErrors(findings)) throw takenBack;
    });
    return { changes, isDone: true, findings: distinct(findings) };
  } catch (failure) {
    if (failure !== takenBack) throw failure;
    return { changes, isDone: false, findings: distinct(findings) };
  }
}

async function applied(context: OperationContext, round: string, edit: TrackerEdit): Promise<MadeChanges> {
  try {
    return await make(context, round, edit);
  } catch (failure) {
    if (failure instanceof FindingsError) return { changes: [], findings: failure.findings };
    if (!(failure instanceof Refusal)) throw failure;
    // A decision that is in force already, as when a tracker is read a second time.
    if (failure.code === 'change.none' && edit.value.what === 'decided') return { changes: [], findings: [] };
    const problem = failure.code === 'change.none' ? nothingChanges(edit) : failure.describe(headingOf);
    return { changes: [], findings: [finding('tracker.refused', edit.place, { problem })] };
  }
}

function make(
  context: OperationContext,
  round: string,
  { instrument, code, value, reason = noReason }: TrackerEdit,
): Promise<MadeChanges> {
  const request = { round, instrument, reason };
  switch (value.what) {
    case 'email':
      return changePartner(context, { ...request, partner: code, email: value.after });
    case 'contact':
      return changePartner(context, { ...request, partner: code, contact: value.after });
    case 'sent':
      return recordSent(context, { ...request, partner: [code], at: value.after });
    case 'due':
      return extendDeadline(context, { ...request, partner: [code], due: value.after });
    case 'decided':
      return decide(context, value.decision, reason);
    case 'withdrawn':
      return withdrawPartner(context, { ...request, partner: [code] });
  }
}

function decide(context: OperationContext, decision: WrittenDecision, reason: string): Promise<MadeChanges> {
  switch (decision.how) {
    case 'set aside':
      return setReturnsAside(context, { ids: decision.ids, reason });
    case 'merge':
      return mergeReturns(context, { ids: decision.ids, reason });
    case 'prefer':
      return preferReturn(context, { id: decision.id, reason });
    case 'accept':
      return acceptDoubts(context, { id: decision.id, codes: decision.codes, reason });
  }
}

/** Without a reason there is an error, and nothing is changed. */
const noReason = 'no reason yet';

/** An input of an operation as the tracker names it. */
const headingOf = (input: string): string => headings[input] ?? input;

const headings: Readonly<Record<string, string>> = {
  ...{ email: trackerHeadings.email, contact: trackerHeadings.contact, at: trackerHeadings.sent },
  ...{ due: trackerHeadings.due, reason: trackerHeadings.reason, partner: trackerHeadings.code },
};

const nothingChanges = ({ heading, shownBefore }: TrackerEdit): string =>
  `Nothing would change by this: "${heading}" has it from an e-mail of Scorebook's, or means the same already. Put back "${shownBefore}".`;

/** Several changes may find the same. */
const distinct = (findings: readonly Finding[]): readonly Finding[] => [
  ...new Map(findings.map((found) => [JSON.stringify(found), found])).values(),
];
