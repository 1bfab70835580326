import { showFigure } from '../../instrument/model/numbers.ts';
import type { Comparison, Jump, Section } from '../../instrument/model/schema.ts';
import { figureOf } from '../../instrument/model/traverse.ts';

const rules: Readonly<Record<Comparison['is'], string>> = {
  equal: 'must equal',
  'at-most': 'must not be more than',
  'at-least': 'must be at least',
};

/** What a comparison asks of the sum: `must not be more than`. */
export const ruleOf = ({ is }: Comparison): string => rules[is];

/** The number or the field with which the sum is compared, as people read it. */
export const describeOther = (section: Section, { sum: [key = ''], to }: Comparison): string =>
  typeof to === 'number' ? showFigure(figureOf(section, key), to) : figureOf(section, to).heading;

/** What is added up: `Health + Council`. */
export const sumOf = (section: Section, { sum }: Comparison): string =>
  sum.map((key) => figureOf(section, key).heading).join(' + ');

/** `Health + Council must not be more than Budget`. */
export const describeComparison = (section: Section, comparison: Comparison): string =>
  `${sumOf(section, comparison)} ${ruleOf(comparison)} ${describeOther(section, comparison)}`;

/** The limit of a jump: `20%`, or `5 points` of a percentage. */
export const describeLimit = (section: Section, { figure, beyond }: Jump): string =>
  figureOf(section, figure).as === 'percentage' ? `${beyond} points` : `${beyond}%`;
