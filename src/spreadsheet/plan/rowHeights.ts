import { aroundText, defaultRowHeight, highestRow, styledHeight } from '../style/rowHeight.ts';
import { groupFont, styleOf } from '../style/theme.ts';
import { wrappingText } from './content.ts';
import type { PlannedCell, PlannedTable, SheetPlan } from './sheetPlan.ts';

/** Width of a column without one, in characters. */
export const defaultWidth = 9;

/** What the button of a filter takes from a heading, in characters. */
const buttonWidth = 2.5;

/**
 * The heights of all rows with content, so that all text of their wrapped cells shows. Neither Excel nor LibreOffice
 * does this on opening a file, so heights are worked out from the characters' widths.
 *
 * @param tables Those with headings among the cells.
 */
export function fitRows(
  cells: readonly PlannedCell[],
  widths: readonly number[],
  tables: readonly PlannedTable[] = [],
): ReadonlyMap<number, number> {
  const heights = new Map<number, number>();
  const withButtons = new Set(tables.filter(({ filterButtons }) => filterButtons === true).map(({ row }) => row));
  const narrower = widths.map((width) => width - buttonWidth);
  for (const one of cells) {
    const height = Math.min(highestRow, cellHeight(one, withButtons.has(one.row) ? narrower : widths));
    // A figure that is filled in later may be larger than the usual line.
    if (one.content === undefined && (!one.role.startsWith('input') || height <= defaultRowHeight)) continue;
    heights.set(one.row, Math.max(heights.get(one.row) ?? defaultRowHeight, height));
  }
  return heights;
}

/** The height in points that a cell needs. */
export function cellHeight(
  { column, content, role }: Pick<PlannedCell, 'column' | 'content' | 'role'>,
  widths: readonly number[],
): number {
  const [style, width] = [styleOf(role), widths[column - 1] ?? defaultWidth];
  if (typeof content !== 'object' || !('group' in content)) return styledHeight(wrappingText(content), style, width);
  const groupStyle = { ...style, font: groupFont(style.font ?? {}) };
  return styledHeight(content.group, groupStyle, width) + styledHeight(content.text, style, width) - aroundText;
}

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
