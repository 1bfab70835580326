import type { Instrument } from '../../instrument/model/schema.ts';
import { type FactField, factFields, isEntries } from '../../instrument/model/traverse.ts';
import { answerFromText } from '../../response/answerFromText.ts';
import { isAnswerTo } from '../../response/isAnswerTo.ts';
import {
  type Answer,
  type Answers,
  blank,
  type EntryAnswers,
  emptyResponse,
  type Response,
  typedValue,
} from '../../response/response.ts';
import { type ResponseChanges, responseChanges } from '../../response/responseChanges.ts';

/** The facts in the cells of a workbook when it goes out: a response with these answers and no others. */
export type GivenFacts = Response;

/** Where a fact is: in an item, or in a row of a section, counted from 1. */
export type FactPlace = { readonly item: string } | { readonly section: string; readonly entry: number };

export const noFacts: GivenFacts = { items: new Map(), entries: new Map() };

export const hasFacts = ({ items, entries }: GivenFacts): boolean => items.size + entries.size > 0;

/** One fact by itself. */
export const factAt = (place: FactPlace, field: string, answer: Answer): GivenFacts => {
  const answers = new Map([[field, answer]]);
  return 'item' in place
    ? { ...noFacts, items: new Map([[place.item, answers]]) }
    : { ...noFacts, entries: new Map([[place.section, [{ entry: place.entry, answers }]]]) };
};

/** The fact in a cell, if it has one. */
export const factIn = ({ items, entries }: GivenFacts, place: FactPlace, field: string): Answer | undefined =>
  'item' in place
    ? items.get(place.item)?.get(field)
    : entries
        .get(place.section)
        ?.find(({ entry }) => entry === place.entry)
        ?.answers.get(field);

/** All of several facts; of two in one cell the later. */
export const mergeFacts = (all: readonly GivenFacts[]): GivenFacts => ({
  items: joined(all.map(({ items }) => items)),
  entries: new Map(
    [...new Set(all.flatMap(({ entries }) => [...entries.keys()]))].map((section) => {
      const rows = joined(
        all.map(({ entries }) => new Map(entries.get(section)?.map(({ entry, answers }) => [entry, answers]))),
      );
      return [section, [...rows].map(([entry, answers]) => ({ entry, answers })).toSorted((a, b) => a.entry - b.entry)];
    }),
  ),
});

function joined<Key>(all: readonly ReadonlyMap<Key, Answers>[]): ReadonlyMap<Key, Answers> {
  const joint = new Map<Key, Map<string, Answer>>();
  for (const one of all) {
    for (const [key, answers] of one) {
      const own = joint.get(key) ?? new Map<string, Answer>();
      for (const [field, answer] of answers) own.set(field, answer);
      joint.set(key, own);
    }
  }
  return joint;
}

/** The facts of some fields, as far as these take them: they may have been given to another edition. */
export const factsOf = (
  instrument: Instrument,
  { items, entries }: GivenFacts,
  fields: readonly FactField[] = factFields(instrument),
): GivenFacts =>
  mergeFacts(
    fields.flatMap(({ section, item, field }): readonly GivenFacts[] => {
      const at = (place: FactPlace, answers: Answers | undefined): readonly GivenFacts[] => {
        const value = typedValue(answers?.get(field.key) ?? blank);
        return value !== undefined && isAnswerTo(instrument, field, String(value))
          ? [factAt(place, field.key, answerFromText(field, String(value)))]
          : [];
      };
      return item === undefined
        ? (entries.get(section.key) ?? []).flatMap(({ entry, answers }) => at({ section: section.key, entry }, answers))
        : at({ item: item.key }, items.get(item.key));
    }),
  );

/** The response of a workbook that nobody has touched. */
export function factsAsResponse(instrument: Instrument, facts: GivenFacts = noFacts): Response {
  const { items } = emptyResponse(instrument);
  return {
    items: new Map([...items].map(([key, answers]) => [key, new Map([...answers, ...(facts.items.get(key) ?? [])])])),
    entries: new Map(
      instrument.sections.filter(isEntries).map(({ key, fields }) => {
        const none = fields.map((field) => [field.key, blank] as const);
        const rows = facts.entries.get(key) ?? [];
        return [key, rows.map(({ entry, answers }) => ({ entry, answers: new Map([...none, ...answers]) }))];
      }),
    ),
  };
}

/** How a return differs from the facts that it was given. What it says in other cells is left out. */
export function factChanges(instrument: Instrument, facts: GivenFacts, response: Response): ResponseChanges {
  const items = [...facts.items].map(([key, given]) => [key, fieldsIn(response.items.get(key), given)] as const);
  const entries = [...facts.entries].map(([key, given]): [string, readonly EntryAnswers[]] => {
    const fields: Answers = new Map(given.flatMap(({ answers }) => [...answers]));
    const rows = response.entries.get(key) ?? [];
    return [key, rows.map(({ entry, answers }) => ({ entry, answers: fieldsIn(answers, fields) }))];
  });
  const now = { items: new Map(items), entries: new Map(entries) };
  return { ...responseChanges(instrument, facts, now), added: [] };
}

const fieldsIn = (answers: Answers = new Map(), wanted: Answers): Answers =>
  new Map([...wanted.keys()].map((field) => [field, answers.get(field) ?? blank]));
