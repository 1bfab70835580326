import type { Role } from '../style/theme.ts';
import { type Content, wrappingText } from './content.ts';
import { cellHeight } from './rowHeights.ts';

/** A column of a table and what decides on its width, which is in characters of the default font. */
export interface ColumnNeeds {
  readonly min: number;
  /** The same as the minimum for a column of a fixed width. */
  readonly max: number;
  /** Its texts, row by row. */
  readonly texts: readonly Content[];
  /** Of its cells; `text` when absent. */
  readonly role?: Role;
}

/**
 * Widths of columns that together have a width at most, chosen so that the rows are as low as possible: a row is as high
 * as the highest of its cells, so what counts is the column that needs most lines in a row. If even the narrowest columns
 * are wider, they are left at that.
 *
 * @param highest Points beyond which a row is to be lowered at the cost of others.
 */
export function balanceWidths(columns: readonly ColumnNeeds[], room: number, highest: number): readonly number[] {
  const heights = columns.map(heightsByWidth);
  const rows = Math.max(0, ...columns.map(({ texts }) => texts.length));
  const cost = (widths: readonly number[]): number => {
    const ofColumns = heights.map((heightsAt, index) => heightsAt(widths[index] ?? 0));
    let total = 0;
    for (let row = 0; row < rows; row += 1) {
      let height = 0;
      for (const ofColumn of ofColumns) {
        const own = ofColumn[row] ?? 0;
        height = Math.max(height, own);
        // Of two equally good widths, the one with which the other columns are lower, too.
        total += own * evenness;
      }
      total += height + Math.max(0, height - highest) * excess;
    }
    return total;
  };
  let widths = spread(columns, room);
  let best = cost(widths);
  for (const step of steps) {
    for (let isBetter = true; isBetter; ) {
      isBetter = false;
      for (const other of exchanges(columns, widths, step)) {
        const next = cost(other);
        if (next >= best) continue;
        [widths, best, isBetter] = [other, next, true];
        break;
      }
    }
  }
  return widths;
}

const evenness = 0.01;
/** Points that other rows may lose for one point of a row that is too high. */
const excess = 10;

/** Characters by which one column is widened and another narrowed, until nothing becomes better. */
const steps = [8, 5, 3, 2, 1] as const;

function heightsByWidth({ texts, role = 'text' }: ColumnNeeds): (width: number) => readonly number[] {
  const known = new Map<number, readonly number[]>();
  return (width) => {
    const before = known.get(width);
    if (before !== undefined) return before;
    const heights = texts.map((content) => (content === '' ? 0 : cellHeight({ column: 1, content, role }, [width])));
    known.set(width, heights);
    return heights;
  };
}

/** The height in points of a row with such columns. */
export const rowHeight = (columns: readonly ColumnNeeds[], widths: readonly number[], row: number): number =>
  Math.max(0, ...columns.map((column, index) => heightsByWidth(column)(widths[index] ?? column.min)[row] ?? 0));

/** Divides the room: what is left beyond the minimum goes to columns by the length of their texts. */
function spread(columns: readonly ColumnNeeds[], room: number): readonly number[] {
  const widths = columns.map(({ min }) => min);
  const lengths = columns.map(({ texts }) =>
    texts.reduce<number>((sum, content) => sum + wrappingText(content).length, 0),
  );
  let left = Math.floor(room - widths.reduce((sum, width) => sum + width, 0));
  while (left > 0) {
    // The column with most text for its width that can still be widened.
    let widest = -1;
    columns.forEach(({ max }, index) => {
      const [width = 0, length = 0] = [widths[index], lengths[index]];
      if (width + 1 > max) return;
      if (widest < 0 || length / width > (lengths[widest] ?? 0) / (widths[widest] ?? 1)) widest = index;
    });
    if (widest < 0) return widths;
    widths[widest] = (widths[widest] ?? 0) + 1;
    left -= 1;
  }
  return widths;
}

/** The widths with some characters moved from one column to another, in every way that the bounds allow. */
function* exchanges(
  columns: readonly ColumnNeeds[],
  widths: readonly number[],
  step: number,
): Generator<readonly number[]> {
  for (const [from, { min }] of columns.entries()) {
    if ((widths[from] ?? 0) - step < min) continue;
    for (const [to, { max }] of columns.entries()) {
      if (to === from || (widths[to] ?? 0) + step > max) continue;
      yield widths.map((width, index) => width + (index === to ? step : index === from ? -step : 0));
    }
  }
}
