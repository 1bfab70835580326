import { isFreeText } from '../instrument/model/fieldKinds.ts';
import type { Instrument, Section } from '../instrument/model/schema.ts';
import { fieldsIn, isEntries, itemsOf } from '../instrument/model/traverse.ts';
import { type Answers, blank, type Response } from '../response/response.ts';

/**
 * A response as a workbook shows it. A text field accepts anything, so an unreadable answer there is the error of a
 * formula: written as text it would be taken for an answer, so its cell stays empty.
 */
export function writtenResponse(instrument: Instrument, response: Response): Response {
  const { items, entries } = response;
  const sections = new Map(itemsOf(instrument).map(({ section, item }) => [item.key, section]));
  const rows = new Map(instrument.sections.filter(isEntries).map((section) => [section.key, section]));
  return {
    ...response,
    items: new Map([...items].map(([key, answers]) => [key, written(sections.get(key), answers)])),
    entries: new Map(
      [...entries].map(([key, all]) => [
        key,
        all
          .map(({ entry, answers }) => ({ entry, answers: written(rows.get(key), answers) }))
          .filter(({ answers }) => [...answers.values()].some(({ state }) => state !== 'blank')),
      ]),
    ),
  };
}

function written(section: Section | undefined, answers: Answers): Answers {
  const fields = section === undefined ? [] : fieldsIn(section);
  const texts = new Set(fields.filter(isFreeText).map(({ key }) => key));
  const isError = (key: string, state: string): boolean => state === 'unreadable' && texts.has(key);
  return [...answers].some(([key, { state }]) => isError(key, state))
    ? new Map([...answers].map(([key, answer]) => [key, isError(key, answer.state) ? blank : answer]))
    : answers;
}
