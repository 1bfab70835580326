import type { Instrument } from '../instrument/model/schema.ts';
import { fieldsOfItem, isEntries, itemsOf } from '../instrument/model/traverse.ts';

/**
 * The answer to one field of an item, or of a row that a partner added. Blank, not applicable and answered are never
 * confused, nor is a question that a condition of the definition takes away. A typed text that is no answer is stored as typed, counts in no figure, and is never shown as blank. The
 * value of a score is its level (a number); of a date its day as `YYYY-MM-DD`; of anything else its text.
 */
export type Answer =
  | { readonly state: 'answered'; readonly value: number | string }
  | { readonly state: 'not-applicable' }
  | { readonly state: 'unreadable'; readonly text: string }
  /**
   * The question is asked only if a condition is met, and it is not. `given`: what was answered all the same. `alone`: the
   * condition is on this field, and the rest of its row is asked.
   */
  | { readonly state: 'does-not-apply'; readonly given?: number | string; readonly alone?: true }
  /**
   * `notAsked`: the edition that was answered did not have the question, so nobody left it unanswered. `optional`: the
   * question may be left blank, and is.
   */
  | { readonly state: 'blank'; readonly notAsked?: true; readonly optional?: true };

export const blank: Answer = { state: 'blank' };
/** For answers carried over from an edition without the question. */
export const notAsked: Answer = { state: 'blank', notAsked: true };
/** For a question that may be left blank. */
export const optionalBlank: Answer = { state: 'blank', optional: true };
export const notApplicable: Answer = { state: 'not-applicable' };
export const answered = (value: number | string): Answer => ({ state: 'answered', value });

export const unreadable = (text: string): Answer => ({ state: 'unreadable', text });

export const doesNotApply: Extract<Answer, { readonly state: 'does-not-apply' }> = { state: 'does-not-apply' };

/** Whether a definition's condition takes the whole question or row away; all its fields share this state. */
export const isTakenAway = (answers: Answers | undefined): boolean =>
  answers !== undefined &&
  [...answers.values()].some((answer) => answer.state === 'does-not-apply' && answer.alone !== true);

/** Whether an answer is out of every count: the partner or the definition says that the question does not apply. */
export const isInapplicable = ({ state }: Answer): boolean => state === 'not-applicable' || state === 'does-not-apply';

/** The answer as it was typed, whether it counts or not. */
export function asTyped(answer: Answer): Exclude<Answer, { readonly state: 'does-not-apply' }> {
  if (answer.state !== 'does-not-apply') return answer;
  return answer.given === undefined ? { state: 'blank' } : { state: 'answered', value: answer.given };
}

/** Whether something was answered, whether it counts or not. */
export const isFilledIn = (answer: Answer): boolean => asTyped(answer).state !== 'blank';

export const isNotAsked = (answer: Answer): boolean => answer.state === 'blank' && answer.notAsked === true;

export const isOptionalBlank = (answer: Answer): boolean => answer.state === 'blank' && answer.optional === true;

/** Whether an optional question is left blank. */
export const isLeftBlank = (answers: Answers | undefined): boolean =>
  answers !== undefined && [...answers.values()].some(isOptionalBlank);

/** Whether an answer is blank and nothing is missing: it is neither answered nor unanswered. */
export const isNoGap = (answer: Answer): boolean => isNotAsked(answer) || isOptionalBlank(answer);

/** Answers by field key. */
export type Answers = ReadonlyMap<string, Answer>;

/** A row that the partner filled in, with its number on the worksheet, counted from 1. */
export interface EntryAnswers {
  readonly entry: number;
  readonly answers: Answers;
}

/** Everything that one return says. */
export interface Response {
  /** By item key; every item of the instrument is there, with every field of its section and of its own. */
  readonly items: ReadonlyMap<string, Answers>;
  /** By section key; only rows with at least one answer. */
  readonly entries: ReadonlyMap<string, readonly EntryAnswers[]>;
  /** What its workbook showed of the last round, to compare numbers with. Absent if none are compared. */
  readonly lastFigures?: LastFigures;
  /** Keys of the sections of entries that a condition takes away; none if absent. */
  readonly notAsked?: ReadonlySet<string>;
}

/** Numbers of an earlier round: by item key, then by field key. */
export type LastFigures = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** Whether a condition takes a section of entries away. */
export const isSectionTakenAway = ({ notAsked }: Pick<Response, 'notAsked'>, section: string): boolean =>
  notAsked?.has(section) === true;

/** The response of a workbook that nobody has touched. */
export function emptyResponse(instrument: Instrument): Response {
  return {
    items: new Map(
      itemsOf(instrument).map((context) => [
        context.item.key,
        new Map(fieldsOfItem(context).map((field) => [field.key, blank])),
      ]),
    ),
    entries: new Map(instrument.sections.filter(isEntries).map((section) => [section.key, []])),
  };
}

export function answerOf(response: Response, itemKey: string, fieldKey: string): Answer {
  return response.items.get(itemKey)?.get(fieldKey) ?? blank;
}

/** The typed value: that of an answer, or the text of an unreadable one. The other states have none that counts. */
export function typedValue(answer: Answer): number | string | undefined {
  if (answer.state === 'answered') return answer.value;
  return answer.state === 'unreadable' ? answer.text : undefined;
}
