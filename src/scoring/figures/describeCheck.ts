import { type ComparedNumber, fieldCompared, isOfItem } from '../../instrument/figures/compared.ts';
import { rowsTotalled } from '../../instrument/figures/totals.ts';
import { showFigure } from '../../instrument/model/numbers.ts';
import type { Comparison, Instrument, Jump, Section } from '../../instrument/model/schema.ts';
import { chosenText, fieldOf, figureOf } from '../../instrument/model/traverse.ts';
import { english } from '../../words/english/english.ts';
import type { Words } from '../../words/words.ts';

const rules: Readonly<Record<Comparison['is'], string>> = {
  equal: 'must equal',
  'at-most': 'must not be more than',
  'at-least': 'must be at least',
};

/** What a comparison asks of the sum: `must not be more than`. */
export const ruleOf = ({ is }: Comparison): string => rules[is];

/** The instrument and the section with a comparison, and the words of a language. */
export interface DescribedSection {
  readonly instrument: Instrument;
  readonly section: Section;
  readonly words?: Words;
}

/** The number with which the sum is compared, as people read it. */
export function describeOther(described: DescribedSection, { sum: [first = ''], to }: Comparison): string {
  const { instrument, section } = described;
  return typeof to === 'number'
    ? showFigure(fieldCompared(instrument, section, first), to)
    : describeNumber(described, to);
}

/** A number that is compared: `Health`, `Budget of 1.1.1`, or `the total of Cost in Projects`. */
export function describeNumber(
  { instrument, section, words = english }: DescribedSection,
  number: ComparedNumber,
): string {
  const { heading } = fieldCompared(instrument, section, number);
  if (typeof number === 'string') return heading;
  if (isOfItem(number)) return words.conditions.fieldOf(heading, number.item);
  const rows = rowsTotalled(instrument, number.in);
  const total = words.toDo.totalOf(heading, rows?.title ?? number.in);
  if (number.when === undefined || rows === undefined) return total;
  const field = fieldOf(rows.section, number.when.field);
  const answers = number.when.is.map((value) => chosenText(instrument, field, value, words));
  return words.toDo.totalWhere(total, words.conditions.is(field.heading, words.lists.or(answers)));
}

/** What is added up: `Health + Council`. */
export const sumOf = (described: DescribedSection, { sum }: Comparison): string =>
  sum.map((number) => describeNumber(described, number)).join(' + ');

/** `Health + Council must not be more than Budget`. */
export const describeComparison = (described: DescribedSection, comparison: Comparison): string =>
  `${sumOf(described, comparison)} ${ruleOf(comparison)} ${describeOther(described, comparison)}`;

/** The limit of a jump: `20%`, or `5 points` of a percentage. */
export const describeLimit = (section: Section, { figure, beyond }: Jump): string =>
  figureOf(section, figure).as === 'percentage' ? `${beyond} points` : `${beyond}%`;
