import type { RawCell, RawSheet } from '../../spreadsheet/model/rawWorkbook.ts';
import { cellToken, isFormulaToken, sharedFormula } from '../read/cells/cellToken.ts';
import { type Alignment, alignRows, type Cells } from './alignRows.ts';

/** An issued cell that has another text now. */
export interface ChangedCell {
  readonly sent: RawCell;
  /** Where it should be now; absent if its row or its column was deleted. */
  readonly at?: { readonly row: number; readonly column: number };
  /** The cell that is there now. */
  readonly now: RawCell | undefined;
}

export interface ComparedSheet {
  readonly changed: readonly ChangedCell[];
  /** The present place of an issued cell. */
  readonly cellNow: (row: number, column: number) => { readonly row: number; readonly column: number } | undefined;
}

/**
 * Compares a sheet with the issued one. Content that still occurs anywhere on the sheet was moved and not changed: a
 * text or formula is reported as often as it is missing. But the content of a question's row must be in that row.
 *
 * @param questionRows rows of questions, as issued, if there are any
 */
export function compareSheet(
  sent: Cells,
  now: RawSheet,
  questionRows: ReadonlyMap<number, unknown> | undefined,
  date1904: boolean,
): ComparedSheet {
  const isEqual = (cell: RawCell, other: RawCell | undefined): boolean =>
    isSame(cell, other) || (date1904 && 'isDate' in cell.value && cell.value.isDate);
  if (isUnchanged(sent, now.rows, isEqual)) return { changed: [], cellNow: unmoved };
  const { rows, columns } = alignRows(sent, now.rows);
  const cellNow = placeNow({ rows, columns });
  const lacking = lackingTokens(sent, now);
  const changed = allCells(sent).flatMap((cell): ChangedCell[] => {
    const at = cellNow(cell.row, cell.column);
    const there = at === undefined ? undefined : now.rows.get(at.row)?.get(at.column);
    if (isEqual(cell, there)) return [];
    if (at !== undefined && isSame(cell, shownBy(now, at.row, at.column))) return [];
    const token = cellToken(cell);
    const left = lacking.get(token) ?? 0;
    if (left <= 0 && questionRows?.has(cell.row) !== true) return [];
    lacking.set(token, left - 1);
    return [at === undefined ? { sent: cell, now: undefined } : { sent: cell, at, now: there }];
  });
  return { changed, cellNow };
}

/** Every issued cell is where it was. */
export const unmoved: ComparedSheet['cellNow'] = (row, column) => ({ row, column });

/** True for most sheets. */
function isUnchanged(sent: Cells, now: Cells, isAs: (cell: RawCell, other: RawCell | undefined) => boolean): boolean {
  for (const [row, cells] of sent) {
    const there = now.get(row);
    for (const [column, cell] of cells) if (!isAs(cell, there?.get(column))) return false;
  }
  return true;
}

const allCells = (cells: Cells): readonly RawCell[] => [...cells.values()].flatMap((row) => [...row.values()]);

function isSame(sent: RawCell, now: RawCell | undefined): boolean {
  if (now === undefined || now.formula !== sent.formula) return false;
  if (sent.formula ? now.formulaText === sent.formulaText : now.value.value === sent.value.value) return true;
  const token = cellToken(now);
  return token === cellToken(sent) || token === sharedFormula;
}

const placeNow =
  ({ rows, columns }: Alignment): ComparedSheet['cellNow'] =>
  (row, column) => {
    const [toRow, toColumn] = [rows.get(row), columns.get(column)];
    return toRow === undefined || toColumn === undefined ? undefined : { row: toRow, column: toColumn };
  };

/**
 * How many cells fewer there are with a text or a formula than at issue. A formula of unknown text may be any of them.
 */
function lackingTokens(sent: Cells, now: RawSheet): Map<string, number> {
  const lacking = new Map<string, number>();
  const count = (cells: Cells, by: 1 | -1): void => {
    for (const cell of allCells(cells)) {
      const token = cellToken(cell);
      lacking.set(token, (lacking.get(token) ?? 0) + by);
    }
  };
  count(sent, 1);
  count(now.rows, -1);
  const unknown = lacking.get(sharedFormula) ?? 0;
  if (unknown < 0) {
    for (const [token, left] of lacking) if (isFormulaToken(token)) lacking.set(token, left + unknown);
  }
  return lacking;
}

/** The first of the merged cells that contain a cell. */
function shownBy(sheet: RawSheet, row: number, column: number): RawCell | undefined {
  const merge = sheet.merges.find(
    ({ firstRow, firstColumn, lastRow, lastColumn }) =>
      row >= firstRow && row <= lastRow && column >= firstColumn && column <= lastColumn,
  );
  return merge === undefined ? undefined : sheet.rows.get(merge.firstRow)?.get(merge.firstColumn);
}
