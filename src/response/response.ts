import type { Instrument } from '../instrument/model/schema.ts';
import { isEntries, itemsOf } from '../instrument/model/traverse.ts';

/**
 * The answer to one field of an item, or of a row that a partner added. Blank, not applicable and answered are never
 * confused. A typed text that is no answer is stored as typed, counts in no figure, and is never shown as blank. The
 * value of a score is its level (a number); of a date its day as `YYYY-MM-DD`; of anything else its text.
 */
export type Answer =
  | { readonly state: 'answered'; readonly value: number | string }
  | { readonly state: 'not-applicable' }
  | { readonly state: 'unreadable'; readonly text: string }
  /** `notAsked`: the edition that was answered did not have the question, so nobody left it unanswered. */
  | { readonly state: 'blank'; readonly notAsked?: true };

export const blank: Answer = { state: 'blank' };
/** For answers carried over from an edition without the question. */
export const notAsked: Answer = { state: 'blank', notAsked: true };
export const notApplicable: Answer = { state: 'not-applicable' };
export const answered = (value: number | string): Answer => ({ state: 'answered', value });

export const unreadable = (text: string): Answer => ({ state: 'unreadable', text });

export const isNotAsked = (answer: Answer): boolean => answer.state === 'blank' && answer.notAsked === true;

/** Answers by field key. */
export type Answers = ReadonlyMap<string, Answer>;

/** A row that the partner filled in, with its number on the worksheet, counted from 1. */
export interface EntryAnswers {
  readonly entry: number;
  readonly answers: Answers;
}

/** Everything that one return says. */
export interface Response {
  /** By item key; every item of the instrument is there, with every field of its section. */
  readonly items: ReadonlyMap<string, Answers>;
  /** By section key; only rows with at least one answer. */
  readonly entries: ReadonlyMap<string, readonly EntryAnswers[]>;
}

/** The response of a workbook that nobody has touched. */
export function emptyResponse(instrument: Instrument): Response {
  return {
    items: new Map(
      itemsOf(instrument).map(({ section, item }) => [
        item.key,
        new Map(section.fields.map((field) => [field.key, blank])),
      ]),
    ),
    entries: new Map(instrument.sections.filter(isEntries).map((section) => [section.key, []])),
  };
}

export function answerOf(response: Response, itemKey: string, fieldKey: string): Answer {
  return response.items.get(itemKey)?.get(fieldKey) ?? blank;
}

/** The typed value: that of an answer, or the text of an unreadable one. Blank and not applicable have none. */
export function typedValue(answer: Answer): number | string | undefined {
  if (answer.state === 'answered') return answer.value;
  return answer.state === 'unreadable' ? answer.text : undefined;
}
