import { ownProperty } from '../instrument/model/ownProperty.ts';
import type { Example, Instrument, Section } from '../instrument/model/schema.ts';
import { isEntries, itemsOf } from '../instrument/model/traverse.ts';
import { type Answer, type Answers, answered, blank, type Response } from './response.ts';

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
  new Map(fields.map(({ key, kind }): [string, Answer] => [key, answerOf(kind, ownProperty(row, key))]));

/** Only levels are numbers in a response. */
const answerOf = (kind: Section['fields'][number]['kind'], value: Row[string] | undefined): Answer =>
  value === undefined ? blank : answered(kind === 'score' ? value : String(value));
