import { columnLetters } from '../model/address.ts';
import type { Role } from '../style/theme.ts';
import type { Content } from './content.ts';
import type { ColourRule, ConditionalFormat, PlannedCell, PlannedTable, SheetPlan } from './sheetPlan.ts';

/** Some of the content of a sheet. */
export interface SheetPart {
  readonly cells?: readonly PlannedCell[];
  readonly tables?: readonly PlannedTable[];
  readonly formats?: readonly ConditionalFormat[];
}

/** A cell with content of a definition. Other origins, names and rules are added to it. */
export const cell = (row: number, column: number, content: Content | undefined, role: Role): PlannedCell => ({
  row,
  column,
  content,
  role,
  origin: 'definition',
});

/** A cell with an answer, or with a formula of which the result follows from answers. */
export const resultCell = (row: number, column: number, content: Content | undefined, role: Role): PlannedCell => ({
  ...cell(row, column, content, role),
  origin: 'answer',
});

/** A table with its headings. The cells of its rows are planned by themselves. */
export function tableHeadings(table: PlannedTable): SheetPart {
  const headings = table.headings.map(headingText);
  return {
    tables: [{ ...table, headings }],
    cells: headings.map((heading, index) => cell(table.row, index + 1, heading, 'header')),
  };
}

/** Colours the cells of a range by formulas of which at most one is true for any cell. */
export const colourWhen = (range: string, colours: readonly ColourRule[]): SheetPart => ({
  formats: [{ range, colours }],
});

/** The same in a table of which `boxFilledRows` draws the borders; only rows in use have a colour. */
export const colourBoxedWhen = (range: string, colours: readonly ColourRule[]): SheetPart => ({
  formats: [{ range, colours, isBoxed: true }],
});

/**
 * The text of a table's heading. In a table's part XML turns line breaks into spaces; Excel repairs a file in which the
 * header row then differs.
 */
export const headingText = (heading: string): string => heading.replace(/\s+/g, ' ').trim();

export interface RowsOfCells {
  readonly firstRow: number;
  readonly lastRow: number;
  /** Number of columns, from column A. */
  readonly columns: number;
  /** The column that shows something in every row that is in use. */
  readonly filled: number;
}

/**
 * Draws borders around the rows of a table that are in use. Its other rows, which formulas may fill later, look empty.
 *
 * @param cells The cells of all its rows.
 */
export function boxFilledRows(
  cells: readonly PlannedCell[],
  { firstRow, lastRow, columns, filled }: RowsOfCells,
): SheetPart {
  const range = `A${firstRow}:${columnLetters(columns)}${lastRow}`;
  return {
    cells: cells.map((one) => ({ ...one, unboxed: true })),
    formats: [{ range, boxedWhen: `$${columnLetters(filled)}${firstRow}<>""` }],
  };
}

export function joinParts(parts: readonly SheetPart[]): Required<SheetPart> {
  return {
    cells: parts.flatMap(({ cells = [] }) => cells),
    tables: parts.flatMap(({ tables = [] }) => tables),
    formats: parts.flatMap(({ formats = [] }) => formats),
  };
}

/** The same sheet with other cells at some of its places. Their rows keep their heights. */
export function withCells(plan: SheetPlan, others: readonly PlannedCell[]): SheetPlan {
  const placeOf = ({ row, column }: PlannedCell): string => `${row} ${column}`;
  const changed = new Map(others.map((other) => [placeOf(other), other]));
  return { ...plan, cells: plan.cells.map((one) => changed.get(placeOf(one)) ?? one) };
}
