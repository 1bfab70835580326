import type { Message } from '../../register/rows/messages.ts';
import type { PartnerProgress } from './roundProgress.ts';
import type { WayOut } from './sendings.ts';

export interface NextStep {
  /** The analyst's next step, as a sentence. */
  readonly step: string;
  /** Whether it is the analyst's turn, not the partner's. */
  readonly isOurs: boolean;
}

/**
 * @param wayOut How workbooks of the round are sent: by e-mail; by another way, if a return or a draft exists without that; or
 *   unknown, if there is neither.
 */
export function nextStep(
  partner: PartnerProgress,
  { due, now, wayOut }: { readonly due: Date; readonly now: Date; readonly wayOut: WayOut },
): NextStep {
  const next = stepOf(partner, due, now, wayOut);
  return partner.unlisted === true && partner.progress !== 'done'
    ? { ...next, step: `${next.step} (not in the list any more)` }
    : next;
}

function stepOf({ progress, counting, messages }: PartnerProgress, due: Date, now: Date, wayOut: WayOut): NextStep {
  if (progress === 'done') return { step: 'None: complete', isOurs: false };
  const last = messages.at(-1);
  const asked =
    counting !== undefined && messages.some(({ kind, at }) => kind === 'reminder' && new Date(at) > counting.received);
  const sendings = messages.filter(({ kind }) => kind === 'sending');
  // A reminder may have been written before the workbook itself bounced.
  const hasNoWorkbook = progress === 'not returned' && sendings.length > 0 && sendings.every(cameBack);
  if (hasNoWorkbook || (last !== undefined && cameBack(last))) {
    return { step: 'Correct the e-mail address and send again', isOurs: true };
  }
  if (last?.state === 'sending') return { step: 'Ask whether the e-mail came', isOurs: true };
  if (progress === 'with errors') {
    return asked ? { step: 'Await the correction', isOurs: false } : { step: 'Ask for corrections', isOurs: true };
  }
  if (progress === 'incomplete') {
    return asked ? { step: 'Await what is open', isOurs: false } : { step: 'Ask for what is open', isOurs: true };
  }
  if (sendings.length === 0 && (wayOut === 'e-mail' || (wayOut === 'unknown' && now <= due))) {
    return { step: 'Send the workbook', isOurs: true };
  }
  return now > due ? { step: 'Remind: overdue', isOurs: true } : { step: 'Await the return', isOurs: false };
}

const cameBack = ({ state }: Message): boolean => state === 'bounced' || state === 'refused';
