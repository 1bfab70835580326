import type { RawCell } from '../../../spreadsheet/model/rawWorkbook.ts';
import { headingKey } from './answerGrid.ts';
import { rawText } from './rawCells.ts';

/**
 * The content of a cell, in a form that shows whether it was changed. Programs rewrite formulas in different ways, and
 * references in them move with rows and columns: so only the functions and texts of a formula count, in their order. A
 * formula changed to refer elsewhere or to use another number is not recognised as changed.
 */
export function cellToken(cell: RawCell | undefined): string {
  if (cell === undefined) return '';
  if (!cell.formula) return headingKey(rawText(cell));
  return cell.formulaText === undefined ? sharedFormula : `${sharedFormula}${formulaTexts(cell.formulaText)}`;
}

/**
 * A cell that shares the formula of another, so that its text is unknown: it matches any formula. No text can begin
 * like this.
 */
export const sharedFormula = '\u0000';

export const isFormulaToken = (token: string): boolean => token.startsWith(sharedFormula);

/** Excel's limit; Scorebook writes no longer formula. */
const longestFormula = 8192;

/** In this order: texts, sheet names in quotation marks, and names of functions. */
const words = /"(?:[^"]|"")*"|'(?:[^']|'')*'|(?<![A-Z0-9._])[A-Z][A-Z0-9.]*(?=\()/gi;

const formulaTexts = (formula: string): string =>
  (formula.slice(0, longestFormula).match(words) ?? [])
    .filter((word) => !word.startsWith("'") && !/^(?:TRUE|FALSE)$/i.test(word))
    .map((word) => (word.startsWith('"') ? word : word.toUpperCase()))
    .join(' ');
