import type { RecordedFinding } from './finding.ts';
import { placeText } from './place.ts';

/** One line for people: severity, place and message. */
export function findingLine(found: RecordedFinding): string {
  const place = placeText(found.place);
  return `${found.severity}: ${place === '' ? '' : `${place}: `}${found.message}`;
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
