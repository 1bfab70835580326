import { ownProperty } from '../instrument/model/ownProperty.ts';
import type { Example, Field, Instrument } from '../instrument/model/schema.ts';
import { fieldsOfItem, isEntries, itemsOf } from '../instrument/model/traverse.ts';
import { answerFromText } from './answerFromText.ts';
import { type Answer, type Answers, blank, type Response } from './response.ts';

/** The answers of a worked example as a response: anything it leaves out is blank. */
export function exampleResponse(instrument: Instrument, example: Example): Response {
  return {
    items: new Map(
      itemsOf(instrument).map((context) => [
        context.item.key,
        answersOf(fieldsOfItem(context), ownProperty(example.items, context.item.key) ?? {}),
      ]),
    ),
    entries: new Map(
      instrument.sections.filter(isEntries).map((section) => [
        section.key,
        (ownProperty(example.entries, section.key) ?? []).map((row, index) => ({
          entry: index + 1,
          answers: answersOf(section.fields, row),
        })),
      ]),
    ),
  };
}

type Row = Example['items'][string];

const answersOf = (fields: readonly Field[], row: Row): Answers =>
  new Map(fields.map((field): [string, Answer] => [field.key, answerOf(field, ownProperty(row, field.key))]));

const answerOf = (field: Field, value: Row[string] | undefined): Answer =>
  value === undefined ? blank : answerFromText(field, String(value));
