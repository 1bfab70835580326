import type { FindingCode, RecordedFinding } from '../finding/index.ts';

/** Findings that are reported together: a single one, or a mistake that was repeated in cells of one sheet. */
export type FindingGroup = readonly [RecordedFinding, ...RecordedFinding[]];

/**
 * The findings of one return in the order in which people act on them: errors, then warnings, then changes since an
 * earlier return; within each, findings about the whole file come first, followed by those of each sheet. Findings in
 * cells of one sheet with the same code and facts form one group, at the place of the first.
 */
export function groupFindings(findings: readonly RecordedFinding[]): readonly FindingGroup[] {
  // A return is read in the order of its sheets; changes since an earlier return are not reported in that order.
  const sheets = new Map<string | undefined, number>([[undefined, 0]]);
  for (const { place } of findings.toSorted((a, b) => Number(isChange(a)) - Number(isChange(b)))) {
    if (!sheets.has(place.sheet)) sheets.set(place.sheet, sheets.size);
  }
  const sheetRank = ({ place }: RecordedFinding): number => sheets.get(place.sheet) ?? 0;
  return alike(findings.toSorted((a, b) => rank(a) - rank(b) || sheetRank(a) - sheetRank(b)));
}

const changes: ReadonlySet<FindingCode> = new Set(['answer.emptied', 'answer.changed', 'answer.added', 'entry.gone']);

const isChange = ({ code }: RecordedFinding): boolean => changes.has(code);

function rank(found: RecordedFinding): number {
  if (found.severity === 'error') return 0;
  return isChange(found) ? 2 : 1;
}

/** The minimum number of cells for a repeated mistake, as when a column was pasted over. */
const minAlike = 5;

function alike(findings: readonly RecordedFinding[]): readonly FindingGroup[] {
  const groups = new Map<string, [RecordedFinding, ...RecordedFinding[]]>();
  findings.forEach((found, index) => {
    const { sheet, cell } = found.place;
    const slip = sheet === undefined || cell === undefined ? index : [found.code, sheet, found.facts];
    const id = JSON.stringify(slip);
    const group = groups.get(id);
    if (group === undefined) groups.set(id, [found]);
    else group.push(found);
  });
  // A smaller group is split into single findings, each in its own place.
  const together = new Set([...groups.values()].filter(({ length }) => length >= minAlike).flat());
  const firsts = new Map([...groups.values()].map((group) => [group[0], group]));
  return findings.flatMap((found): readonly FindingGroup[] => {
    if (!together.has(found)) return [[found]];
    const group = firsts.get(found);
    return group === undefined ? [] : [group];
  });
}
