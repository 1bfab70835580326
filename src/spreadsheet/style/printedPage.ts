import type { Worksheet } from 'exceljs';
import { defaultRowHeight, widthOf } from './rowHeight.ts';

/** A4 landscape, in points. */
const paper = { width: 841.9, height: 595.3 } as const;
const pointsPerInch = 72;
/** Programs round scales, widths and heights in different ways. */
const reserve = 0.97;

/** The total height of rows, in points, that fits on one page when the print is as wide as the columns. */
export function pageHeight(sheet: Worksheet): number {
  const { left = 0, right = 0, top = 0, bottom = 0 } = sheet.pageSetup.margins ?? {};
  // Prints are made smaller to fit, never larger.
  const scale = Math.min(1, (paper.width - (left + right) * pointsPerInch) / widthOf(sheet.columns));
  return ((paper.height - (top + bottom) * pointsPerInch) / scale) * reserve;
}

/** The total height of rows, in points. */
export function heightOf(sheet: Worksheet, firstRow: number, lastRow: number): number {
  let sum = 0;
  for (let row = firstRow; row <= lastRow; row += 1) sum += sheet.getRow(row).height ?? defaultRowHeight;
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
export function keepTogether(sheet: Worksheet, headerRow: number, ranges: readonly RowRange[]): void {
  const page = pageHeight(sheet);
  const header = heightOf(sheet, headerRow, headerRow);
  const start = ranges[0]?.firstRow ?? 1;
  let used = heightOf(sheet, 1, start - 1);
  for (const { firstRow, lastRow } of ranges) {
    const rangeHeight = heightOf(sheet, firstRow, lastRow);
    for (let row = firstRow; row <= lastRow; row += 1) {
      const needed = row === firstRow && header + rangeHeight <= page ? rangeHeight : heightOf(sheet, row, row);
      if (row > start && used + needed > page) {
        sheet.getRow(row - 1).addPageBreak();
        used = header;
      }
      used += heightOf(sheet, row, row);
    }
  }
}
