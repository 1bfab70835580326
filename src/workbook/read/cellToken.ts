import type { RawCell } from '../../spreadsheet/model/rawWorkbook.ts';
import { look } from './answerGrid.ts';
import { rawText } from './rawCells.ts';

/**
 * What a cell says, for telling whether that was changed. Programs write formulas in their own way, and the places in them
 * move with rows and columns: a formula is known by its functions and its words alone, in their order. So one that was
 * made to point elsewhere or to reckon with another number is not told from what it was.
 */
export function cellToken(cell: RawCell | undefined): string {
  if (cell === undefined) return '';
  if (!cell.formula) return look(rawText(cell));
  return cell.formulaText === undefined ? sharedFormula : `${sharedFormula}${formulaWords(cell.formulaText)}`;
}

/** The formula of another cell, and so of unknown words: it passes for any. No text can begin like that. */
export const sharedFormula = '\u0000';

export const isFormulaToken = (token: string): boolean => token.startsWith(sharedFormula);

/** Excel's limit; what is longer is none of ours. */
const longestFormula = 8192;

/** In this order: texts, names of sheets in quotation marks, and names of functions. */
const words = /"(?:[^"]|"")*"|'(?:[^']|'')*'|(?<![A-Z0-9._])[A-Z][A-Z0-9.]*(?=\()/gi;

const formulaWords = (formula: string): string =>
  (formula.slice(0, longestFormula).match(words) ?? [])
    .filter((word) => !word.startsWith("'") && !/^(?:TRUE|FALSE)$/i.test(word))
    .map((word) => (word.startsWith('"') ? word : word.toUpperCase()))
    .join(' ');
