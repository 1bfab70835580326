import type { Field } from '../../instrument/model/schema.ts';
import { isEntries, itemsOf } from '../../instrument/model/traverse.ts';
import type { Partner } from '../../partners/partner.ts';
import { type Answer, blank } from '../../response/response.ts';
import { showAnswers } from '../disclosure/showAnswers.ts';
import { shuffleRows } from '../disclosure/shuffleRows.ts';
import type { Subject } from '../disclosure/subject.ts';
import { type RollUp, returned } from '../load/rollUp.ts';

/** One field of one item of one partner: a row to which figures can be traced. */
export interface TidyRow {
  /** Undefined where answers are about people: small numbers that are suppressed elsewhere could be worked out from it. */
  readonly partner: Partner | undefined;
  readonly section: string;
  readonly question: string;
  readonly field: Field;
  readonly answer: Answer;
  /** The answer, as far as it may be shown. */
  readonly shown: string | number;
}

/**
 * One row for each answer of each partner that returned, unanswered and not applicable included.
 *
 * @param wanted Selects fields; all if absent.
 */
export const tidyRows = (rollUp: RollUp, wanted?: (field: Field) => boolean): readonly TidyRow[] => [
  ...eachTidyRow(rollUp, wanted),
];

/** Yields the same rows one at a time: a whole country has millions. */
export function* eachTidyRow(rollUp: RollUp, wanted: (field: Field) => boolean = () => true): Generator<TidyRow> {
  const { instrument } = rollUp;
  const isOpen = instrument.aboutPeople !== true;
  // Only rows about people are collected first, since their order must not disclose the partner.
  const whole = isOpen ? [] : shuffleRows(instrument, [...subjectsOf(rollUp)]);
  const show = showAnswers(instrument, whole);
  for (const subject of isOpen ? subjectsOf(rollUp) : whole) {
    for (const field of subject.section.fields.filter(wanted)) {
      yield {
        partner: isOpen ? subject.partner : undefined,
        section: subject.section.title,
        question: subject.question,
        field,
        answer: subject.answers.get(field.key) ?? blank,
        shown: show(subject, field),
      };
    }
  }
}

function* subjectsOf(rollUp: RollUp): Generator<Subject> {
  const items = itemsOf(rollUp.instrument);
  const entrySections = rollUp.instrument.sections.filter(isEntries);
  for (const { partner, result } of returned(rollUp)) {
    const { response } = result;
    for (const { section, item } of items) {
      yield { partner, section, question: item.key, answers: response.items.get(item.key) ?? new Map() };
    }
    for (const section of entrySections) {
      for (const { entry, answers } of response.entries.get(section.key) ?? []) {
        yield { partner, section, question: `${section.shortTitle} ${entry}`, answers };
      }
    }
  }
}
