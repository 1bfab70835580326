import type { Field } from '../../instrument/model/schema.ts';
import { fieldsOfItem, isEntries, itemsOf } from '../../instrument/model/traverse.ts';
import type { Partner } from '../../partners/partner.ts';
import { blank } from '../../response/response.ts';
import { rowsAboutPeople } from '../disclosure/rowsAboutPeople.ts';
import { type ShownAnswer, shownWhole } from '../disclosure/shownAnswers.ts';
import {
  type AnsweredField,
  rowsAdded,
  type Subject,
  sourceOf,
  subjectOf,
  subjectsByPartner,
} from '../disclosure/subjects.ts';
import { type RollUp, returned } from '../load/rollUp.ts';

/** One field of one item of one partner: a row to which figures can be traced. */
export interface TidyRow extends AnsweredField, ShownAnswer {
  /** Absent where answers are about people: small numbers that are suppressed elsewhere could be worked out from it. */
  readonly partner?: Partner;
}

/**
 * One row for each answer of each partner that returned, unanswered and not applicable included. Rows are made as they are
 * read: a whole country has millions.
 *
 * @param by The order of rows. Those about people are in an order that discloses no partner instead.
 * @param wanted Selects fields; all if absent.
 */
export function tidyRows(
  rollUp: RollUp,
  by: 'partner' | 'question',
  wanted: (field: Field) => boolean = () => true,
): Iterable<TidyRow> {
  const { instrument } = rollUp;
  if (instrument.aboutPeople === true) {
    const rows = rowsAboutPeople(instrument);
    rows.add(rollUp);
    return {
      *[Symbol.iterator]() {
        for (const row of rows) if (wanted(row.field)) yield row;
      },
    };
  }
  // Objects that are spread take several times as long.
  const rowOf = (subject: Subject, field: Field): TidyRow => {
    const answer = subject.answers.get(field.key) ?? blank;
    return {
      partner: subject.partner,
      section: subject.section.title,
      question: subject.question,
      field,
      answer,
      shown: shownWhole(instrument, field, answer),
      source: sourceOf(subject, field),
    };
  };
  return {
    *[Symbol.iterator]() {
      if (by === 'question') {
        for (const [subject, field] of answersByQuestion(rollUp, wanted)) yield rowOf(subject, field);
        return;
      }
      for (const subject of subjectsByPartner(rollUp)) {
        for (const field of subject.fields.filter(wanted)) yield rowOf(subject, field);
      }
    },
  };
}

/** The number of rows, all fields included, without making them. */
export function countTidyRows(rollUp: RollUp): number {
  const entrySections = rollUp.instrument.sections.filter(isEntries);
  const ofItems = itemsOf(rollUp.instrument).reduce((sum, context) => sum + fieldsOfItem(context).length, 0);
  return returned(rollUp).reduce(
    (sum, { result }) =>
      entrySections.reduce(
        (own, { key, fields }) => own + fields.length * (result.response.entries.get(key)?.length ?? 0),
        sum + ofItems,
      ),
    0,
  );
}

function* answersByQuestion(
  rollUp: RollUp,
  wanted: (field: Field) => boolean,
): Generator<readonly [subject: Subject, field: Field]> {
  const results = returned(rollUp);
  for (const context of itemsOf(rollUp.instrument)) {
    for (const field of fieldsOfItem(context).filter(wanted)) {
      for (const result of results) yield [subjectOf(result, context), field];
    }
  }
  for (const section of rollUp.instrument.sections.filter(isEntries)) {
    const fields = section.fields.filter(wanted);
    for (const result of results) {
      for (const subject of rowsAdded(result, section)) for (const field of fields) yield [subject, field];
    }
  }
}
