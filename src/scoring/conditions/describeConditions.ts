import type { Condition, Field, FieldOnlyIf, Instrument, OnlyIf, Section } from '../../instrument/model/schema.ts';
import {
  answerFieldOf,
  chosenText,
  conditionalFields,
  fieldOf,
  isAboutRow,
  itemsOf,
} from '../../instrument/model/traverse.ts';
import { english } from '../../words/english/english.ts';
import type { Words } from '../../words/words.ts';
import { type AnswerCondition, isAboutPartner } from './askedBy.ts';

/** When a part is asked, in words: `Only if 1.2 is Yes or Partly, and only for trust`. Empty text if always. */
export function describeConditions(instrument: Instrument, onlyIf: readonly OnlyIf[], words: Words = english): string {
  const { conditions, lists } = words;
  const described = onlyIf.map((condition) =>
    isAboutPartner(condition)
      ? conditions.forPartners(lists.or(condition.is.map(String)))
      : conditions.ifAnswered(describeAnswer(instrument, condition, words)),
  );
  return capitalised(conditions.all([...new Set(described)]));
}

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** When a field of a section is asked: `Only if Known is Yes` of an answer of its own row. */
export function describeFieldCondition(
  instrument: Instrument,
  section: Section,
  onlyIf: FieldOnlyIf,
  words: Words = english,
): string {
  if (!isAboutRow(onlyIf)) return describeConditions(instrument, [onlyIf], words);
  const { conditions } = words;
  const field = fieldOf(section, onlyIf.field);
  return capitalised(conditions.ifAnswered(describeIs(instrument, field, field.heading, onlyIf, words)));
}

/** When a sheet of rows is to be filled in. */
export const describeSheet = (instrument: Instrument, onlyIf: OnlyIf, words: Words): string =>
  words.sections.otherwiseBlank(describeConditions(instrument, [onlyIf], words));

/** Every text of the lines of a section's sheet that say what is asked: none of them is an answer. */
export const conditionTexts = (instrument: Instrument, section: Section, words: Words): readonly string[] => [
  ...conditionalFields(section).flatMap(({ onlyIf }) =>
    onlyIf === undefined ? [] : [words.sections.fieldAsked, describeFieldCondition(instrument, section, onlyIf, words)],
  ),
  ...(section.shape === 'entries' && section.onlyIf !== undefined
    ? [words.sections.sheetAsked, describeSheet(instrument, section.onlyIf, words)]
    : []),
];

function describeAnswer(instrument: Instrument, condition: AnswerCondition, words: Words): string {
  const { item, field: key } = condition;
  const context = itemsOf(instrument).find((one) => one.item.key === item);
  if (context === undefined) return item;
  const field = fieldOf(context.section, key);
  const place = key === answerFieldOf(context).key ? item : words.conditions.fieldOf(field.heading, item);
  return describeIs(instrument, field, place, condition, words);
}

const describeIs = (
  instrument: Instrument,
  field: Field,
  place: string,
  { is }: Condition,
  { conditions, lists, ...words }: Words,
): string => conditions.is(place, lists.or(is.map((value) => chosenText(instrument, field, value, words))));
