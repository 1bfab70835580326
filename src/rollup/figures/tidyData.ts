import type { EntriesSection, Field, Section } from '../../instrument/model/schema.ts';
import { fieldsOfItem, type ItemInContext, isEntries, itemsOf } from '../../instrument/model/traverse.ts';
import type { Partner } from '../../partners/partner.ts';
import { type Answer, blank } from '../../response/response.ts';
import { showAnswers } from '../disclosure/showAnswers.ts';
import { shuffleRows } from '../disclosure/shuffleRows.ts';
import type { Subject } from '../disclosure/subject.ts';
import { type ReturnedResult, type RollUp, returned } from '../load/rollUp.ts';

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
  readonly source: Source;
}

/** Where an answer comes from: the returned workbook, one into which an analyst typed what came on paper, or a correction after that. */
export type Source = 'returned' | 'paper' | 'corrected';

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
  const isOpen = instrument.aboutPeople !== true;
  const whole = isOpen ? [] : shuffleRows(instrument, [...subjectsByPartner(rollUp)]);
  const show = showAnswers(instrument, whole);
  const rowOf = (subject: Subject, field: Field): TidyRow => ({
    partner: isOpen ? subject.partner : undefined,
    section: subject.section.title,
    question: subject.question,
    field,
    answer: subject.answers.get(field.key) ?? blank,
    shown: show(subject, field),
    source: subject.corrected?.has(field.key) === true ? 'corrected' : subject.isPaper === true ? 'paper' : 'returned',
  });
  return {
    *[Symbol.iterator]() {
      if (isOpen && by === 'question') {
        for (const [subject, field] of answersByQuestion(rollUp, wanted)) yield rowOf(subject, field);
        return;
      }
      for (const subject of isOpen ? subjectsByPartner(rollUp) : whole) {
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

function* subjectsByPartner(rollUp: RollUp): Generator<Subject> {
  const items = itemsOf(rollUp.instrument);
  const entrySections = rollUp.instrument.sections.filter(isEntries);
  for (const result of returned(rollUp)) {
    for (const context of items) yield subjectOf(result, context);
    for (const section of entrySections) yield* rowsAdded(result, section);
  }
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

const subjectOf = ({ partner, counting, result }: ReturnedResult, { section, item }: ItemInContext): Subject => ({
  partner,
  section,
  fields: fieldsOfItem({ section, item }),
  question: item.key,
  answers: result.response.items.get(item.key) ?? new Map(),
  ...correctedIn(result, section, item.key),
  ...(counting?.isPaper === true ? { isPaper: true } : {}),
});

function correctedIn(
  { corrections }: ReturnedResult['result'],
  { key }: Section,
  subject: string,
): Pick<Subject, 'corrected'> {
  const own = (corrections ?? []).filter(({ answer }) => answer.section === key && answer.subject === subject);
  return own.length === 0 ? {} : { corrected: new Set(own.map(({ answer }) => answer.field)) };
}

const rowsAdded = ({ partner, counting, result }: ReturnedResult, section: EntriesSection): readonly Subject[] =>
  (result.response.entries.get(section.key) ?? []).map(({ entry, answers }) => ({
    partner,
    section,
    fields: section.fields,
    question: `${section.shortTitle} ${entry}`,
    answers,
    ...correctedIn(result, section, String(entry)),
    ...(counting?.isPaper === true ? { isPaper: true } : {}),
  }));
