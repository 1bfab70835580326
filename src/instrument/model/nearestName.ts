/** The allowed name that was probably meant: the nearest one, at most two letters away. */
export function nearestName(written: string, allowed: readonly string[]): string | undefined {
  const [nearest] = allowed
    .map((name) => ({ name, steps: stepsBetween(written.toLowerCase(), name.toLowerCase()) }))
    .filter(({ name, steps }) => steps <= 2 && steps < name.length)
    .sort((a, b) => a.steps - b.steps);
  return nearest?.name;
}

/** The number of letters to insert, delete or replace to turn one word into the other (Levenshtein). */
function stepsBetween(one: string, other: string): number {
  if (Math.abs(one.length - other.length) > 2) return 3;
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [index, letter] of [...one].entries()) {
    const next = [index + 1];
    for (let at = 0; at < other.length; at += 1) {
      const changed = (row[at] ?? 0) + (letter === other[at] ? 0 : 1);
      next.push(Math.min(changed, (row[at + 1] ?? 0) + 1, (next[at] ?? 0) + 1));
    }
    row = next;
  }
  return row[other.length] ?? 0;
}
