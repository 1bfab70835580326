import type { Field } from '../instrument/schema.ts';
import { isEntries, itemsOf } from '../instrument/traverse.ts';
import type { Partner } from '../register/partner.ts';
import { type Answer, blank } from '../response/response.ts';
import { type RollUp, returned } from './rollUp.ts';
import { showAnswers } from './showAnswers.ts';
import type { Subject } from './subject.ts';
import { withoutPartners } from './withoutPartners.ts';

/** One field of one item of one partner: the rows that every other figure can be traced to. */
export interface TidyRow {
  /** Undefined where answers are about people: small figures that are withheld elsewhere could be worked out by it. */
  readonly partner: Partner | undefined;
  readonly section: string;
  readonly question: string;
  readonly field: Field;
  readonly answer: Answer;
  /** What may be shown of the answer. */
  readonly shown: string | number;
}

/**
 * One row for each answer of each partner who returned, blank and not applicable included.
 *
 * @param wanted Which fields are wanted; all when absent.
 */
export function tidyRows(rollUp: RollUp, wanted: (field: Field) => boolean = () => true): readonly TidyRow[] {
  const { instrument } = rollUp;
  const isOpen = instrument.aboutPeople !== true;
  const all = subjectsOf(rollUp);
  const subjects = isOpen ? all : withoutPartners(instrument, all);
  const show = showAnswers(instrument, subjects);
  return subjects.flatMap((subject) =>
    subject.section.fields.filter(wanted).map((field) => ({
      partner: isOpen ? subject.partner : undefined,
      section: subject.section.title,
      question: subject.question,
      field,
      answer: subject.answers.get(field.key) ?? blank,
      shown: show(subject, field),
    })),
  );
}

function subjectsOf(rollUp: RollUp): readonly Subject[] {
  const items = itemsOf(rollUp.instrument);
  const entrySections = rollUp.instrument.sections.filter(isEntries);
  return returned(rollUp).flatMap(({ partner, result: { response } }) => [
    ...items.map(({ section, item }) => ({
      partner,
      section,
      question: item.key,
      answers: response.items.get(item.key) ?? new Map(),
    })),
    ...entrySections.flatMap((section) =>
      (response.entries.get(section.key) ?? []).map(({ entry, answers }) => ({
        partner,
        section,
        question: `${section.shortTitle} ${entry}`,
        answers,
      })),
    ),
  ]);
}
