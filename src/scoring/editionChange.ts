import type { Field, Instrument, Section } from '../instrument/schema.ts';
import { type ItemInContext, isEntries, itemsOf, scaleOf, scoreFieldOf } from '../instrument/traverse.ts';
import type { Answers, Response } from '../response/response.ts';

/** How answers to one edition stand to the questions of another, by key. */
export interface EditionChange {
  /** Answered, but not asked in the other edition: items, sections of entries, or single fields of them. */
  readonly retired: readonly string[];
  /** Items and sections of entries that only the other edition has. */
  readonly added: readonly string[];
  /** Answered items that are asked in other words, or judged by other criteria or another scale. */
  readonly reworded: readonly string[];
}

/** What becomes of a response to an earlier edition when the questions of `now` are put to it. */
export function editionChange(before: Instrument, now: Instrument, response: Response): EditionChange {
  const itemsBefore = new Map(itemsOf(before).map((context) => [context.item.key, context]));
  const itemsNow = new Map(itemsOf(now).map((context) => [context.item.key, context]));
  const entriesBefore = new Map(before.sections.filter(isEntries).map((section) => [section.key, section]));
  const entriesNow = new Map(now.sections.filter(isEntries).map((section) => [section.key, section]));
  const answeredItems = [...response.items].filter(([, answers]) => answeredFields(answers).length > 0);
  return {
    retired: [
      ...answeredItems.flatMap(([key, answers]) => retired(key, answeredFields(answers), itemsNow.get(key)?.section)),
      ...[...response.entries].flatMap(([key, rows]) => {
        const fields = new Set(rows.flatMap(({ answers }) => answeredFields(answers)));
        return fields.size === 0 ? [] : retired(key, [...fields], entriesNow.get(key));
      }),
    ],
    added: [
      ...[...itemsNow.keys()].filter((key) => !itemsBefore.has(key)),
      ...[...entriesNow.keys()].filter((key) => !entriesBefore.has(key)),
    ],
    reworded: answeredItems.flatMap(([key]) => {
      const [one, other] = [itemsBefore.get(key), itemsNow.get(key)];
      return one === undefined || other === undefined || wording(before, one) === wording(now, other) ? [] : [key];
    }),
  };
}

const answeredFields = (answers: Answers): readonly string[] =>
  [...answers].flatMap(([field, { state }]) => (state === 'blank' ? [] : [field]));

function retired(key: string, fields: readonly string[], section: Section | undefined): readonly string[] {
  if (section === undefined) return [key];
  const known = new Set(section.fields.map((field: Field) => field.key));
  return fields.filter((field) => !known.has(field)).map((field) => `${key} ${field}`);
}

function wording(instrument: Instrument, { section, item }: ItemInContext): string {
  const field = scoreFieldOf(section);
  return JSON.stringify([item.question, item.criteria, field && scaleOf(instrument, field).options]);
}
