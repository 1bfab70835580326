import { Refusal } from '../../../refusal.ts';
import { makeChange } from '../../../rounds/changes/makeChange.ts';
import { describeUkTime, ukDay, ukTime } from '../../../time.ts';
import type { OperationContext } from '../operationContext.ts';
import { type MadeChanges, makeChanges, type PartnerChangeRequest } from './makeChanges.ts';
import { type PartnerInRound, partnersInRounds, roundsInChange } from './partnersInChange.ts';

export interface SentRequest extends PartnerChangeRequest {
  /** When it was sent; null if it was not. */
  readonly at: Date | null;
}

/**
 * Records that workbooks were sent without Scorebook, as from drafts in Outlook. Status and reminders then know that they are with
 * the partners.
 *
 * @throws Refusal for a round or partner that does not exist, and for a time in the future or before there was a workbook.
 */
export async function recordSent(context: OperationContext, request: SentRequest): Promise<MadeChanges> {
  const changes = await makeChanges(context, request.reason, async (inside, author) => {
    const found = partnersInRounds(await roundsInChange(inside, request), request.partner);
    const at = request.at === null ? null : untilNow(request.at, author.now);
    if (at !== null) for (const one of found) checkTime(one, at, author.now);
    const ids: (number | undefined)[] = [];
    for (const { round, status } of found) {
      const change = { partner: status.partner.code, what: 'sent by hand', after: at?.toISOString() ?? null } as const;
      ids.push(await makeChange(inside.register, round, change, author));
    }
    return ids;
  });
  return { changes, findings: [] };
}

/** A day alone ends at 23:59, which is still to come when it is today. */
const untilNow = (at: Date, now: Date): Date =>
  at > now && ukDay(at) === ukDay(now) && ukTime(at).slice(11, 16) === '23:59' ? now : at;

function checkTime({ status: { partner, issued } }: PartnerInRound, at: Date, now: Date): void {
  if (at > now) {
    throw new Refusal(
      'sent.unusable',
      (input) => `${input('at')}: ${describeUkTime(at)} is in the future. Give the time at which it was sent.`,
    );
  }
  if (at >= issued) return;
  throw new Refusal(
    'sent.unusable',
    (input) =>
      `${input('at')}: ${describeUkTime(at)} is before the workbook of ${partner.code} was generated, at ${describeUkTime(issued)}. Give the time at which it was sent.`,
  );
}
