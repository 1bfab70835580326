import type { ChoicesField } from '../../instrument/model/schema.ts';
import { address } from '../../spreadsheet/model/address.ts';
import type { ChoiceColumn, Layout, ListColumn } from '../layout/layout.ts';

/**
 * The list of a scale.
 *
 * @throws Error for an unknown scale, which `defineInstrument` rules out.
 */
export function listOf(layout: Layout, scale: string): ListColumn {
  const list = layout.lists.find((candidate) => candidate.scale.key === scale);
  if (list === undefined) throw new Error(`No list for the scale ${scale}`);
  return list;
}

/**
 * The list of a choice field.
 *
 * @throws Error for a field that is none.
 */
export function choiceOf(layout: Layout, section: string, field: string): ChoiceColumn {
  const choice = layout.choices.find((candidate) => candidate.section === section && candidate.field.key === field);
  if (choice === undefined) throw new Error(`No list for the field ${field} of ${section}`);
  return choice;
}

export const lastLevelRow = (list: ListColumn): number => list.firstRow + list.scale.options.length - 1;
export const lastListRow = (list: ListColumn): number =>
  lastLevelRow(list) + (list.notApplicable === undefined ? 0 : 1);

/** The range of a column of a sheet, as conditional formats name it. */
export const columnRange = (column: number, firstRow: number, lastRow: number): string =>
  `${address(firstRow, column)}:${address(lastRow, column)}`;

/**
 * True if a cell has numbers of options, with semicolons between: each is removed with the semicolons around it, and
 * nothing remains. Excel allows 255 characters in a validation.
 */
export function areOptionsFormula({ options }: ChoicesField, cell: string): string {
  const listed = `";"&SUBSTITUTE(SUBSTITUTE(${cell}," ",""),";",";;")&";"`;
  const rest = options.reduce((text, _option, index) => `SUBSTITUTE(${text},";${index + 1};","")`, listed);
  return `${rest}=""`;
}

/** True if a cell has an address of a web page. */
export const isAddressFormula = (cell: string): string =>
  `AND(OR(AND(LEFT(${cell},8)="https://",LEN(${cell})>10),AND(LEFT(${cell},7)="http://",LEN(${cell})>9)),` +
  `ISERROR(FIND(" ",${cell})),ISERROR(FIND(CHAR(10),${cell})))`;
