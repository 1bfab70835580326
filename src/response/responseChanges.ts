import type { Field, Instrument, Section } from '../instrument/model/schema.ts';
import { fieldsOfItem, givenFields, isEntries, itemsOf } from '../instrument/model/traverse.ts';
import {
  type Answer,
  type Answers,
  asTyped,
  blank,
  type EntryAnswers,
  isFilledIn,
  isNotAsked,
  type Response,
  typedValue,
} from './response.ts';

/** An answer that differs between two responses. */
export interface AnswerChange {
  readonly section: Section;
  /** Key of the item, or the number of the row in the later response. */
  readonly reference: string;
  readonly field: Field;
  readonly before: Answer;
  readonly now: Answer;
}

/** A row that a partner had added and that is missing from the later response. */
export interface RemovedRow {
  readonly section: Section;
  /** Its number in the earlier response. */
  readonly reference: string;
  readonly answers: Answers;
}

/** Differences of a later response to the same questions. Leaving blank what was not asked is no change. */
export interface ResponseChanges {
  /** Number of answers in the earlier response. */
  readonly answeredBefore: number;
  readonly added: readonly AnswerChange[];
  readonly changed: readonly AnswerChange[];
  /** Blank now, and not before. */
  readonly emptied: readonly AnswerChange[];
  readonly removed: readonly RemovedRow[];
}

export function responseChanges(instrument: Instrument, before: Response, now: Response): ResponseChanges {
  const rows = [
    ...itemsOf(instrument).map(
      ({ section, activity: _activity, item }): Row => ({
        section,
        fields: fieldsOfItem({ section, item }),
        reference: item.key,
        before: before.items.get(item.key),
        now: now.items.get(item.key),
      }),
    ),
    ...instrument.sections
      .filter(isEntries)
      .flatMap((section) => pairedRows(section, typedRows(before, section), typedRows(now, section))),
  ];
  const changes = rows.flatMap(changesOfRow);
  return {
    answeredBefore: rows.reduce((sum, row) => sum + filledIn(given(row.section, row.before)), 0),
    added: changes.filter((change) => !isFilledIn(change.before)),
    changed: changes.filter((change) => isFilledIn(change.before) && !isEmptied(change)),
    emptied: changes.filter((change) => isFilledIn(change.before) && isEmptied(change)),
    removed: rows.flatMap(({ section, reference, before: answers, now: left }) =>
      answers !== undefined && left === undefined ? [{ section, reference, answers }] : [],
    ),
  };
}

/** The rows that a partner added, whether they count or not. */
const typedRows = ({ entries }: Response, { key }: Section): readonly EntryAnswers[] =>
  (entries.get(key) ?? []).map(({ entry, answers }) => ({
    entry,
    answers: new Map([...answers].map(([field, answer]) => [field, asTyped(answer)])),
  }));

/** How many of the answers are neither blank nor not asked. */
export const filledIn = (answers: Answers | undefined): number =>
  [...(answers?.values() ?? [])].filter(isFilledIn).length;

/** The answers that people gave: what is computed changes with them. */
const given = (section: Section, answers: Answers | undefined): Answers =>
  new Map(givenFields(section).map(({ key }) => [key, answers?.get(key) ?? blank]));

interface Row {
  readonly section: Section;
  readonly fields: readonly Field[];
  readonly reference: string;
  readonly before: Answers | undefined;
  readonly now: Answers | undefined;
}

/** Pairs rows that say the same, wherever they are now; the remaining rows are paired by their numbers. */
function pairedRows(section: Section, before: readonly EntryAnswers[], now: readonly EntryAnswers[]): readonly Row[] {
  const left = [...before];
  const take = (is: (row: EntryAnswers) => boolean): EntryAnswers | undefined => {
    const place = left.findIndex(is);
    return place < 0 ? undefined : left.splice(place, 1)[0];
  };
  const same = new Map(now.map((row) => [row, take((other) => isSameRow(section, other, row))]));
  const paired = now.map((row): Row => {
    const other = same.get(row) ?? take(({ entry }) => entry === row.entry);
    return { section, fields: section.fields, reference: String(row.entry), before: other?.answers, now: row.answers };
  });
  return [
    ...paired,
    ...left.map(({ entry, answers }) => ({
      ...{ section, fields: section.fields, reference: String(entry) },
      ...{ before: answers, now: undefined },
    })),
  ];
}

const isSameRow = (section: Section, one: EntryAnswers, other: EntryAnswers): boolean =>
  givenFields(section).every(({ key }) => isSameAnswer(one.answers.get(key) ?? blank, other.answers.get(key) ?? blank));

function changesOfRow({ section, fields, reference, before, now }: Row): readonly AnswerChange[] {
  if (now === undefined) return [];
  return givenFields({ fields }).flatMap((field) => {
    const change = { before: asTyped(before?.get(field.key) ?? blank), now: asTyped(now.get(field.key) ?? blank) };
    return isSameAnswer(change.before, change.now) ? [] : [{ section, reference, field, ...change }];
  });
}

const isEmptied = ({ now }: AnswerChange): boolean => !isFilledIn(now) && !isNotAsked(now);

/** Whether two answers say the same. */
export const isSameAnswer = (one: Answer, other: Answer): boolean =>
  one.state === other.state && typedValue(one) === typedValue(other);
