import { UsageError } from '../terminal/context.ts';

/** @throws UsageError when a partner is named that there is not. */
export function checkCodes(named: readonly string[] | undefined, known: Iterable<string>): void {
  const codes = new Set(known);
  const unknown = (named ?? []).filter((code) => !codes.has(code));
  if (unknown.length === 0) return;
  throw new UsageError(
    `--partner ${unknown.join(', ')}: the round has no such partner. Codes are written exactly as status shows them, as in 5E1.`,
  );
}
