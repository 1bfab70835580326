import type { RecordedFinding } from './finding.ts';
import { placeText } from './place.ts';
import { alsoIn } from './wording/quote.ts';

/** One line for people: severity, place and message. */
export function findingLine(found: RecordedFinding): string {
  const place = placeText(found.place);
  return `${found.severity}: ${place === '' ? '' : `${place}: `}${found.message}`;
}

/**
 * A line for each finding, or for several that say the same of parts of a definition: the first part, how many others
 * there are, and the first of those.
 */
export function findingLines(findings: readonly RecordedFinding[]): readonly string[] {
  const groups = new Map<string, [RecordedFinding, ...RecordedFinding[]]>();
  for (const [index, found] of findings.entries()) {
    const { file, key, ...further } = found.place;
    const isOfPart = key !== undefined && Object.keys(further).length === 0;
    const id = isOfPart ? JSON.stringify([found.severity, file, found.message]) : String(index);
    const group = groups.get(id);
    if (group === undefined) groups.set(id, [found]);
    else group.push(found);
  }
  return [...groups.values()].map(
    ([first, ...others]) => `${findingLine(first)}${alsoIn(others.flatMap(({ place }) => place.key ?? []))}`,
  );
}

/** Cells that are named in one line for several findings. */
const maxNamedCells = 5;

/** One line for findings that are alike in code, facts and sheet: how many there are, and the first cells. */
export function alikeLine(alike: readonly [RecordedFinding, ...RecordedFinding[]]): string {
  const [first] = alike;
  if (alike.length === 1) return findingLine(first);
  const cells = alike.slice(0, maxNamedCells).flatMap(({ place }) => place.cell ?? []);
  const more = alike.length - cells.length;
  const where = `${placeText({ sheet: first.place.sheet ?? '' })}!${cells.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
  return `${first.severity}: ${where} (${alike.length} cells alike): ${first.message}`;
}
