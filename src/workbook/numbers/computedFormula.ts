import { totalShown } from '../../instrument/figures/totals.ts';
import { cellNumber, type Figure, numberLimits, sumDecimals } from '../../instrument/model/numbers.ts';
import type { ComputedField, FigureElsewhere, NumberField, Section } from '../../instrument/model/schema.ts';
import { fieldOf, figureOf, isNumberField } from '../../instrument/model/traverse.ts';
import { sheetCell } from '../../spreadsheet/model/address.ts';
import { collectedFigure, type Layout } from '../layout/layout.ts';

/** The cells of a row, by field. */
export type CellOf = (field: string) => string;

/**
 * The formula of a computed field: an empty text as long as one of its parts has no number, or for a share of 0.
 *
 * @param cellOf The cells of its own row.
 */
export function computedFormula(layout: Layout, section: Section, field: ComputedField, cellOf: CellOf): string {
  const total = totalShown(field);
  if (total !== undefined) return figureCell(layout, total);
  const cells = field.of.map(cellOf);
  const given = field.of.map((key) => hasNumber(section, key, cellOf(key)));
  if (field.by === 'share') return figureIf([...given, `${cells[1]}<>0`], cells.join('/'));
  const parts = field.of.map((key) => figureOf(section, key));
  return figureIf(given, rounded(cells.join(field.by === 'sum' ? '+' : '-'), parts));
}

export const figureIf = (conditions: readonly string[], figure: string): string =>
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

/** The cell with a number that is not of the row in which it is needed: a number, or an empty text. */
export function figureCell({ words, collected }: Layout, figure: FigureElsewhere): string {
  const found = collectedFigure(collected, figure);
  return found === undefined ? '""' : sheetCell(words.sheets.collected, found.row, collected.columns.figure);
}
