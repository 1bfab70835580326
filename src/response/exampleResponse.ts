import { ownProperty } from '../instrument/model/ownProperty.ts';
import type { Example, Field, Instrument, Section } from '../instrument/model/schema.ts';
import { isEntries, itemsOf } from '../instrument/model/traverse.ts';
import { answerFromText } from './answerFromText.ts';
import { type Answer, type Answers, blank, type Response } from './response.ts';

/** The answers of a worked example as a response: anything it leaves out is blank. */
export function exampleResponse(instrument: Instrument, example: Example): Response {
  return {
    items: new Map(
      itemsOf(instrument).map(({ section, item }) => [
        item.key,
        answersOf(section, ownProperty(example.items, item.key) ?? {}),
      ]),
    ),
    entries: new Map(
      instrument.sections.filter(isEntries).map((section) => [
        section.key,
        (ownProperty(example.entries, section.key) ?? []).map((row, index) => ({
          entry: index + 1,
          answers: answersOf(section, row),
        })),
      ]),
    ),
  };
}

type Row = Example['items'][string];

const answersOf = ({ fields }: Section, row: Row): Answers =>
  new Map(fields.map((field): [string, Answer] => [field.key, answerOf(field, ownProperty(row, field.key))]));

const answerOf = (field: Field, value: Row[string] | undefined): Answer =>
  value === undefined ? blank : answerFromText(field, String(value));
