import { isFreeText } from '../../instrument/model/fieldKinds.ts';
import type { Field, Instrument, Section } from '../../instrument/model/schema.ts';
import { isEntries, itemsOf } from '../../instrument/model/traverse.ts';
import { type Answer, type Answers, answered, type Response, unreadable } from '../../response/response.ts';
import { comparable } from '../load/comparable.ts';
import { missingValueMarks } from '../load/missingValueMarks.ts';

/**
 * A response without anything that was typed: levels, choices and dates are left, text is withheld, and so is what could
 * not be read. What rows are brought together by is replaced, so that they still are.
 */
export function suppressText(instrument: Instrument, response: Response, replace: (text: string) => string): Response {
  const joining = new Set(instrument.sections.filter(isEntries).flatMap(({ belongsTo }) => belongsTo?.by ?? []));
  for (const field of instrument.priorities?.by ?? []) joining.add(field);
  if (instrument.priorities !== undefined) joining.add(instrument.priorities.cases);
  // Where answers are about people, they are withheld on every sheet, and the order of rows must not be guessed from what is shown.
  const words = ({ key }: Field, text: string): string =>
    joining.has(key) || instrument.aboutPeople === true ? replace(comparable(text)) : missingValueMarks.withheld;
  const hide = ({ fields }: Section, answers: Answers): Answers =>
    new Map(
      fields.flatMap((field): readonly [string, Answer][] => {
        const answer = answers.get(field.key);
        return answer === undefined ? [] : [[field.key, hidden(field, answer, words)]];
      }),
    );
  return {
    items: new Map(
      itemsOf(instrument).map(({ section, item }) => [
        item.key,
        hide(section, response.items.get(item.key) ?? new Map()),
      ]),
    ),
    entries: new Map(
      instrument.sections.filter(isEntries).map((section) => [
        section.key,
        (response.entries.get(section.key) ?? []).map(({ entry, answers }) => ({
          entry,
          answers: hide(section, answers),
        })),
      ]),
    ),
  };
}

function hidden(field: Field, answer: Answer, words: (field: Field, text: string) => string): Answer {
  if (answer.state === 'unreadable') return unreadable(words(field, answer.text));
  if (answer.state !== 'answered' || !isFreeText(field)) return answer;
  return answered(words(field, String(answer.value)));
}
