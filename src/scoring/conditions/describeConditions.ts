import type { Instrument } from '../../instrument/model/schema.ts';
import {
  answerFieldOf,
  chosenText,
  conditionsOn,
  fieldOf,
  type ItemInContext,
  itemsOf,
} from '../../instrument/model/traverse.ts';
import { type AnswerCondition, isAboutPartner } from './withConditions.ts';

/** When an item is asked, in words: `Only if 1.2 is Yes or Partly, and only for trust`. Empty text if always. */
export function describeConditions(instrument: Instrument, context: ItemInContext): string {
  const words = conditionsOn(context).map((condition) =>
    isAboutPartner(condition) ? `only for ${orList(condition.is)}` : `only if ${describeAnswer(instrument, condition)}`,
  );
  const text = [...new Set(words)].join(', and ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function describeAnswer(instrument: Instrument, { item, field: key, is }: AnswerCondition): string {
  const section = itemsOf(instrument).find((context) => context.item.key === item)?.section;
  if (section === undefined) return item;
  const field = fieldOf(section, key);
  const place = field === answerFieldOf(section) ? item : `${field.heading} of ${item}`;
  return `${place} is ${orList(is.map((value) => chosenText(instrument, field, value)))}`;
}

const orList = (words: readonly (number | string)[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
