import { address } from '../../src/spreadsheet/model/address.ts';

/** What an outline shows of a cell; its place is known from where it is stored. */
export interface OutlinedCell {
  /** Undefined for an empty cell. */
  readonly value: string | undefined;
  /** The look of the cell in words. */
  readonly style: string;
}

export const section = (title: string, lines: readonly string[]): readonly string[] => [
  `=== ${title} ===`,
  ...lines,
  '',
];

/** A number, with the day that it is where a cell shows it as a date. */
export const figure = (serial: string, isDate: boolean): string =>
  isDate ? `${new Date((Number(serial) - 25_569) * 86_400_000).toISOString().slice(0, 10)} (${serial})` : serial;

/** Numbers by consecutive rows or columns; neighbours with the same number are reported as one. */
export function inRuns(
  numbers: readonly (readonly [place: number, number: number])[],
  nameOf: (place: number) => string,
): string {
  const runs: { from: number; to: number; readonly number: number }[] = [];
  for (const [place, number] of numbers) {
    const last = runs.at(-1);
    if (last !== undefined && last.to === place - 1 && last.number === number) last.to = place;
    else runs.push({ from: place, to: place, number });
  }
  return runs
    .map(({ from, to, number }) => `${from === to ? nameOf(from) : `${nameOf(from)} to ${nameOf(to)}`} ${number}`)
    .join(', ');
}

/** Every cell of the used rectangle; runs of empty ones that look alike are reported as one. */
export function cellLines(
  lastRow: number,
  lastColumn: number,
  cellAt: (row: number, column: number) => OutlinedCell | undefined,
): readonly string[] {
  const lines: string[] = [];
  for (let row = 1; row <= lastRow; row += 1) {
    let from = 1;
    for (let column = 1; column <= lastColumn; column += 1) {
      const { value, style } = cellAt(row, column) ?? unused;
      const next = column === lastColumn ? undefined : (cellAt(row, column + 1) ?? unused);
      if (value === undefined && next?.value === undefined && next?.style === style) continue;
      const place = from === column ? address(row, column) : `${address(row, from)}:${address(row, column)}`;
      lines.push(`  ${place} ${value ?? '(empty)'}${style === '' ? '' : ` [${style}]`}`);
      from = column + 1;
    }
  }
  return lines;
}

const unused: OutlinedCell = { value: undefined, style: '' };
