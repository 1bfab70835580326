import { address } from '../../src/spreadsheet/model/address.ts';
import type { PlannedCell, SheetPlan } from '../../src/spreadsheet/plan/sheetPlan.ts';
import { contrast } from '../../src/spreadsheet/style/contrast.ts';
import { palette, styleOf } from '../../src/spreadsheet/style/theme.ts';
import { allVisions, seenDifference } from './colourVision.ts';
import { parseRange, type Range } from './lint/range.ts';

/** The minimum contrast of two states of one cell, which is what is left of them in grey print. */
export const minGrey = 1.4;

/**
 * Their minimum difference (CIEDE2000) for everybody: well above that of the health service's red and green to those who
 * cannot distinguish them, which is 11, and of Excel's own "Good" and "Bad", which is 4.
 */
const minSeen = 15;

/** Pairs of fills that are too much alike, each with what is wrong. */
export function alike(fills: readonly string[]): readonly string[] {
  const pairs = fills.flatMap((one, index) => fills.slice(index + 1).map((other) => [one, other] as const));
  return pairs.flatMap(([one, other]) => {
    const grey = contrast(one, other);
    const seen = Math.min(...allVisions.map((vision) => seenDifference(one, other, vision)));
    return [
      ...(grey < minGrey ? [`${one} and ${other} have a contrast of ${grey.toFixed(2)}`] : []),
      ...(seen < minSeen ? [`${one} and ${other} differ by ${seen.toFixed(1)} to somebody`] : []),
    ];
  });
}

/** The cells of a sheet that may have two looks which are too much alike: one place for each set of looks. */
export function confusedLooks(sheet: SheetPlan): readonly string[] {
  const looks = sheet.formats.flatMap((format) =>
    'colours' in format
      ? [{ range: parseRange(format.range), fills: format.colours.map(({ colour }) => palette[colour].fill) }]
      : [],
  );
  const sets = new Map<string, string>();
  for (const cell of [...sheet.cells, ...longCells(sheet)]) {
    const others = looks.filter(({ range }) => isIn(range, cell)).flatMap(({ fills }) => fills);
    if (others.length === 0) continue;
    const own = styleOf(cell.role).fill?.fgColor.argb.slice(2) ?? palette.plain.fill;
    const set = [...new Set([own, ...others])].toSorted().join(' ');
    if (!sets.has(set)) sets.set(set, address(cell.row, cell.column));
  }
  return [...sets].flatMap(([set, place]) => alike(set.split(' ')).map((what) => `${place}: ${what}`));
}

const isIn = (range: Range | undefined, { row, column }: Pick<PlannedCell, 'row' | 'column'>): boolean =>
  range !== undefined && range.top <= row && row <= range.bottom && range.left <= column && column <= range.right;

/** All rows of a long table look like its last one: the first may be headings of a kind. */
const longCells = ({ long }: SheetPlan): readonly Pick<PlannedCell, 'row' | 'column' | 'role'>[] =>
  long === undefined
    ? []
    : long.columns.map(({ role }, index) => ({ row: long.firstRow + long.rows.length - 1, column: index + 1, role }));
