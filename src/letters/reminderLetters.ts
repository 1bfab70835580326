import type { RecordedFinding } from '../finding/index.ts';
import type { PartnerProgress } from '../rounds/progress/roundProgress.ts';
import { describeUkTime } from '../time.ts';
import type { Attachment } from './composeMessage.ts';
import { describeOpenItems } from './describeOpenItems.ts';
import { describeCoverage, describeFindings } from './describeReturn.ts';
import {
  allLetters,
  deadlineFor,
  type LetterContext,
  type OutgoingMessages,
  writeOutgoingMessage,
} from './outgoingMessage.ts';
import type { Wordings } from './wording/wordingParts.ts';

/** A partner to be reminded. */
export interface PartnerToRemind {
  readonly progress: PartnerProgress;
  /** Findings to be corrected; empty if nothing was returned. */
  readonly corrections: readonly RecordedFinding[];
  /**
   * The partner's own workbook where nothing was returned. Otherwise a fresh one for the corrections, which is absent in a dry
   * run, and where answers are about people.
   */
  readonly workbook: Attachment | undefined;
  /** When a workbook without answers came, if nothing else did. */
  readonly cameBlank?: Date | undefined;
  /** The day of the reminder: nobody is reminded twice for the same day. */
  readonly about: string;
}

/**
 * Writes a message for each partner who has to return, complete or correct something.
 */
export function reminderLetters(
  context: LetterContext,
  all: readonly PartnerToRemind[],
  wordings: Wordings,
  now: Date,
): OutgoingMessages {
  return allLetters(
    all.map(({ progress: one, corrections, workbook, cameBlank, about }) => {
      const { partner, counting, counted, progress } = one;
      const lateness = describeLateness(deadlineFor(context, partner), now);
      const letter = { key: { kind: 'reminder', about }, suffix: `_reminder_${about}` } as const;
      if (counting === undefined || counted === undefined) {
        return writeOutgoingMessage(context, partner, {
          ...{ ...letter, part: 'not returned', wording: wordings['not returned'] },
          fillings: { lateness, workbook: `${describeBlank(cameBlank)}${describeWorkbook(workbook)}` },
          ...(workbook === undefined ? {} : { attachment: workbook }),
        });
      }
      const received = describeUkTime(counting.received);
      const fillings = {
        received,
        coverage: describeCoverage(counting),
        open: describeOpenItems(context.instrument, counted.checklist),
        lateness,
      };
      if (progress === 'incomplete') {
        return writeOutgoingMessage(context, partner, {
          ...letter,
          part: 'incomplete',
          wording: wordings.incomplete,
          fillings,
        });
      }
      const findings = describeFindings(corrections.filter(({ severity }) => severity === 'error'));
      if (context.instrument.aboutPeople === true) {
        const part = 'errors about people';
        return writeOutgoingMessage(context, partner, {
          ...{ ...letter, part, wording: wordings[part] },
          fillings: { ...fillings, findings },
        });
      }
      return writeOutgoingMessage(context, partner, {
        ...{ ...letter, part: 'with errors', wording: wordings['with errors'] },
        fillings: {
          ...fillings,
          findings,
          file: workbook?.name ?? 'the correction workbook',
        },
        ...(workbook === undefined ? {} : { attachment: workbook }),
      });
    }),
  );
}

const describeBlank = (received: Date | undefined): string =>
  received === undefined ? '' : `What we received at ${describeUkTime(received)} was not filled in. `;

const describeWorkbook = (workbook: Attachment | undefined): string =>
  workbook === undefined
    ? 'If you cannot find your workbook, please let us know.'
    : `Your workbook is attached, ${workbook.name}. If you have begun to fill it in, please go on in the copy that you have.`;

const describeLateness = (due: Date, now: Date): string =>
  now > due
    ? `The deadline, ${describeUkTime(due)}, has passed: please send it now.`
    : `It is due at ${describeUkTime(due)}.`;
