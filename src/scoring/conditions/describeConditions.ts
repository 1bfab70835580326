import type { Instrument } from '../../instrument/model/schema.ts';
import {
  answerFieldOf,
  chosenText,
  conditionsOn,
  fieldOf,
  type ItemInContext,
  itemsOf,
} from '../../instrument/model/traverse.ts';
import { english } from '../../words/english/english.ts';
import type { Words } from '../../words/words.ts';
import { type AnswerCondition, isAboutPartner } from './withConditions.ts';

/** When an item is asked, in words: `Only if 1.2 is Yes or Partly, and only for trust`. Empty text if always. */
export function describeConditions(instrument: Instrument, context: ItemInContext, words: Words = english): string {
  const { conditions, lists } = words;
  const described = conditionsOn(context).map((condition) =>
    isAboutPartner(condition)
      ? conditions.forPartners(lists.or(condition.is.map(String)))
      : conditions.ifAnswered(describeAnswer(instrument, condition, words)),
  );
  const text = conditions.all([...new Set(described)]);
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function describeAnswer(instrument: Instrument, { item, field: key, is }: AnswerCondition, words: Words): string {
  const { conditions, lists } = words;
  const section = itemsOf(instrument).find((context) => context.item.key === item)?.section;
  if (section === undefined) return item;
  const field = fieldOf(section, key);
  const place = field === answerFieldOf(section) ? item : conditions.fieldOf(field.heading, item);
  return conditions.is(place, lists.or(is.map((value) => chosenText(instrument, field, value, words))));
}
