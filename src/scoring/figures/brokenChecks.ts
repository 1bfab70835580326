import { type ComparedNumber, fieldCompared, numbersCompared } from '../../instrument/figures/compared.ts';
import { cellNumber, roundedSum, sumDecimals } from '../../instrument/model/numbers.ts';
import type { Comparison, Instrument, Jump, Section } from '../../instrument/model/schema.ts';
import { type FigureField, figureOf } from '../../instrument/model/traverse.ts';
import { type Answers, blank } from '../../response/response.ts';
import { meetsCondition } from '../rules.ts';
import type { Figures } from './figuresIn.ts';

/** The sum of a comparison and what it is compared with, in the numbers of cells: of a percentage, the share. */
export interface Compared {
  readonly sum: number;
  readonly other: number;
}

/** The section with a comparison, and how numbers elsewhere are found. */
export interface CheckedSection {
  readonly instrument: Instrument;
  readonly section: Section;
  readonly figures: Pick<Figures, 'elsewhere'>;
}

/**
 * The numbers of a comparison that a row does not meet; undefined if it does, or if one of them is missing. The workbook's
 * formulas find the same.
 *
 * @param answers With the figures that are computed.
 */
export function brokenComparison(
  { instrument, section, figures }: CheckedSection,
  comparison: Comparison,
  answers: Answers,
): Compared | undefined {
  const { is, sum: numbers, to, when } = comparison;
  if (when !== undefined && !meetsCondition(answers, when)) return undefined;
  const cellOf = (number: ComparedNumber): number | undefined =>
    typeof number === 'string' ? cellOfFigure(section, number, answers) : figures.elsewhere(number);
  const cells = numbers.flatMap((number) => cellOf(number) ?? []);
  const other = typeof to === 'number' ? literalIn(instrument, section, comparison, to) : cellOf(to);
  const [first, ...others] = cells;
  if (first === undefined || other === undefined || cells.length < numbers.length) return undefined;
  const sum = others.reduce((total, cell) => total + cell, first);
  const decimals = sumDecimals(figuresCompared(instrument, section, comparison));
  const above = roundedSum(sum - other, decimals);
  const isBroken = { equal: above !== 0, 'at-most': above > 0, 'at-least': above < 0 };
  return isBroken[is] ? { sum: roundedSum(sum, decimals), other } : undefined;
}

/** The fields with the numbers of a comparison. */
export const figuresCompared = (
  instrument: Instrument,
  section: Section,
  comparison: Comparison,
): readonly FigureField[] => numbersCompared(comparison).map((number) => fieldCompared(instrument, section, number));

/** A number of the definition as the cells of the compared fields hold it. */
export function literalIn(instrument: Instrument, section: Section, comparison: Comparison, value: number): number {
  const [first] = figuresCompared(instrument, section, comparison);
  return first === undefined ? value : cellNumber(first, value);
}

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

/** The number in the cell of a field that is asked. */
function cellOfFigure(section: Section, key: string, answers: Answers): number | undefined {
  const answer = answers.get(key) ?? blank;
  return answer.state === 'answered' && typeof answer.value === 'number'
    ? cellNumber(figureOf(section, key), answer.value)
    : undefined;
}
