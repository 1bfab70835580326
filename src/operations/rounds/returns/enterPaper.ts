import type { RecordedFinding } from '../../../finding/index.ts';
import { compareReturn } from '../../../intake/compare/compareReturn.ts';
import { differencesOfStored } from '../../../intake/compare/differences.ts';
import { enterReturn, lookUpEntered } from '../../../intake/entered/enterReturn.ts';
import { Refusal } from '../../../refusal.ts';
import { storedFindings } from '../../../register/rows/storedFindings.ts';
import { findingsAsDecided } from '../../../rounds/returns/findingsAsDecided.ts';
import { type MadeChange, makeChanges } from '../changes/makeChanges.ts';
import { partnersInRounds, roundsInChange } from '../changes/partnersInChange.ts';
import type { OperationContext } from '../operationContext.ts';
import { onlyRound, type RoundRequest } from '../roundsInUse.ts';

/** A return on paper, typed into a workbook for its partner, and why. */
export interface EnterPaperRequest extends RoundRequest {
  /** Code of the partner. */
  readonly partner: string;
  /** The workbook into which it was typed. */
  readonly file: { readonly name: string; readonly bytes: Uint8Array };
  /** When the paper came; now if absent. */
  readonly received?: Date;
  readonly reason: string;
}

export interface EnteredPaper {
  /** One: a number undoes it. */
  readonly changes: readonly MadeChange[];
  /** What was found in the workbook. */
  readonly findings: readonly RecordedFinding[];
}

/**
 * Enters a return that came on paper. It is read, scored and counted like any other, and marked as entered from paper.
 *
 * @throws Refusal for a round or partner that is not there, and a file that is in the register already.
 * @throws FindingsError when the file is no workbook of that partner, or has no answers.
 */
export async function enterPaper(context: OperationContext, request: EnterPaperRequest): Promise<EnteredPaper> {
  const { partner, file, received, reason } = request;
  let findings: readonly RecordedFinding[] = [];
  const changes = await makeChanges(context, reason, async (inside, author) => {
    const { register, instruments } = inside;
    const { round, instrument } = await onlyRound(inside, request);
    const of = { round: round.round, instrument: instrument.key };
    partnersInRounds(await roundsInChange(inside, of), [partner]);
    const incoming = { ...file, received: author.now, ...(received === undefined ? {} : { stated: received }) };
    const { known } = await lookUpEntered(register, incoming);
    if (known !== undefined) {
      throw new Refusal(
        'return.known',
        () =>
          `${file.name} is in the register already, as return ${known}. "round show ${round.round}" lists what was decided about it.`,
      );
    }
    const { id, change } = await enterReturn(register, { instruments, as: { ...of, partner } }, incoming, [], author);
    const compared = await compareReturn(register, id, (earlier) =>
      differencesOfStored(register, instruments, id, earlier, file.bytes),
    );
    findings = await findingsAsDecided(register, id, [...compared.findings, ...(await storedFindings(register, id))]);
    return [change];
  });
  return { changes, findings };
}
