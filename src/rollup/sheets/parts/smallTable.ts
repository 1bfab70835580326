import { address } from '../../../spreadsheet/model/address.ts';
import type { Content } from '../../../spreadsheet/plan/content.ts';
import { cell, type SheetPart, tableHeadings } from '../../../spreadsheet/plan/sheetParts.ts';
import type { TableSheet } from './content.ts';

/** A table on a sheet that holds something else as well. */
export interface SmallTable extends Pick<TableSheet, 'columns'> {
  /** Unique name of the table. */
  readonly name: string;
  /** The row of its headings. */
  readonly row: number;
  /** At least one. */
  readonly rows: readonly (readonly Content[])[];
}

export function smallTable({ name, row, columns, rows }: SmallTable): readonly SheetPart[] {
  const headings = columns.map(({ heading }) => heading);
  const cells = rows.flatMap((contents, index) =>
    contents.map((content, at) => cell(row + 1 + index, at + 1, content, columns[at]?.role ?? 'text')),
  );
  return [tableHeadings({ name, row, headings, rows: rows.length }), { cells }];
}

/** The cells of a table in one of its columns, or in several that are adjacent. */
export const columnRange = (
  { row, rows }: Pick<SmallTable, 'row' | 'rows'>,
  first: number,
  last: number = first,
): string => `${address(row + 1, first)}:${address(row + rows.length, last)}`;
