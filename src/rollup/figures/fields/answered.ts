import type { Field, Instrument, Section } from '../../../instrument/model/schema.ts';
import { isEntries, isItems, isScored } from '../../../instrument/model/traverse.ts';
import { blank } from '../../../response/response.ts';
import type { ReturnedResult } from '../../load/rollUp.ts';
import { rowsOf, type Subject, subjectsOf } from './subjects.ts';

/** How many partners answered a field of a question, or added rows to a section. */
export interface AnsweredCount {
  readonly subject: Subject;
  /** Undefined for the rows of a section. */
  readonly field: Field | undefined;
  readonly partners: number;
}

/**
 * The counts for every field of the questions that are not scored, then for the rows that partners add; none if all
 * questions are scored.
 */
export function answeredCounts(instrument: Instrument, results: readonly ReturnedResult[]): readonly AnsweredCount[] {
  const items = instrument.sections.filter((section) => isItems(section) && !isScored(instrument, section));
  if (items.length === 0 && instrument.scorecard !== undefined) return [];
  const subjects = (sections: readonly Section[]): readonly Subject[] => sections.flatMap(subjectsOf);
  const counted = (isGiven: (result: ReturnedResult) => boolean): number => results.filter(isGiven).length;
  return [
    ...subjects(items).flatMap((subject) =>
      subject.fields.map((field) => ({
        ...{ subject, field },
        partners: counted((result) =>
          rowsOf(subject, result).some((answers) => (answers?.get(field.key) ?? blank).state === 'answered'),
        ),
      })),
    ),
    ...subjects(instrument.sections.filter(isEntries)).map((subject) => ({
      ...{ subject, field: undefined },
      partners: counted((result) => rowsOf(subject, result).length > 0),
    })),
  ];
}
