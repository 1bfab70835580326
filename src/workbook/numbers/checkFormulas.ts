import { type ComparedNumber, numbersCompared } from '../../instrument/figures/compared.ts';
import type { Comparison, FigureElsewhere, Instrument, Jump, Section } from '../../instrument/model/schema.ts';
import { figureOf } from '../../instrument/model/traverse.ts';
import { figuresCompared, literalIn } from '../../scoring/figures/brokenChecks.ts';
import { type CellOf, hasNumber, rounded } from './computedFormula.ts';

/** How far a sum is above what it is compared with. */
const broken: Readonly<Record<Comparison['is'], string>> = { equal: '<>0', 'at-most': '>0', 'at-least': '<0' };

/**
 * Conditions that all hold if a row does not meet a comparison, except the one on other answers.
 *
 * @param elsewhere The cell with a number that is not of the row.
 */
export function comparisonFormulas(
  { instrument, section }: { readonly instrument: Instrument; readonly section: Section },
  comparison: Comparison,
  cellOf: CellOf,
  elsewhere: (figure: FigureElsewhere) => string,
): readonly string[] {
  const { is, sum, to } = comparison;
  const fields = figuresCompared(instrument, section, comparison);
  const at = (number: ComparedNumber): string => (typeof number === 'string' ? cellOf(number) : elsewhere(number));
  const other = typeof to === 'number' ? String(literalIn(instrument, section, comparison, to)) : at(to);
  // A number below zero in brackets: Excel takes two minus signs for none.
  const above = `${sum.map(at).join('+')}-${other.startsWith('-') ? `(${other})` : other}`;
  const given = numbersCompared(comparison).map((number) =>
    typeof number === 'string' ? hasNumber(section, number, cellOf(number)) : `ISNUMBER(${elsewhere(number)})`,
  );
  return [...given, `${rounded(above, fields)}${broken[is]}`];
}

/**
 * Conditions that all hold if a number has changed beyond the limit since the last round.
 *
 * @param last The cell with the number of the last round.
 */
export function jumpFormulas(
  section: Section,
  { figure, beyond }: Jump,
  cellOf: CellOf,
  last: string,
): readonly string[] {
  const now = cellOf(figure);
  const field = figureOf(section, figure);
  const limit = field.as === 'percentage' ? `${beyond}` : `${beyond}*ABS(${last})`;
  return [
    hasNumber(section, figure, now),
    `ISNUMBER(${last})`,
    `${rounded(`ABS(${now}-${last})*100-${limit}`, [field])}>0`,
  ];
}
