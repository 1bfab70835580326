import { isOwn } from '../../instrument/model/fieldKinds.ts';
import type { Field, Instrument } from '../../instrument/model/schema.ts';
import { fieldScale, isEntries } from '../../instrument/model/traverse.ts';
import { type Answer, blank, typedValue } from '../../response/response.ts';
import { comparable } from '../load/comparable.ts';
import { cellContent, missingValueMarks } from '../load/missingValueMarks.ts';
import { caseKey } from './caseKey.ts';
import type { Subject } from './subject.ts';

/**
 * Returns a function that gives an answer as far as it may be shown. In answers about people, free text, numbers and text that
 * is not a valid answer are suppressed. Case references become running numbers over all partners, and the other fields that link rows
 * become running numbers within the case, so that rows can still be matched.
 */
export function showAnswers(
  instrument: Instrument,
  subjects: readonly Subject[],
): (subject: Subject, field: Field) => string | number {
  const whole = (field: Field, answer: Answer): string | number => cellContent(answer, fieldScale(instrument, field));
  const { aboutPeople, priorities } = instrument;
  const by = instrument.sections.filter(isEntries).find(({ key }) => key === priorities?.section)?.belongsTo?.by ?? [];
  const cases = new Map<string, number>();
  for (const subject of subjects) numberOf(cases, caseKey(instrument, subject));
  const within = new Map<string, Map<string, number>>();
  return (subject, field) => {
    const answer = subject.answers.get(field.key) ?? blank;
    const typed = typedValue(answer);
    if (aboutPeople !== true || typed === undefined) return whole(field, answer);
    const ownCase = caseKey(instrument, subject);
    if (ownCase !== undefined && field.key === priorities?.cases)
      return cases.get(ownCase) ?? missingValueMarks.suppressed;
    const isOpen = !isOwn(field) || (ownCase !== undefined && priorities?.by.includes(field.key) === true);
    if (isOpen) return answer.state === 'unreadable' ? missingValueMarks.suppressed : whole(field, answer);
    if (ownCase === undefined || !by.includes(field.key)) return missingValueMarks.suppressed;
    const place = JSON.stringify([ownCase, field.key]);
    const numbers = within.get(place) ?? new Map<string, number>();
    within.set(place, numbers);
    return numberOf(numbers, comparable(typed)) ?? missingValueMarks.suppressed;
  };
}

/** Returns the number of a key; a new key gets the next one. */
function numberOf(numbers: Map<string, number>, key: string | undefined): number | undefined {
  if (key !== undefined && !numbers.has(key)) numbers.set(key, numbers.size + 1);
  return key === undefined ? undefined : numbers.get(key);
}
