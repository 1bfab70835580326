import { type Finding, finding } from '../../finding/index.ts';
import { isFreeText } from '../model/fieldKinds.ts';
import { type NumberLimits, showNumber, unitName } from '../model/numbers.ts';
import type { Comparison, Condition, Field, Instrument, Jump, Section } from '../model/schema.ts';
import {
  comparisonsOn,
  fieldsIn,
  fieldsOfItem,
  isComputedField,
  isFigureField,
  itemsOf,
  jumpsOn,
} from '../model/traverse.ts';
import { checkTotalled } from './checkTotalled.ts';
import {
  type ComparedNumber,
  fieldCompared,
  fieldsCompared,
  isTotal,
  itemsCompared,
  numbersCompared,
} from './compared.ts';
import { figureRange, sumRange, unlimited } from './figureRange.ts';
import { rowsTotalled, totalId, totalShown } from './totals.ts';
import { unknownReference } from './unknownReference.ts';

type CheckAnswer = (section: Section, condition: Condition, place?: string) => readonly Finding[];

/**
 * Checks what a section asks of its numbers: that they are there, count the same, and can be as they must be.
 *
 * @param checkAnswer Checks the field and the values of a condition on the answers of a section.
 */
export const checkChecks = (instrument: Instrument, section: Section, checkAnswer: CheckAnswer): readonly Finding[] => [
  ...comparisonsOn(section).flatMap((comparison) => [
    ...checkComparison(instrument, section, comparison, checkAnswer),
    ...(comparison.when === undefined ? [] : checkAnswer(section, comparison.when)),
  ]),
  ...jumpsOn(section).flatMap((jump) => checkJump(section, jump)),
];

function checkComparison(
  instrument: Instrument,
  section: Section,
  comparison: Comparison,
  checkAnswer: CheckAnswer,
): readonly Finding[] {
  const numbers = numbersCompared(comparison);
  const unknown = numbers.flatMap((number) => checkNumberThere(instrument, section, number, checkAnswer));
  if (unknown.length > 0) return unknown;
  const invalid = (value: string, rule: string): readonly Finding[] => [
    finding('definition.invalid', { key: section.key }, { path: 'checks', value, rule }),
  ];
  const named = numbers.map((number) => nameOf(number));
  const isOwn = fieldsCompared(comparison).length + itemsCompared(section, comparison).length > 0;
  if (!isOwn && numbers.length > 0) {
    const rule = 'none of them is in this section. Move the check to the section of one of the questions that it names';
    const value = `about ${named.map((name) => `"${name}"`).join(' and ')}`;
    return [finding('definition.invalid', { key: section.key }, { path: 'a check', value, rule })];
  }
  const ids = numbers.map((number) => idOf(instrument, section, number));
  const twice = ids.findIndex((id, index) => ids.indexOf(id) < index);
  if (twice >= 0) return invalid(`"${named[twice]}"`, 'a number is compared with others: name it once');
  const fields = numbers.map((number) => fieldCompared(instrument, section, number));
  const units = [...new Set(fields.map((field) => unitName(field) ?? 'a bare number'))];
  if (units.length > 1) return invalid(units.join(' and '), 'only numbers of one unit can be compared');
  return checkPossible(instrument, section, comparison);
}

/** A number that is not there, or is none. */
function checkNumberThere(
  instrument: Instrument,
  section: Section,
  number: ComparedNumber,
  checkAnswer: CheckAnswer,
): readonly Finding[] {
  const { key: place } = section;
  if (typeof number === 'string') return unknownReference(place, 'number', number, keysOf(fieldsIn(section)));
  if (isTotal(number)) {
    const rows = rowsTotalled(instrument, number.in);
    return [
      ...checkTotalled(instrument, place, number),
      ...(number.when === undefined || rows === undefined ? [] : checkAnswer(rows.section, number.when, place)),
    ];
  }
  const all = itemsOf(instrument);
  const context = all.find(({ item }) => item.key === number.item);
  const known = all.map(({ item }) => item.key);
  return context === undefined
    ? unknownReference(place, 'item', number.item, known)
    : unknownReference(place, `number of ${number.item}`, number.field, keysOf(fieldsOfItem(context)));
}

const keysOf = (fields: readonly Field[]): readonly string[] => fields.filter(isFigureField).map(({ key }) => key);

/** The number by its keys: `budget`, `budget of 1.1.1`, `cost in projects`. */
function nameOf(number: ComparedNumber): string {
  if (typeof number === 'string') return number;
  return isTotal(number) ? `${number.total} in ${number.in}` : `${number.field} of ${number.item}`;
}

/** A text that is the same for the same number: a computed total is what it is the total of. */
function idOf(instrument: Instrument, section: Section, number: ComparedNumber): string {
  const field = fieldCompared(instrument, section, number);
  const shown = isComputedField(field) ? totalShown(field) : undefined;
  if (typeof number !== 'string' && isTotal(number)) return totalId(number);
  return shown === undefined ? JSON.stringify(number) : totalId(shown);
}

/** Whether some numbers within the limits of their fields are as they must be. */
function checkPossible(instrument: Instrument, section: Section, comparison: Comparison): readonly Finding[] {
  const { is, sum, to } = comparison;
  const [shownAs] = sum.map((number) => fieldCompared(instrument, section, number));
  const all = sumRange(sum.map((number) => rangeOf(instrument, section, number)));
  const other = typeof to === 'number' ? { least: to, greatest: to } : rangeOf(instrument, section, to);
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
        sum: sum.map(nameOf),
        to: typeof to === 'number' ? shown(to) : nameOf(to),
        ...(isTooGreat
          ? { limit: `at least ${limit(all, 'least')}`, other: `at most ${limit(other, 'greatest')}` }
          : { limit: `at most ${limit(all, 'greatest')}`, other: `at least ${limit(other, 'least')}` }),
      },
    ),
  ];
}

/** The least and the greatest that a number can be; a total has no limits. */
function rangeOf(instrument: Instrument, section: Section, number: ComparedNumber): NumberLimits {
  if (typeof number !== 'string' && isTotal(number)) return unlimited;
  const from =
    typeof number === 'string' ? section : itemsOf(instrument).find(({ item }) => item.key === number.item)?.section;
  return from === undefined ? unlimited : figureRange(from, fieldCompared(instrument, section, number));
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
    ...unknownReference(section.key, 'number', figure, keysOf(fieldsIn(section))),
    ...unknownReference(section.key, 'text field for the reason', reasonIn, texts),
  ];
}
