import type { RawCell } from '../../spreadsheet/model/rawWorkbook.ts';
import { cellToken } from '../read/cells/cellToken.ts';

export type Cells = ReadonlyMap<number, ReadonlyMap<number, RawCell>>;

/** Where rows and columns of an issued sheet are now; missing ones were deleted. */
export interface Alignment {
  readonly rows: ReadonlyMap<number, number>;
  readonly columns: ReadonlyMap<number, number>;
}

/**
 * Finds rows and columns again by texts that occurred in only one cell of the sheet: a line is now where most of them
 * are. A line without such a text keeps its distance from the one before it, unless another line is there.
 */
export function alignRows(sent: Cells, now: Cells): Alignment {
  const marks = textsOf(sent);
  const found = textsOf(now);
  for (const [token, places] of marks) if (places.length > 1) marks.delete(token);
  const pairs = [...marks].flatMap(([token, [from]]) =>
    from === undefined ? [] : (found.get(token) ?? []).map((to) => ({ from, to })),
  );
  const lines = (axis: 0 | 1): ReadonlyMap<number, number> =>
    placeLines(
      [...new Set([...sent].flatMap(([row, cells]) => (axis === 0 ? [row] : [...cells.keys()])))],
      pairs.map(({ from, to }) => [from[axis], to[axis]]),
    );
  return { rows: lines(0), columns: lines(1) };
}

type Place = readonly [row: number, column: number];

function textsOf(cells: Cells): Map<string, Place[]> {
  const found = new Map<string, Place[]>();
  for (const [row, line] of cells) {
    for (const [column, cell] of line) {
      if (cell.formula || cell.value.kind !== 'text') continue;
      const token = cellToken(cell);
      const places = found.get(token);
      if (places === undefined) found.set(token, [[row, column]]);
      else places.push([row, column]);
    }
  }
  return found;
}

function placeLines(
  lines: readonly number[],
  votes: readonly (readonly [from: number, to: number])[],
): ReadonlyMap<number, number> {
  const counts = new Map<number, Map<number, number>>();
  for (const [from, to] of votes) {
    const own = counts.get(from) ?? new Map<number, number>();
    counts.set(from, own.set(to, (own.get(to) ?? 0) + 1));
  }
  const taken = new Set(votes.map(([, to]) => to));
  const placed = new Map<number, number>();
  let shift = 0;
  for (const line of lines.toSorted((a, b) => a - b)) {
    const expected = line + shift;
    const best = [...(counts.get(line) ?? [])]
      .toSorted(([a, of], [b, other]) => other - of || Math.abs(a - expected) - Math.abs(b - expected))
      .at(0)?.[0];
    if (best !== undefined) {
      placed.set(line, best);
      shift = best - line;
    } else if (!taken.has(expected)) placed.set(line, expected);
  }
  return placed;
}
