import type { Instrument, OnlyIf, Section } from '../../instrument/model/schema.ts';
import { answerFieldOf, chosenText, conditionalFields, fieldOf, itemsOf } from '../../instrument/model/traverse.ts';
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
  const text = conditions.all([...new Set(described)]);
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** When a sheet of rows is to be filled in. */
export const describeSheet = (instrument: Instrument, onlyIf: OnlyIf, words: Words): string =>
  words.sections.otherwiseBlank(describeConditions(instrument, [onlyIf], words));

/** Every text of the lines of a section's sheet that say what is asked: none of them is an answer. */
export const conditionTexts = (instrument: Instrument, section: Section, words: Words): readonly string[] => [
  ...conditionalFields(section).flatMap(({ onlyIf }) =>
    onlyIf === undefined ? [] : [words.sections.fieldAsked, describeConditions(instrument, [onlyIf], words)],
  ),
  ...(section.shape === 'entries' && section.onlyIf !== undefined
    ? [words.sections.sheetAsked, describeSheet(instrument, section.onlyIf, words)]
    : []),
];

function describeAnswer(instrument: Instrument, { item, field: key, is }: AnswerCondition, words: Words): string {
  const { conditions, lists } = words;
  const context = itemsOf(instrument).find((one) => one.item.key === item);
  if (context === undefined) return item;
  const field = fieldOf(context.section, key);
  const place = key === answerFieldOf(context).key ? item : conditions.fieldOf(field.heading, item);
  return conditions.is(place, lists.or(is.map((value) => chosenText(instrument, field, value, words))));
}
