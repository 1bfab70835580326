import { heightOf, printScale } from '../../src/spreadsheet/plan/printedPage.ts';
import type { SheetPlan } from '../../src/spreadsheet/plan/sheetPlan.ts';
import { styleOf } from '../../src/spreadsheet/style/theme.ts';

/** The grid of a worksheet in Excel on a screen of 1366 × 768, in pixels at a zoom of 100 %. */
export const laptop = { width: 1320, height: 480 } as const;

/** The right edge of a column and the bottom edge of a row, in pixels at the zoom of the sheet. */
export function edgeOf(
  sheet: SheetPlan,
  row: number,
  column: number,
): { readonly right: number; readonly bottom: number } {
  const zoom = (sheet.zoom ?? 90) / 100;
  // Arial 10: a digit has 7 pixels, and each column has 5 of padding.
  const right = sheet.widths.slice(0, column).reduce((sum, width) => sum + Math.round(width * 7 + 5), 0);
  return { right: right * zoom, bottom: (heightOf(sheet, 1, row) * 96 * zoom) / 72 };
}

/** The size in points of the smallest text that a sheet prints. */
export const printedSize = (sheet: SheetPlan): number =>
  Math.min(...sheet.cells.map(({ role }) => styleOf(role).font?.size ?? 10)) * printScale(sheet);
