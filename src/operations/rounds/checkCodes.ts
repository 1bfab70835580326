import { Refusal } from '../../refusal.ts';

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
