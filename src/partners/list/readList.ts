import { type Finding, FindingsError, finding, hasErrors } from '../../finding/index.ts';
import type { Place } from '../../finding/place.ts';
import { address } from '../../spreadsheet/model/address.ts';
import { checkCells } from './checkCells.ts';
import { checkHeadings } from './checkHeadings.ts';
import { type ChosenList, chooseSource } from './chooseSource.ts';
import { columnNames, type ListColumns } from './headings.ts';
import type { ListCell, ListRow } from './listSource.ts';

/** A row of a list below its headings. */
export interface ListLine<Column extends string> {
  /** The values that are not empty, by column. */
  readonly values: ReadonlyMap<Column, string>;
  /** Columns of which the cell holds a number, a date or a logical value and no text. */
  readonly numbers: ReadonlySet<Column>;
  /** Where it is: the line of a text file, or the cell of a column in a sheet. */
  readonly placeOf: (column: Column) => Place;
  /** False if the line has more values than the list has columns: they may then be in the wrong ones. */
  readonly isWhole: boolean;
}

/** A column of a list as its heading names it, whether Scorebook knows it or not. */
export interface ListedColumn {
  readonly heading: string;
  /** Its cells that are not empty, by the number of their line, from 0. */
  readonly cells: ReadonlyMap<number, ListedCell>;
}

export interface ListedCell {
  readonly cell: ListCell;
  readonly place: Place;
}

export interface List<Column extends string> {
  readonly lines: readonly ListLine<Column>[];
  readonly columns: readonly ListedColumn[];
  /** Findings about the form of the list and its lines, in no order. */
  readonly findings: readonly Finding[];
}

/** Characters. Names of bodies have fewer than a fifth of that; a stray paragraph has more. */
const maxTextLength = 200;

/**
 * Reads a list: a sheet of an .xlsx workbook, or text with columns separated by commas, semicolons or tabs, as Excel saves it.
 * One row names the columns, by any of their headings; rows above it are skipped. Every value is text: the code 5E1 is no
 * number.
 *
 * @param file Name of the file, for the findings.
 * @throws FindingsError if the rest cannot be read: no list, or no headings.
 */
export function readList<Column extends string>(
  bytes: Uint8Array,
  file: string,
  columns: ListColumns<Column>,
): List<Column> {
  const chosen = chooseSource(bytes, file, columns);
  const { source, headings } = chosen;
  const first = [...chosen.findings, ...checkHeadings(chosen, columns)];
  if (hasErrors(first)) throw new FindingsError([...first, ...source.findings]);
  const places = new Map([...headings.named].map(([column, [place = 0]]) => [column, place]));
  const below = source.rows.slice(headings.above.length + 1);
  // On a sheet there may be notes beside and below the list, which are reported as columns that are not used.
  const isListed = ({ cells }: ListRow): boolean => [...places.values()].some((index) => cells.has(index));
  const rows = source.sheet === undefined ? below : below.filter(isListed);
  const read = rows.map((row) => readLine(row, places, columns, chosen));
  const isEmpty = read.length + source.findings.length === 0;
  return {
    lines: read.map(({ line }) => line),
    columns: [...headings.row.cells].map(([index, { text }]) => ({
      heading: text,
      cells: cellsIn(rows, index, chosen),
    })),
    findings: [
      ...first,
      ...read.flatMap(({ findings }) => findings),
      ...(source.sheet === undefined ? [] : checkCells(rows, columns, { file, sheet: source.sheet, places })),
      ...source.findings,
      ...(isEmpty ? [finding('list.empty', { file }, {})] : []),
    ],
  };
}

/** The order in which findings of a list are reported. */
export const compareLines = (a: Finding, b: Finding): number => lineOf(a.place) - lineOf(b.place);

const lineOf = ({ line, cell }: Place): number => line ?? Number((cell ?? '').replace(/^[A-Z]+/, ''));

/** Where a line is, for a finding about another one: `line 4`, or `A4`. */
export const lineText = ({ line, cell }: Place): string => (line === undefined ? (cell ?? '') : `line ${line}`);

/** Excel's error values, and the #### of a column that is too narrow. Excel saves both as text. */
export const errorValue =
  /^(?:#(?:REF|NAME|VALUE|NUM|NULL|SPILL|CALC|FIELD|BLOCKED|UNKNOWN|CONNECT|BUSY|DIV\/0|N\/A)[!?]?|#GETTING_DATA|#{2,})$/i;

const cellsIn = <Column extends string>(
  rows: readonly ListRow[],
  index: number,
  { file, source: { sheet } }: ChosenList<Column>,
): ReadonlyMap<number, ListedCell> =>
  new Map(
    rows.flatMap(({ number, cells }, line) => {
      const cell = cells.get(index);
      const place = sheet === undefined ? { file, line: number } : { file, sheet, cell: address(number, index + 1) };
      return cell === undefined || cell.text === '' ? [] : [[line, { cell, place }] as const];
    }),
  );

function readLine<Column extends string>(
  row: ListRow,
  places: ReadonlyMap<Column, number>,
  columns: ListColumns<Column>,
  { file, source: { sheet }, headings }: ChosenList<Column>,
): { readonly line: ListLine<Column>; readonly findings: readonly Finding[] } {
  const placeOf = (column: Column): Place =>
    sheet === undefined
      ? { file, line: row.number }
      : { file, sheet, cell: address(row.number, (places.get(column) ?? 0) + 1) };
  const cells = [...places].flatMap(([column, index]) => {
    const cell = row.cells.get(index);
    return cell === undefined || cell.text === '' ? [] : [{ ...cell, column }];
  });
  const width = Math.max(...headings.row.cells.keys()) + 1;
  const found = Math.max(...row.cells.keys()) + 1;
  const line: ListLine<Column> = {
    // A code is as people see it, in whatever way Excel stores it.
    values: new Map(cells.map(({ column, text, shown = text }) => [column, columns[column].isCode ? shown : text])),
    numbers: new Set(cells.flatMap(({ column, shown }) => (shown === undefined ? [] : [column]))),
    placeOf,
    isWhole: sheet !== undefined || found <= width,
  };
  const findings = line.isWhole
    ? checkValues(line, columns)
    : [finding('list.too-many-values', { file, line: row.number }, { found, columns: width })];
  return { line, findings };
}

function checkValues<Column extends string>(
  { values, placeOf }: ListLine<Column>,
  columns: ListColumns<Column>,
): readonly Finding[] {
  return columnNames(columns).flatMap((column): readonly Finding[] => {
    const value = values.get(column);
    if (value === undefined) {
      return columns[column].isRequired === true ? [finding('list.empty-value', placeOf(column), { column })] : [];
    }
    const { length } = value;
    return [
      ...(errorValue.test(value) ? [finding('list.error-value', placeOf(column), { column, value })] : []),
      ...(length > maxTextLength
        ? [finding('list.text-too-long', placeOf(column), { column, length, limit: maxTextLength })]
        : []),
    ];
  });
}
