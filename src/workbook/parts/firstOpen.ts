import type { Place, PlannedCell } from '../../spreadsheet/plan/sheetPlan.ts';

/**
 * The cell in which work on a sheet begins: the first that is to be corrected or, if there is none, the first blank one in
 * the column that is filled in first. When all of them are filled in, the first of these.
 */
export function opensAt(cells: readonly PlannedCell[]): { readonly selected?: Place } {
  const inputs = cells.filter(({ role }) => role.startsWith('input'));
  const marked = inputs.find(({ role }) => role.endsWith('Marked'));
  const column = Math.min(...inputs.map((input) => input.column));
  const first = inputs.filter((input) => input.column === column);
  const open = marked ?? first.find(({ content }) => content === undefined) ?? first[0];
  return open === undefined ? {} : { selected: { row: open.row, column: open.column } };
}
