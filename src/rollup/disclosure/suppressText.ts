import { isOwn } from '../../instrument/model/fieldKinds.ts';
import type { Field, Instrument } from '../../instrument/model/schema.ts';
import { fieldsOfItem, isEntries, itemsOf } from '../../instrument/model/traverse.ts';
import { type Answer, type Answers, answered, type Response, unreadable } from '../../response/response.ts';
import { comparable } from '../load/comparable.ts';
import { missingValueMarks } from '../load/missingValueMarks.ts';

/**
 * Suppresses typed text and numbers in a response, and answers that could not be read. Levels, choices and dates stay. Text by which rows are
 * matched is replaced by pseudonyms, so that they still match.
 */
export function suppressText(instrument: Instrument, response: Response, replace: (text: string) => string): Response {
  const joining = new Set(instrument.sections.filter(isEntries).flatMap(({ belongsTo }) => belongsTo?.by ?? []));
  for (const field of instrument.priorities?.by ?? []) joining.add(field);
  if (instrument.priorities !== undefined) joining.add(instrument.priorities.cases);
  // Answers about people are suppressed on every sheet anyway. Pseudonyms here make the order of rows unpredictable.
  const words = ({ key }: Field, text: string): string =>
    joining.has(key) || instrument.aboutPeople === true ? replace(comparable(text)) : missingValueMarks.suppressed;
  const suppress = (fields: readonly Field[], answers: Answers): Answers =>
    new Map(
      fields.flatMap((field): readonly [string, Answer][] => {
        const answer = answers.get(field.key);
        return answer === undefined ? [] : [[field.key, suppressed(field, answer, words)]];
      }),
    );
  return {
    ...response,
    items: new Map(
      itemsOf(instrument).map((context) => [
        context.item.key,
        suppress(fieldsOfItem(context), response.items.get(context.item.key) ?? new Map()),
      ]),
    ),
    entries: new Map(
      instrument.sections.filter(isEntries).map((section) => [
        section.key,
        (response.entries.get(section.key) ?? []).map(({ entry, answers }) => ({
          entry,
          answers: suppress(section.fields, answers),
        })),
      ]),
    ),
  };
}

function suppressed(field: Field, answer: Answer, words: (field: Field, text: string) => string): Answer {
  if (answer.state === 'unreadable') return unreadable(words(field, answer.text));
  if (answer.state !== 'answered' || !isOwn(field)) return answer;
  return answered(words(field, String(answer.value)));
}
