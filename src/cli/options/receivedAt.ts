import type { Finding } from '../../finding/index.ts';
import { timeFindings } from '../../finding/timeFindings.ts';
import { ukTime } from '../../time.ts';
import { UsageError } from '../terminal/context.ts';
import { timeGiven } from './timeGiven.ts';

/** The time of receipt that `--received` gives. @throws UsageError for a text that is no time, or a time in the future. */
export function receivedAt(
  text: string | undefined,
  now: Date,
): { readonly received?: Date; readonly findings: readonly Finding[] } {
  if (text === undefined) return { findings: [] };
  const received = timeGiven('--received', text, '17/12/2026 16:30');
  if (received.instant > now) {
    throw new UsageError(
      `--received "${text}" is in the future: it is now ${ukTime(now)} in the UK, and a day alone means 23:59. Give the time too, or leave --received out for now.`,
    );
  }
  return { received: received.instant, findings: timeFindings('--received', text, received) };
}
