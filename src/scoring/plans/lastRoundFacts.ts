import type { Field, Instrument, Section } from '../../instrument/model/schema.ts';
import { type FactField, factFields, fieldsOfItem, isEntries, itemsOf } from '../../instrument/model/traverse.ts';
import type { Answer, Answers, Response } from '../../response/response.ts';
import { carryAnswer } from '../editions/carryAnswer.ts';
import { type FactPlace, factAt, type GivenFacts, mergeFacts } from './givenFacts.ts';

/** The fields of which the facts are answers of the last round. */
const fromLastRound = (instrument: Instrument): readonly FactField[] =>
  factFields(instrument).filter(({ given }) => given.from === 'last-round');

/** The answers of an earlier round that are facts now: those that the present fields take, too. Rows are numbered anew. */
export function lastRoundFacts(
  instrument: Instrument,
  last: { readonly instrument: Instrument; readonly response: Response },
): GivenFacts {
  const fieldsOf = fieldsBefore(last.instrument);
  const carried = (one: FactField, answers: Answers | undefined): Answer | undefined => {
    const old = fieldIn(fieldsOf(one), one.field);
    const answer = old && answers?.get(old.key);
    if (old === undefined || answer === undefined) return undefined;
    const now = carryAnswer({ instrument: last.instrument, field: old }, { instrument, field: one.field }, answer);
    return now.state === 'answered' ? now : undefined;
  };
  const facts = (one: FactField, place: FactPlace, answers: Answers | undefined): readonly GivenFacts[] => {
    const answer = carried(one, answers);
    return answer === undefined ? [] : [factAt(place, one.field.key, answer)];
  };
  const fields = fromLastRound(instrument);
  const rowsOf = (section: Section): readonly (readonly GivenFacts[])[] => {
    const own = fields.filter((one) => one.section === section);
    const begun = (last.response.entries.get(section.key) ?? []).filter(({ answers }) =>
      own.some((one) => carried(one, answers) !== undefined),
    );
    return begun.map(({ answers }, index) =>
      own.flatMap((one) => facts(one, { section: section.key, entry: index + 1 }, answers)),
    );
  };
  return mergeFacts([
    ...fields.flatMap((one) =>
      one.item === undefined ? [] : facts(one, { item: one.item.key }, last.response.items.get(one.item.key)),
    ),
    ...instrument.sections.filter(isEntries).flatMap(rowsOf).flat(),
  ]);
}

/** Fields of which the facts are to be answers of the last round, and that the instrument did not have then. */
export function missingBefore(instrument: Instrument, before: Instrument): readonly FactField[] {
  const fieldsOf = fieldsBefore(before);
  return fromLastRound(instrument).filter((one) => fieldIn(fieldsOf(one), one.field) === undefined);
}

/** Items and sections of rows are found by their keys, wherever they were. */
function fieldsBefore(instrument: Instrument): (one: FactField) => readonly Field[] {
  const items = new Map(itemsOf(instrument).map((context) => [context.item.key, fieldsOfItem(context)]));
  const rows = new Map(instrument.sections.filter(isEntries).map(({ key, fields }) => [key, fields]));
  return ({ section, item }) => (item === undefined ? rows.get(section.key) : items.get(item.key)) ?? [];
}

const fieldIn = (fields: readonly Field[], { key }: Field): Field | undefined =>
  fields.find((field) => field.key === key);
