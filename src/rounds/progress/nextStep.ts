import type { Message } from '../../register/rows/messages.ts';
import type { Deadline } from '../round/countingReturn.ts';
import type { PartnerProgress } from './roundProgress.ts';
import type { SendingMethod } from './sendingMethod.ts';

export interface NextStep {
  /** The analyst's next step, as a sentence. */
  readonly step: string;
  /** Whether it is the analyst's turn, not the partner's. */
  readonly isAnalystsTurn: boolean;
}

/** What is known of the round of a partner. */
interface RoundNow extends Deadline {
  readonly now: Date;
  /**
   * How workbooks of the round are sent: by e-mail; by other means, if there is a return or a draft without an e-mail; or
   * unknown, if there is neither. Those of a review are given to assessors by hand.
   */
  readonly sendingMethod: SendingMethod | 'by hand';
}

export function nextStep(partner: PartnerProgress, { due, closes, now, sendingMethod }: RoundNow): NextStep {
  if (closes !== undefined && closes <= now && partner.progress !== 'done') {
    return { step: 'None: the round is closed', isAnalystsTurn: false };
  }
  const next = stepOf(partner, due, now, sendingMethod);
  return partner.unlisted === true && partner.progress !== 'done'
    ? { ...next, step: `${next.step} (not in the list any more)` }
    : next;
}

function stepOf(
  { progress, counting, messages, sentByHand }: PartnerProgress,
  due: Date,
  now: Date,
  sendingMethod: RoundNow['sendingMethod'],
): NextStep {
  if (progress === 'done') return { step: 'None: complete', isAnalystsTurn: false };
  // A workbook that was sent by hand puts right what came back before.
  const since = messages.filter(({ at }) => sentByHand === undefined || new Date(at) > sentByHand);
  const last = since.at(-1);
  const asked =
    counting !== undefined && messages.some(({ kind, at }) => kind === 'reminder' && new Date(at) > counting.received);
  const sent = since.filter(({ kind }) => kind === 'sending');
  // A reminder may have been written before the workbook itself bounced.
  const hasNoWorkbook = progress === 'not returned' && sent.length > 0 && sent.every(cameBack);
  if (hasNoWorkbook || (last !== undefined && cameBack(last))) {
    return { step: 'Correct the e-mail address and send again', isAnalystsTurn: true };
  }
  if (last?.state === 'sending') return { step: 'Ask whether the e-mail came', isAnalystsTurn: true };
  if (progress === 'with errors') {
    return asked
      ? { step: 'Await the correction', isAnalystsTurn: false }
      : { step: 'Ask for corrections', isAnalystsTurn: true };
  }
  if (progress === 'incomplete') {
    return asked
      ? { step: 'Await what is open', isAnalystsTurn: false }
      : { step: 'Ask for what is open', isAnalystsTurn: true };
  }
  if (sendingMethod === 'by hand') return reviewStep(now > due, sentByHand !== undefined);
  const wasSent = sent.length > 0 || sentByHand !== undefined;
  if (!wasSent && (sendingMethod === 'e-mail' || (sendingMethod === 'unknown' && now <= due))) {
    return { step: 'Send the workbook', isAnalystsTurn: true };
  }
  return now > due
    ? { step: 'Remind: overdue', isAnalystsTurn: true }
    : { step: 'Await the return', isAnalystsTurn: false };
}

/** No e-mail of Scorebook's goes to assessors. */
function reviewStep(isOverdue: boolean, isHandedOut: boolean): NextStep {
  if (isOverdue) return { step: 'Ask the assessor: overdue', isAnalystsTurn: true };
  return isHandedOut
    ? { step: 'Await the review', isAnalystsTurn: false }
    : { step: 'Give the workbook to the assessor', isAnalystsTurn: true };
}

const cameBack = ({ state }: Message): boolean => state === 'bounced' || state === 'refused';
