import { type Finding, finding } from '../../finding/index.ts';
import { isFreeText } from '../model/fieldKinds.ts';
import { type NumberLimits, showNumber, unitName } from '../model/numbers.ts';
import type { Comparison, Condition, Jump, Section } from '../model/schema.ts';
import { comparisonsOn, type FigureField, fieldsIn, isFigureField, jumpsOn } from '../model/traverse.ts';
import { rangesOf, sumRange } from './figureRange.ts';
import { unknownReference } from './unknownReference.ts';

/**
 * Checks what a section asks of its numbers: that they are there, count the same, and can be as they must be.
 *
 * @param checkAnswer Checks the field and the values of a condition on the answers of the section.
 */
export const checkChecks = (
  section: Section,
  checkAnswer: (condition: Condition) => readonly Finding[],
): readonly Finding[] => [
  ...comparisonsOn(section).flatMap((comparison) => [
    ...checkComparison(section, comparison),
    ...(comparison.when === undefined ? [] : checkAnswer(comparison.when)),
  ]),
  ...jumpsOn(section).flatMap((jump) => checkJump(section, jump)),
];

const figuresOf = (section: Section): readonly FigureField[] => fieldsIn(section).filter(isFigureField);

const unknownFigures = (section: Section, keys: readonly string[]): readonly Finding[] => {
  const known = figuresOf(section).map(({ key }) => key);
  return keys.flatMap((key) => unknownReference(section.key, 'number', key, known));
};

function checkComparison(section: Section, comparison: Comparison): readonly Finding[] {
  const { sum, to } = comparison;
  const keys = typeof to === 'string' ? [...sum, to] : sum;
  const unknown = unknownFigures(section, keys);
  if (unknown.length > 0) return unknown;
  const invalid = (value: string, rule: string): readonly Finding[] => [
    finding('definition.invalid', { key: section.key }, { path: 'checks', value, rule }),
  ];
  const twice = keys.find((key, index) => keys.indexOf(key) < index);
  if (twice !== undefined) return invalid(`"${twice}"`, 'a number is compared with others: name it once');
  const fields = keys.flatMap((key) => figuresOf(section).filter((field) => field.key === key));
  const units = [...new Set(fields.map((field) => unitName(field) ?? 'a bare number'))];
  if (units.length > 1) return invalid(units.join(' and '), 'only numbers of one unit can be compared');
  return checkPossible(section, comparison, fields[0]);
}

/** Whether some numbers within the limits of their fields are as they must be. */
function checkPossible(
  section: Section,
  { is, sum, to }: Comparison,
  shownAs: FigureField | undefined,
): readonly Finding[] {
  const all = sumRange(rangesOf(section, sum));
  const [other = all] = typeof to === 'number' ? [{ least: to, greatest: to }] : rangesOf(section, [to]);
  const isTooGreat = all.least > other.greatest;
  const isTooSmall = all.greatest < other.least;
  const isImpossible = { equal: isTooGreat || isTooSmall, 'at-most': isTooGreat, 'at-least': isTooSmall };
  if (!isImpossible[is] || shownAs === undefined) return [];
  const shown = (value: number): string => showNumber(shownAs, value);
  const limit = (range: NumberLimits, end: keyof NumberLimits): string => shown(range[end]);
  return [
    finding(
      'definition.check-impossible',
      { key: section.key },
      {
        sum,
        to: typeof to === 'number' ? shown(to) : to,
        ...(isTooGreat
          ? { limit: `at least ${limit(all, 'least')}`, other: `at most ${limit(other, 'greatest')}` }
          : { limit: `at most ${limit(all, 'greatest')}`, other: `at least ${limit(other, 'least')}` }),
      },
    ),
  ];
}

/** Rows that partners add have no place by which those of the last round could be found. */
function checkJump(section: Section, { figure, reasonIn }: Jump): readonly Finding[] {
  if (section.shape === 'entries') {
    const rule =
      'rows that partners add cannot be compared with the last round: ask for a reason in a section of questions';
    return [finding('definition.invalid', { key: section.key }, { path: 'checks', value: '"jump"', rule })];
  }
  const texts = fieldsIn(section)
    .filter(isFreeText)
    .map(({ key }) => key);
  return [
    ...unknownFigures(section, [figure]),
    ...unknownReference(section.key, 'text field for the reason', reasonIn, texts),
  ];
}
