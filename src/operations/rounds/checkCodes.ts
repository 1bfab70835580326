import { Refusal } from '../../refusal.ts';
import { describeDeparture } from '../../rounds/round/describeDeparture.ts';
import type { DepartedStatus } from '../../rounds/round/roundStatus.ts';

/** @throws Refusal when a partner is named that the round does not have. */
export function checkCodes(named: readonly string[] | undefined, known: Iterable<string>): void {
  const codes = new Set(known);
  const unknown = (named ?? []).filter((code) => !codes.has(code));
  if (unknown.length === 0) return;
  throw new Refusal(
    'partner.unknown',
    (input) =>
      `${input('partner')} ${unknown.join(', ')}: the round has no such partner. Codes are written exactly as status shows them, as in 5E1.`,
  );
}

/** @throws Refusal when a partner is named that has left the round. */
export function checkDeparted(named: readonly string[] | undefined, departed: readonly DepartedStatus[]): void {
  const status = departed.find(({ partner }) => named?.includes(partner.code));
  if (status === undefined) return;
  const { partner } = status;
  throw new Refusal(
    'partner.departed',
    (input) =>
      `${input('partner')} ${partner.code}: ${partner.name} ${describeDeparture(status)}, and takes no part in the round any more. "round bring-back ${partner.code}" brings it back.`,
  );
}
