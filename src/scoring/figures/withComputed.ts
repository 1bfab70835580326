import { isComputed } from '../../instrument/model/fieldKinds.ts';
import type { Field, Instrument, Section } from '../../instrument/model/schema.ts';
import { fieldsIn, fieldsOfItem, isComputedField, isEntries, itemsOf } from '../../instrument/model/traverse.ts';
import {
  type Answer,
  type Answers,
  answered,
  blank,
  doesNotApply,
  isTakenAway,
  type Response,
} from '../../response/response.ts';
import { computedFigure, type ListedRows } from './computedFigure.ts';

/**
 * The response with every computed figure worked out from the answers in it, whatever its cell or the register said. It may
 * be applied again after any answer has changed.
 */
export function withComputed(instrument: Instrument, response: Response): Response {
  if (!instrument.sections.some((section) => fieldsIn(section).some(isComputed))) return response;
  const rowsOf = (key: string): ListedRows => ({
    section: instrument.sections.find((section) => section.key === key),
    rows: (response.entries.get(key) ?? []).map(({ answers }) => answers),
  });
  const complete = (section: Section, fields: readonly Field[], answers: Answers): Answers => {
    const computed = fields
      .filter(isComputedField)
      .map((field) => [field.key, stateOf(computedFigure(section, field, answers, rowsOf), answers)] as const);
    return computed.length === 0 ? answers : new Map([...answers, ...computed]);
  };
  return {
    ...response,
    items: new Map(
      itemsOf(instrument).map((context) => {
        const { key } = context.item;
        return [key, complete(context.section, fieldsOfItem(context), response.items.get(key) ?? new Map())];
      }),
    ),
    entries: new Map(
      instrument.sections.filter(isEntries).map((section) => [
        section.key,
        (response.entries.get(section.key) ?? []).map(({ entry, answers }) => ({
          entry,
          answers: complete(section, section.fields, answers),
        })),
      ]),
    ),
  };
}

/** Where the question is not asked, nor does its figure count. */
function stateOf(figure: number | undefined, answers: Answers): Answer {
  if (!isTakenAway(answers)) return figure === undefined ? blank : answered(figure);
  return figure === undefined ? doesNotApply : { state: 'does-not-apply', given: figure };
}
