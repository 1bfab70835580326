import { defaultRowHeight, widthOf } from '../style/rowHeight.ts';
import type { SheetPlan } from './sheetPlan.ts';

/** A4, in points. */
const paper = { long: 841.9, short: 595.3 } as const;
const pointsPerInch = 72;
/** Programs round scales, widths and heights in different ways, and LibreOffice makes columns a twentieth wider. */
const reserves = { width: 0.94, height: 0.97 } as const;

/** Margins of every printed page, in inches. */
export const margins = { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 } as const;

/** The width of columns, in characters, that are printed side by side on a landscape page at a share of their size. */
export const charactersAcross = (share: number): number =>
  Math.floor(((paper.long - (margins.left + margins.right) * pointsPerInch) * reserves.width) / share / widthOf([1]));

/** The width of a page between its margins, in points. */
export const widthAcross = (orientation: 'landscape' | 'portrait' = 'landscape'): number =>
  (orientation === 'portrait' ? paper.short : paper.long) - (margins.left + margins.right) * pointsPerInch;

type Printed = Pick<SheetPlan, 'widths' | 'print'>;

/**
 * The share of its size at which a sheet is printed so that the columns of each page fit on it. Prints are made smaller to
 * fit, never larger.
 */
export function printScale({ widths, print }: Printed): number {
  const { columnBreaks = [], titleColumns = 0, orientation, area } = print ?? {};
  const printed = widths.slice(0, area?.columns);
  const firsts = [0, ...columnBreaks];
  const pages = firsts.map((first, index) => [
    ...(index === 0 ? [] : printed.slice(0, titleColumns)),
    ...printed.slice(first, columnBreaks[index]),
  ]);
  const room = widthAcross(orientation);
  // Without breaks of columns, programs themselves fit the print to the page.
  const share = columnBreaks.length === 0 ? 1 : reserves.width;
  return Math.min(1, (room * share) / Math.max(...pages.map(widthOf)));
}

/** The total height of rows, in points, that fits on one page. */
export function pageHeight(plan: Printed): number {
  const { top, bottom } = margins;
  const long = plan.print?.orientation === 'portrait' ? paper.long : paper.short;
  return ((long - (top + bottom) * pointsPerInch) / printScale(plan)) * reserves.height;
}

/** The total height of rows, in points. */
export function heightOf({ heights }: Pick<SheetPlan, 'heights'>, firstRow: number, lastRow: number): number {
  let sum = 0;
  for (let row = firstRow; row <= lastRow; row += 1) sum += heights.get(row) ?? defaultRowHeight;
  return sum;
}

/** Consecutive rows, counted from 1. */
export interface RowRange {
  readonly firstRow: number;
  readonly lastRow: number;
}

/**
 * Puts each range of rows on one page if it fits on one: a page ends before a range that would be cut. The ranges
 * follow each other, and the header row, if there is one, is repeated on every page.
 */
export function keepTogether(plan: SheetPlan, headerRow: number | undefined, ranges: readonly RowRange[]): SheetPlan {
  const page = pageHeight(plan);
  const header = headerRow === undefined ? 0 : heightOf(plan, headerRow, headerRow);
  const start = ranges[0]?.firstRow ?? 1;
  const breaks: number[] = [];
  let used = heightOf(plan, 1, start - 1);
  for (const { firstRow, lastRow } of ranges) {
    const rangeHeight = heightOf(plan, firstRow, lastRow);
    for (let row = firstRow; row <= lastRow; row += 1) {
      const needed = row === firstRow && header + rangeHeight <= page ? rangeHeight : heightOf(plan, row, row);
      if (row > start && used + needed > page) {
        breaks.push(row - 1);
        used = header;
      }
      used += heightOf(plan, row, row);
    }
  }
  return withBreaks(plan, breaks);
}

/** Ends pages after rows. */
export const withBreaks = (plan: SheetPlan, breaks: readonly number[]): SheetPlan =>
  plan.print === undefined ? plan : { ...plan, print: { ...plan.print, breaks: [...plan.print.breaks, ...breaks] } };
