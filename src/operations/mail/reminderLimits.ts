import type { PartnerProgress } from '../../rounds/progress/roundProgress.ts';
import { ukDay } from '../../time.ts';

/** How often a partner is reminded; without limit where absent. */
export interface ReminderLimits {
  /** The number of reminders that a partner gets at most. */
  readonly maxReminders?: number;
  /** The number of days between two reminders at least. */
  readonly daysBetween?: number;
}

/** Why a partner is not reminded now. */
export type ReminderHold =
  | { readonly why: 'number of reminders' }
  /** @property begins The day from which it may be, `YYYY-MM-DD`. */
  | { readonly why: 'days between reminders'; readonly begins: string };

/**
 * Whether the limits hold back a reminder. Those before the partner's last return do not count: what is asked for since is
 * something else. A draft counts, as somebody may have sent it.
 *
 * @param about The day of the reminder. The same one again is never held back: a message that was sent is not sent twice.
 */
export function reminderHold(
  { messages, returns }: Pick<PartnerProgress, 'messages' | 'returns'>,
  about: string,
  { maxReminders, daysBetween }: ReminderLimits,
  today: string,
): ReminderHold | undefined {
  const lastReturn = Math.max(...returns.map(({ received }) => received.getTime()), Number.NEGATIVE_INFINITY);
  const reminders = messages.filter(
    ({ kind, state, at }) =>
      kind === 'reminder' && state !== 'refused' && state !== 'bounced' && new Date(at).getTime() > lastReturn,
  );
  if (reminders.some((one) => one.about === about)) return undefined;
  if (maxReminders !== undefined && reminders.length >= maxReminders) return { why: 'number of reminders' };
  const last = reminders.at(-1);
  if (last === undefined || daysBetween === undefined) return undefined;
  const begins = ukDay(new Date(last.at), -daysBetween);
  return begins > today ? { why: 'days between reminders', begins } : undefined;
}
