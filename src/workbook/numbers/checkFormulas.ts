import type { Comparison, Jump, Section } from '../../instrument/model/schema.ts';
import { figureOf } from '../../instrument/model/traverse.ts';
import { figuresOf, literalIn } from '../../scoring/figures/brokenChecks.ts';
import { type CellOf, hasNumber, rounded } from './computedFormula.ts';

/** How far a sum is above what it is compared with. */
const broken: Readonly<Record<Comparison['is'], string>> = { equal: '<>0', 'at-most': '>0', 'at-least': '<0' };

/** Conditions that all hold if a row does not meet a comparison, except the one on other answers. */
export function comparisonFormulas(section: Section, comparison: Comparison, cellOf: CellOf): readonly string[] {
  const { is, sum, to } = comparison;
  const fields = figuresOf(section, comparison);
  const other = typeof to === 'string' ? cellOf(to) : String(literalIn(section, comparison, to));
  // A number below zero in brackets: Excel takes two minus signs for none.
  const above = `${sum.map(cellOf).join('+')}-${other.startsWith('-') ? `(${other})` : other}`;
  return [...fields.map(({ key }) => hasNumber(section, key, cellOf(key))), `${rounded(above, fields)}${broken[is]}`];
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
