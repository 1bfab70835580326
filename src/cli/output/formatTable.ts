import { foldText, wrapText } from './wrapText.ts';

/**
 * A table for the terminal: columns as wide as their longest text, two spaces between them. Where that is wider than the
 * terminal, the widest columns are wrapped; where even their words are, each row becomes lines of `Heading: text`.
 *
 * @param width Characters of a line; without it there is no limit.
 */
export function formatTable(
  headings: readonly string[],
  rows: readonly (readonly string[])[],
  width = Number.POSITIVE_INFINITY,
): readonly string[] {
  const all = [headings, ...rows];
  const widths = fitting(
    headings.map((_heading, column) => Math.max(...all.map((row) => row[column]?.length ?? 0))),
    headings.map((_heading, column) => Math.max(...all.map((row) => longestWord(row[column] ?? '')))),
    width - gap.length * (headings.length - 1),
  );
  if (widths === undefined) return rows.flatMap((row) => recordLines(headings, row, width));
  return all.flatMap((row) => rowLines(row, widths));
}

const gap = '  ';

const longestWord = (text: string): number => Math.max(...text.split(/\s+/).map((word) => word.length));

/** Widths of columns that fit in all, taken from the widest; undefined where words would have to be broken. */
function fitting(wanted: readonly number[], min: readonly number[], room: number): readonly number[] | undefined {
  if (min.reduce((sum, width) => sum + width, 0) > room) return undefined;
  let widths = [...wanted];
  for (let sum = widths.reduce((a, b) => a + b, 0); sum > room; sum -= 1) {
    const spare = widths.map((width, column) => (width > (min[column] ?? 0) ? width : 0));
    widths = widths.with(spare.indexOf(Math.max(...spare)), Math.max(...spare) - 1);
  }
  return widths;
}

function rowLines(row: readonly string[], widths: readonly number[]): readonly string[] {
  const cells = widths.map((width, column) => wrapText('', row[column] ?? '', 0, width));
  const height = Math.max(...cells.map((lines) => lines.length));
  return Array.from({ length: height }, (_, line) =>
    cells
      .map((lines, column) => (lines[line] ?? '').padEnd(widths[column] ?? 0))
      .join(gap)
      .trimEnd(),
  );
}

const recordLines = (headings: readonly string[], row: readonly string[], width: number): readonly string[] =>
  headings.flatMap((heading, column) =>
    wrapText(column === 0 ? '' : gap, `${heading}: ${row[column] ?? ''}`, 2 * gap.length, width).flatMap((line) =>
      foldText(line, width),
    ),
  );
