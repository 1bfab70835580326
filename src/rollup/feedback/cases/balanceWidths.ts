/** The texts of a table: rows of cells, its headings the first. Tables below each other share their columns. */
export type TableTexts = readonly (readonly string[])[];

/** In characters. */
const [narrowest, padding] = [11, 2] as const;
/** Headings are bold: the share by which their letters are wider. */
const boldWidth = 1.08;
/** How much one column gives another at a time, in characters. */
const steps = [16, 8, 4, 2] as const;

/**
 * Shares a width among columns so that the tables below each other take few lines, and no word of a heading is broken. The
 * lines are estimated: how high rows are is worked out once the widths are known.
 *
 * @param total Width of all columns together, in characters.
 */
export function balanceWidths(tables: readonly TableTexts[], total: number): readonly number[] {
  const count = Math.max(0, ...tables.flatMap((rows) => rows.map(({ length }) => length)));
  let widths = Array.from({ length: count }, () => Math.floor(total / count));
  const least = Array.from({ length: count }, (_, index) => leastWidth(tables, index));
  const rows = tables.flat().map((row) => row.map(measured));
  let lines = linesOf(rows, widths);
  for (const step of steps) {
    for (let better = true; better; ) {
      const next = bestMove(rows, widths, least, step);
      better = next !== undefined && next.lines < lines;
      if (next !== undefined && better) ({ widths, lines } = next);
    }
  }
  return widths;
}

/** The lengths of the words of each paragraph of a text. */
type Measured = readonly (readonly number[])[];
type Row = readonly Measured[];

const measured = (text: string): Measured =>
  text.split('\n').map((paragraph) => paragraph.split(' ').map(({ length }) => length));

/** The width of a column for the longest word of its headings. */
function leastWidth(tables: readonly TableTexts[], column: number): number {
  const words = tables.flatMap(([headings = []]) => headings[column]?.split(/[\s-]+/) ?? []);
  return Math.max(narrowest, ...words.map(({ length }) => Math.ceil(length * boldWidth) + padding));
}

interface Move {
  readonly widths: number[];
  readonly lines: number;
}

/** The best of all moves of so many characters from one column to another; undefined if none can give any. */
function bestMove(
  rows: readonly Row[],
  widths: readonly number[],
  least: readonly number[],
  step: number,
): Move | undefined {
  let best: Move | undefined;
  for (const [from, width] of widths.entries()) {
    if (width - step < (least[from] ?? narrowest)) continue;
    for (const to of widths.keys()) {
      if (to === from) continue;
      const moved = widths.map((one, index) => one + (index === to ? step : 0) - (index === from ? step : 0));
      const lines = linesOf(rows, moved);
      if (best === undefined || lines < best.lines) best = { widths: moved, lines };
    }
  }
  return best;
}

/** A row is as high as its highest cell; the others count a little, so that a move towards a lower row is seen. */
function linesOf(rows: readonly Row[], widths: readonly number[]): number {
  let lines = 0;
  for (const row of rows) {
    const cells = row.map((text, index) => linesIn(text, (widths[index] ?? narrowest) - padding));
    lines += Math.max(0, ...cells) + cells.reduce((sum, one) => sum + one, 0) / 1000;
  }
  return lines;
}

/** Letters are a little narrower than the digits by which columns are measured. */
const lettersPerDigit = 1.08;

function linesIn(text: Measured, width: number): number {
  let lines = 0;
  for (const words of text) {
    let used = 0;
    lines += 1;
    for (const length of words) {
      const longer = used === 0 ? length : used + 1 + length;
      const isFull = used > 0 && longer > width * lettersPerDigit;
      if (isFull) lines += 1;
      used = isFull ? length : longer;
    }
  }
  return lines;
}
