import { type Finding, finding } from '../../finding/index.ts';
import { address } from '../../spreadsheet/model/address.ts';
import { damagedCodeOf } from './damagedCode.ts';
import type { ListColumns } from './headings.ts';
import type { ListCell, ListRow } from './listSource.ts';

/** Where the rows of a sheet are, and in which column of it each column of the list, from 0. */
export interface SheetPlace<Column extends string> {
  readonly file: string;
  readonly sheet: string;
  readonly places: ReadonlyMap<Column, number>;
}

/** Reports what only a sheet can have: hidden rows, cells that are struck out, and codes that are numbers or formulas. */
export function checkCells<Column extends string>(
  rows: readonly ListRow[],
  columns: ListColumns<Column>,
  { file, sheet, places }: SheetPlace<Column>,
): readonly Finding[] {
  const hidden = rows.flatMap(({ number, isHidden }) => (isHidden === true ? [String(number)] : []));
  const cellsOf = (column: Column, isWanted: (cell: ListCell) => boolean): readonly NamedCell[] =>
    rows.flatMap(({ number, cells }) => {
      const index = places.get(column) ?? -1;
      const cell = cells.get(index);
      return cell !== undefined && isWanted(cell) ? [{ at: address(number, index + 1), cell }] : [];
    });
  const struck = [...places.keys()].flatMap((column) => cellsOf(column, ({ isStruckOut }) => isStruckOut === true));
  const codes = [...places.keys()].filter((column) => columns[column].isCode === true);
  const place = { file, sheet };
  return [
    ...(hidden.length === 0 ? [] : [finding('list.hidden-rows', place, { rows: hidden })]),
    ...together(struck, (at, cells) => finding('list.struck-out', { ...place, cell: at }, { cells })),
    ...codes.flatMap((column) => [
      ...together(cellsOf(column, isPlainNumber), (at, cells) =>
        finding('list.number-code', { ...place, cell: at }, { column, cells }),
      ),
      ...together(
        cellsOf(column, ({ isFormula }) => isFormula === true),
        (at, cells) => finding('list.formulas', { ...place, cell: at }, { column, cells }),
      ),
    ]),
  ];
}

interface NamedCell {
  readonly at: string;
  readonly cell: ListCell;
}

/** One finding for all cells, at the place of the first: often it is the whole column. */
function together(
  cells: readonly NamedCell[],
  make: (first: string, cells: readonly string[]) => Finding,
): readonly Finding[] {
  const [first] = cells;
  if (first === undefined) return [];
  const texts = cells.map(({ at, cell: { text, shown = text } }) => `${at} (${shown === '' ? 'no result' : shown})`);
  return [make(first.at, texts)];
}

/** Whether a code is a number that does not show what it was before: a date or 5.00E+01 does. */
const isPlainNumber = ({ shown }: ListCell): boolean => shown !== undefined && damagedCodeOf(shown) === undefined;
