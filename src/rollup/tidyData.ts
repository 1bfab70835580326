import type { Field, Section } from '../instrument/schema.ts';
import { isEntries, itemsOf } from '../instrument/traverse.ts';
import type { Partner } from '../register/partner.ts';
import { type Answer, answerOf, blank } from '../response/response.ts';
import { type RollUp, returned } from './rollUp.ts';
import { showAnswers } from './showAnswers.ts';

/** One field of one item of one partner: the rows that every other figure can be traced to. */
export interface TidyRow {
  readonly partner: Partner;
  readonly section: string;
  /** Item key, or the section and number of a row that the partner added: `Participants 2`. */
  readonly question: string;
  readonly field: Field;
  readonly answer: Answer;
  /** What may be shown of the answer. */
  readonly shown: string | number;
}

/** One row for each answer of each partner who returned, blank and not applicable included. */
export function tidyRows(rollUp: RollUp): readonly TidyRow[] {
  const items = itemsOf(rollUp.instrument);
  const entrySections = rollUp.instrument.sections.filter(isEntries);
  return returned(rollUp).flatMap(({ partner, result: { response } }) => {
    const show = showAnswers(rollUp.instrument, response);
    const row = (section: Section, question: string, field: Field, answer: Answer): TidyRow => ({
      partner,
      section: section.title,
      question,
      field,
      answer,
      shown: show(section, field, answer),
    });
    return [
      ...items.flatMap(({ section, item }) =>
        section.fields.map((field) => row(section, item.key, field, answerOf(response, item.key, field.key))),
      ),
      ...entrySections.flatMap((section) =>
        (response.entries.get(section.key) ?? []).flatMap(({ entry, answers }) =>
          section.fields.map((field) =>
            row(section, `${section.shortTitle} ${entry}`, field, answers.get(field.key) ?? blank),
          ),
        ),
      ),
    ];
  });
}
