import type { FindingCode, RecordedFinding } from '../finding/index.ts';
import type { Partner } from '../partners/partner.ts';
import type { Response } from '../response/response.ts';
import type { ReturnSummary } from '../rounds/round/roundStatus.ts';
import { describeUkTime } from '../time.ts';
import { describeCoverage, describeFindings, describePositions } from './describeReturn.ts';
import {
  allLetters,
  deadlineFor,
  type LetterContext,
  type OutgoingMessages,
  writeOutgoingMessage,
} from './outgoingMessage.ts';
import type { Wording } from './wording/wordingParts.ts';

/** A return to be acknowledged. */
export interface ReturnToAcknowledge {
  readonly partner: Partner;
  readonly summary: ReturnSummary;
  readonly response: Response;
  readonly findings: readonly RecordedFinding[];
  /** Message-ID of the e-mail that brought it. */
  readonly inReplyTo?: string;
}

/** Writes a message for each return: when it was received, its coverage, positions and findings. */
export const receiptLetters = (
  context: LetterContext,
  all: readonly ReturnToAcknowledge[],
  wording: Wording,
): OutgoingMessages =>
  allLetters(
    all.map(({ partner, summary, response, findings, inReplyTo }) =>
      writeOutgoingMessage(context, partner, {
        ...{ part: 'receipt', wording },
        key: { kind: 'receipt', about: String(summary.id) },
        suffix: `_receipt-${summary.id}`,
        ...(inReplyTo === undefined ? {} : { inReplyTo }),
        fillings: {
          received: describeUkTime(summary.received),
          coverage: describeCoverage(summary),
          positions: describePositions(context.instrument, response),
          findings: describeFindings(findings.filter(({ code }) => !forAnalyst.has(code))),
          lateness: describeLateness(context, partner, summary),
        },
      }),
    ),
  );

function describeLateness(context: LetterContext, partner: Partner, { late, afterClosing }: ReturnSummary): string {
  const { closes } = context.round;
  if (afterClosing === true && closes !== undefined) {
    return `We stopped counting returns at ${describeUkTime(closes)}, so it came too late to count.`;
  }
  return late
    ? `The deadline was ${describeUkTime(deadlineFor(context, partner))}, so it was late.`
    : 'It was in time.';
}

/** Doubts about the sender and the time of a return. They are for the analyst to resolve, not for the partner. */
const forAnalyst: ReadonlySet<FindingCode> = new Set([
  ...(['return.other-sender', 'return.sender-clock', 'return.partner-name-changed'] as const),
]);
