import { Refusal } from '../../refusal.ts';
import type { Round } from '../../rounds/round/roundStatus.ts';
import { describeUkTime } from '../../time.ts';

/**
 * @param reopen The command that opens it again.
 * @throws Refusal when a round is closed, so that no partner could return anything that counts.
 */
export function checkOpen(
  { round, closes }: Pick<Round, 'round' | 'closes'>,
  now: Date,
  reopen = `round reopen ${round}`,
): void {
  if (closes === undefined || closes > now) return;
  throw new Refusal(
    'round.closed',
    () =>
      `Round ${round} was closed at ${describeUkTime(closes)}, and nothing that comes now counts in it. Reopen it first, with "${reopen}".`,
  );
}
