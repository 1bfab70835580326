import type { Finding } from '../finding.ts';

export type Alike = readonly [Finding, ...Finding[]];

/** From so many cells on, the same slip is one that was repeated, as when a column was pasted over. */
const fewestAlike = 5;

/** Findings in their order; those in cells of one sheet that are alike in code and facts together where the first stands. */
export function alikeFindings(findings: readonly Finding[]): readonly Alike[] {
  const groups = new Map<string, [Finding, ...Finding[]]>();
  findings.forEach((found, index) => {
    const { sheet, cell } = found.place;
    const slip = sheet === undefined || cell === undefined ? index : [found.code, sheet, found.facts];
    const id = JSON.stringify(slip);
    const group = groups.get(id);
    if (group === undefined) groups.set(id, [found]);
    else group.push(found);
  });
  // A group of few stands as single findings, each in its own place.
  const together = new Set([...groups.values()].filter(({ length }) => length >= fewestAlike).flat());
  const firsts = new Map([...groups.values()].map((group) => [group[0], group]));
  return findings.flatMap((found): readonly Alike[] => {
    if (!together.has(found)) return [[found]];
    const group = firsts.get(found);
    return group === undefined ? [] : [group];
  });
}
