import { defaultRowHeight, highestRow, styledHeight } from '../style/rowHeight.ts';
import { styleOf } from '../style/theme.ts';
import { wrappingText } from './content.ts';
import type { PlannedCell, SheetPlan } from './sheetPlan.ts';

/** Width of a column without one, in characters. */
export const defaultWidth = 9;

/**
 * The heights of all rows with content, so that all text of their wrapped cells shows. Neither Excel nor LibreOffice
 * does this on opening a file, so heights are estimated from the characters' widths.
 */
export function fitRows(cells: readonly PlannedCell[], widths: readonly number[]): ReadonlyMap<number, number> {
  const heights = new Map<number, number>();
  for (const one of cells) {
    if (one.content === undefined) continue;
    const height = Math.min(highestRow, cellHeight(one, widths));
    heights.set(one.row, Math.max(heights.get(one.row) ?? defaultRowHeight, height));
  }
  return heights;
}

/** The height in points that a cell needs. */
export const cellHeight = ({ column, content, role }: PlannedCell, widths: readonly number[]): number =>
  styledHeight(wrappingText(content), styleOf(role), widths[column - 1] ?? defaultWidth);

/** Gives rows other heights, in points. */
export const withHeights = (plan: SheetPlan, heights: Iterable<readonly [row: number, height: number]>): SheetPlan => ({
  ...plan,
  heights: new Map([...plan.heights, ...heights]),
});

/** Makes rows at least as high as given, in points. */
export function withMinHeight(plan: SheetPlan, firstRow: number, lastRow: number, height: number): SheetPlan {
  const heights: [number, number][] = [];
  for (let row = firstRow; row <= lastRow; row += 1) heights.push([row, Math.max(height, plan.heights.get(row) ?? 0)]);
  return withHeights(plan, heights);
}

/** Makes rows high enough for other content that their cells may show: new results of formulas raise no row. */
export const withRoomFor = (plan: SheetPlan, cells: readonly PlannedCell[]): SheetPlan =>
  withHeights(
    plan,
    [...fitRows(cells, plan.widths)].map(([row, height]) => [row, Math.max(height, plan.heights.get(row) ?? 0)]),
  );
