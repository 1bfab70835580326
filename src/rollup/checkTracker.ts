import { type Finding, finding } from '../finding/index.ts';
import type { Place } from '../finding/place.ts';
import { editableHeadings, trackerHeadings } from './sheets/tracker/trackerTable.ts';
import { type ReadRow, type ReadTrackerCell, rowKey } from './trackerRows.ts';

/**
 * The headings of a tracker have to be those that were written, in their order.
 *
 * @param found The texts in the row of the headings, by column.
 */
export function checkHeadings(
  headings: readonly string[],
  found: ReadonlyMap<number, string>,
  placeOf: (column: number) => Place,
): readonly Finding[] {
  const columns = [...found].filter(([, text]) => text !== '').toSorted(([a], [b]) => a - b);
  const placed = new Map<string, number>();
  for (const [column, text] of columns) if (headings.includes(text) && !placed.has(text)) placed.set(text, column);
  const missing = headings.flatMap((heading, index) => {
    if (placed.has(heading)) return [];
    const text = found.get(index + 1) ?? '';
    const instead = headings.includes(text) ? '' : text;
    return [finding('tracker.heading-missing', placeOf(index + 1), { heading, found: instead })];
  });
  const instead = new Set(missing.map(({ facts }) => facts.found));
  const present = headings.filter((heading) => placed.has(heading));
  const inOrder = present.toSorted((a, b) => (placed.get(a) ?? 0) - (placed.get(b) ?? 0));
  const moved = inOrder.find((heading, index) => heading !== present[index]);
  return [
    ...missing,
    ...columns
      .filter(([column, text]) => placed.get(text) !== column && !instead.has(text))
      .map(([column, heading]) => finding('tracker.column-added', placeOf(column), { heading })),
    ...(moved === undefined
      ? []
      : [finding('tracker.column-moved', placeOf(placed.get(moved) ?? 1), { heading: moved })]),
  ];
}

/**
 * Every row that was written has to be there once, and nothing else changed but what is read back.
 *
 * @param written The rows when the tracker was written.
 */
export function checkRows(rows: readonly ReadRow[], written: readonly ReadRow[], place: Place): readonly Finding[] {
  const known = new Set(written.map(rowKey));
  const firsts = new Map<string, Place>();
  const [beside] = rows.flatMap((row) => row.beside ?? []);
  const findings = rows.flatMap((row): readonly Finding[] => {
    const at = row.cells.get(trackerHeadings.code)?.place ?? place;
    const key = rowKey(row);
    const first = firsts.get(key);
    if (row.code === '') return [finding('tracker.row-without-code', at, {})];
    if (!known.has(key)) return [finding('tracker.code-unknown', at, { code: row.code })];
    if (first !== undefined) return [finding('tracker.code-twice', at, { code: row.code, first: first.cell ?? '' })];
    firsts.set(key, at);
    return checkCells(row);
  });
  const missing = written.filter((row) => !firsts.has(rowKey(row))).map(({ code }) => code);
  return [
    ...findings,
    ...(missing.length === 0 ? [] : [finding('tracker.rows-missing', place, { partners: missing })]),
    ...(beside === undefined ? [] : [finding('tracker.column-added', beside, { heading: '' })]),
  ];
}

function checkCells({ cells }: ReadRow): readonly Finding[] {
  const struck = [...cells.values()].find(({ cell }) => cell?.struck !== undefined);
  return [
    ...(struck === undefined ? [] : [finding('tracker.struck-out', struck.place, {})]),
    ...[...cells].flatMap(([heading, one]) => checkCell(heading, one)),
  ];
}

const editable: ReadonlySet<string> = new Set(editableHeadings);

function checkCell(
  heading: string,
  { place, cell, text, before, shown, shownBefore }: ReadTrackerCell,
): readonly Finding[] {
  if (text === before) return [];
  if (!editable.has(heading))
    return [finding('tracker.not-read-back', place, { heading, was: shownBefore, is: shown })];
  if (cell?.formula === true) return [finding('tracker.formula', place, { heading })];
  return cell?.value.kind === 'error' ? [finding('tracker.error-value', place, { heading, value: shown })] : [];
}
