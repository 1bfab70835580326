import { cellNumber, roundedSum, sumDecimals } from '../../instrument/model/numbers.ts';
import type { Comparison, Jump, Section } from '../../instrument/model/schema.ts';
import { type FigureField, figureOf } from '../../instrument/model/traverse.ts';
import { type Answers, asTyped, blank } from '../../response/response.ts';
import { meetsCondition } from '../rules.ts';

/** The sum of a comparison and what it is compared with, in the numbers of cells: of a percentage, the share. */
export interface Compared {
  readonly sum: number;
  readonly other: number;
}

/**
 * The numbers of a comparison that a row does not meet; undefined if it does, or lacks one of them. The workbook's
 * formulas find the same.
 *
 * @param answers With the figures that are computed.
 */
export function brokenComparison(section: Section, comparison: Comparison, answers: Answers): Compared | undefined {
  const { is, sum: keys, to, when } = comparison;
  if (when !== undefined && !meetsCondition(answers, when)) return undefined;
  const cells = keys.flatMap((key) => cellOfFigure(section, key, answers) ?? []);
  const other = typeof to === 'number' ? literalIn(section, comparison, to) : cellOfFigure(section, to, answers);
  const [first, ...others] = cells;
  if (first === undefined || other === undefined || cells.length < keys.length) return undefined;
  const sum = others.reduce((total, cell) => total + cell, first);
  const decimals = sumDecimals(figuresOf(section, comparison));
  const above = roundedSum(sum - other, decimals);
  const isBroken = { equal: above !== 0, 'at-most': above > 0, 'at-least': above < 0 };
  return isBroken[is] ? { sum: roundedSum(sum, decimals), other } : undefined;
}

/** The fields of a comparison. */
export const figuresOf = (section: Section, { sum, to }: Comparison): readonly FigureField[] =>
  [...sum, ...(typeof to === 'string' ? [to] : [])].map((key) => figureOf(section, key));

/** A number of the definition as the cells of the compared fields hold it. */
export const literalIn = (section: Section, { sum: [key = ''] }: Comparison, value: number): number =>
  cellNumber(figureOf(section, key), value);

/** Whether a number has changed beyond the limit since the last round. */
export function isJump(
  section: Section,
  { figure: key, beyond }: Jump,
  answers: Answers,
  last: number | undefined,
): boolean {
  const field = figureOf(section, key);
  const now = cellOfFigure(section, key, answers);
  if (now === undefined || last === undefined) return false;
  const before = cellNumber(field, last);
  const change = Math.abs(now - before) * 100;
  return (
    roundedSum(change - (field.as === 'percentage' ? beyond : beyond * Math.abs(before)), sumDecimals([field])) > 0
  );
}

/** The number in the cell of a field. */
function cellOfFigure(section: Section, key: string, answers: Answers): number | undefined {
  const answer = asTyped(answers.get(key) ?? blank);
  return answer.state === 'answered' && typeof answer.value === 'number'
    ? cellNumber(figureOf(section, key), answer.value)
    : undefined;
}
