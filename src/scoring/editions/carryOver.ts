import type { Field, Instrument } from '../../instrument/model/schema.ts';
import { fieldsOfItem, isEntries, itemsOf } from '../../instrument/model/traverse.ts';
import { type Answers, blank, notAsked, type Response } from '../../response/response.ts';
import { carryAnswer } from './carryAnswer.ts';

/** Converts a response to one edition into a response to another. Questions are matched by key. */
export function carryOver(before: Instrument, now: Instrument, response: Response): Response {
  const itemsBefore = new Map(itemsOf(before).map((context) => [context.item.key, fieldsOfItem(context)]));
  const entriesBefore = new Map(before.sections.filter(isEntries).map(({ key, fields }) => [key, fields]));
  const carried = (from: readonly Field[] = [], to: readonly Field[], answers: Answers | undefined): Answers =>
    new Map(
      to.map((field) => {
        const old = from.find(({ key }) => key === field.key);
        if (old === undefined) return [field.key, notAsked];
        const answer = answers?.get(field.key) ?? blank;
        return [field.key, carryAnswer({ instrument: before, field: old }, { instrument: now, field }, answer)];
      }),
    );
  return {
    ...response,
    items: new Map(
      itemsOf(now).map((context) => {
        const { key } = context.item;
        return [key, carried(itemsBefore.get(key), fieldsOfItem(context), response.items.get(key))];
      }),
    ),
    entries: new Map(
      now.sections.filter(isEntries).map((section) => [
        section.key,
        (response.entries.get(section.key) ?? [])
          .map(({ entry, answers }) => ({
            entry,
            answers: carried(entriesBefore.get(section.key), section.fields, answers),
          }))
          .filter(({ answers }) => [...answers.values()].some(({ state }) => state !== 'blank')),
      ]),
    ),
  };
}
