import { cellNumber, type Figure, numberLimits, sumDecimals } from '../../instrument/model/numbers.ts';
import type { ComputedField, NumberField, Section } from '../../instrument/model/schema.ts';
import { type FigureField, fieldOf, figureOf, isNumberField } from '../../instrument/model/traverse.ts';
import { sheetColumn } from '../../spreadsheet/model/address.ts';
import type { EntriesSheet, Layout } from '../layout/layout.ts';
import { startedRows } from './startedRows.ts';

/** The cells of a row, by field. */
export type CellOf = (field: string) => string;

/**
 * The formula of a computed field: an empty text as long as one of its parts has no number, or for a share of 0.
 *
 * @param cellOf The cells of its own row.
 */
export function computedFormula(layout: Layout, section: Section, field: ComputedField, cellOf: CellOf): string {
  if (field.by === 'total') return totalFormula(layout, field);
  const cells = field.of.map(cellOf);
  const given = field.of.map((key) => hasNumber(section, key, cellOf(key)));
  if (field.by === 'share') return figureIf([...given, `${cells[1]}<>0`], cells.join('/'));
  const parts = field.of.map((key) => figureOf(section, key));
  return figureIf(given, rounded(cells.join(field.by === 'sum' ? '+' : '-'), parts));
}

const figureIf = (conditions: readonly string[], figure: string): string =>
  `IFERROR(IF(AND(${conditions.join(',')}),${figure},""),"")`;

/** A sum of cells of some fields. */
export const rounded = (sum: string, fields: readonly Figure[]): string => `ROUND(${sum},${sumDecimals(fields)})`;

/** Whether the cell of a number, given or computed, has one that counts. */
export function hasNumber(section: Section, key: string, cell: string): string {
  const field = fieldOf(section, key);
  return isNumberField(field) ? isNumberFormula(field, cell) : `ISNUMBER(${cell})`;
}

/** Whether a cell has a number that the field takes. */
export function isNumberFormula(field: NumberField, cell: string): string {
  const { least, greatest } = numberLimits(field);
  const limits = `${cell}>=${cellNumber(field, least)},${cell}<=${cellNumber(field, greatest)}`;
  const isWhole = field.as === 'integer' ? `,INT(${cell})=${cell}` : '';
  return `AND(ISNUMBER(${cell}),${limits}${isWhole})`;
}

/** Every row that has been started needs its number. */
function totalFormula(layout: Layout, { of: [key = ''], in: list }: ComputedField): string {
  const sheet = layout.entries.find(({ section }) => section.key === list);
  const cells = sheet === undefined ? undefined : columnOf(sheet, key);
  if (sheet === undefined || cells === undefined) return '""';
  const field = figureOf(sheet.section, key);
  const started = startedRows(layout, sheet);
  return figureIf([`${started}>0`, `${numbersIn(field, cells)}=${started}`], rounded(`SUM(${cells})`, [field]));
}

function columnOf({ name, columns, rows }: EntriesSheet, key: string): string | undefined {
  const column = columns.find(({ content }) => content.is === 'field' && content.field.key === key)?.column;
  const [first = 0, last = first] = [rows.at(0), rows.at(-1)];
  return column === undefined ? undefined : sheetColumn(name, column, first, last);
}

/** How many cells have a number that counts; an error if some have a text. Gnumeric has no INT of empty cells in a range. */
function numbersIn(field: FigureField, cells: string): string {
  if (!isNumberField(field)) return `COUNT(${cells})`;
  const { least, greatest } = numberLimits(field);
  const within = `COUNTIFS(${cells},">="&${cellNumber(field, least)},${cells},"<="&${cellNumber(field, greatest)})`;
  return field.as === 'integer' ? `(${within}-SUMPRODUCT((MOD(${cells},1)<>0)*1))` : within;
}
