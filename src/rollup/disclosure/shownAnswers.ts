import { isOwn } from '../../instrument/model/fieldKinds.ts';
import type { Field, Instrument } from '../../instrument/model/schema.ts';
import { fieldScale, isEntries } from '../../instrument/model/traverse.ts';
import { type Answer, answered, doesNotApply, typedValue, unreadable } from '../../response/response.ts';
import { comparable } from '../load/comparable.ts';
import { cellContent, missingValueMarks } from '../load/missingValueMarks.ts';
import { numbered } from './numbered.ts';

/** An answer, and what is shown of it. */
export interface ShownAnswer {
  /** About people, without what may not be shown. */
  readonly answer: Answer;
  readonly shown: string | number;
}

/** The content of a cell for an answer that may be shown whole. */
export const shownWhole = (instrument: Instrument, field: Field, answer: Answer): string | number =>
  cellContent(answer, fieldScale(instrument, field));

/** Shows answers in the rows of one case, or in a row that is about none. */
type ShowAnswer = (field: Field, answer: Answer) => ShownAnswer;

/**
 * Returns a function that begins a case, or a row without one. In answers about people, free text, numbers and text that is
 * not a valid answer are suppressed. Fields that link rows become running numbers within the case, so that rows can still be
 * matched.
 */
export function shownAnswers(instrument: Instrument): (isCase: boolean) => ShowAnswer {
  const { suppressed } = missingValueMarks;
  const { priorities } = instrument;
  const by = instrument.sections.filter(isEntries).find(({ key }) => key === priorities?.section)?.belongsTo?.by ?? [];
  const whole = (field: Field, answer: Answer): ShownAnswer => ({
    answer,
    shown: shownWhole(instrument, field, answer),
  });
  return (isCase) => {
    const numbers = new Map(by.map((key) => [key, numbered<string>((typed) => typed)]));
    return (field, answer) => {
      const typed = typedValue(answer);
      if (typed === undefined) return whole(field, answer.state === 'does-not-apply' ? doesNotApply : answer);
      const isOpen = !isOwn(field) || (isCase && priorities?.by.includes(field.key) === true);
      if (isOpen && answer.state === 'answered') return whole(field, answer);
      const withheld = answer.state === 'unreadable' ? unreadable(suppressed) : answered(suppressed);
      const own = isCase && !isOpen ? numbers.get(field.key) : undefined;
      return { answer: withheld, shown: own === undefined ? suppressed : own.numberOf(comparable(typed)) + 1 };
    };
  };
}
