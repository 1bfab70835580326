import type { Worksheet } from 'exceljs';
import { defaultRowHeight, widthOf } from './rowHeight.ts';

/** A4 landscape, in points. */
const paper = { width: 841.9, height: 595.3 } as const;
const pointsPerInch = 72;
/** Programs round scales, widths and heights in their own ways. */
const reserve = 0.97;

/** The sum of the heights of rows, in points, that one page holds when the print is as wide as the columns. */
export function pageHeight(sheet: Worksheet): number {
  const { left = 0, right = 0, top = 0, bottom = 0 } = sheet.pageSetup.margins ?? {};
  // Prints are made smaller to fit, never larger.
  const scale = Math.min(1, (paper.width - (left + right) * pointsPerInch) / widthOf(sheet.columns));
  return ((paper.height - (top + bottom) * pointsPerInch) / scale) * reserve;
}

/** The height in points of rows together. */
export function heightOf(sheet: Worksheet, firstRow: number, lastRow: number): number {
  let sum = 0;
  for (let row = firstRow; row <= lastRow; row += 1) sum += sheet.getRow(row).height ?? defaultRowHeight;
  return sum;
}
