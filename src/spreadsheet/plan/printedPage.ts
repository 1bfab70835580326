import { defaultRowHeight, widthOf } from '../style/rowHeight.ts';
import type { SheetPlan } from './sheetPlan.ts';

/** A4 landscape, in points. */
const paper = { width: 841.9, height: 595.3 } as const;
const pointsPerInch = 72;
/** Programs round scales, widths and heights in different ways. */
const reserve = 0.97;

/** Margins of every printed page, in inches. */
export const margins = { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 } as const;

/** The total height of rows, in points, that fits on one page when the print is as wide as the columns. */
export function pageHeight(widths: readonly number[]): number {
  const { left, right, top, bottom } = margins;
  // Prints are made smaller to fit, never larger.
  const scale = Math.min(1, (paper.width - (left + right) * pointsPerInch) / widthOf(widths));
  return ((paper.height - (top + bottom) * pointsPerInch) / scale) * reserve;
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
 * follow each other, and the header row is repeated on every page.
 */
export function keepTogether(plan: SheetPlan, headerRow: number, ranges: readonly RowRange[]): SheetPlan {
  const page = pageHeight(plan.widths);
  const header = heightOf(plan, headerRow, headerRow);
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
