import { isComputed } from '../../instrument/model/fieldKinds.ts';
import type { Field, Instrument, Section } from '../../instrument/model/schema.ts';
import { fieldsIn, fieldsOfItem, isComputedField, isEntries, itemsOf } from '../../instrument/model/traverse.ts';
import {
  type Answer,
  type Answers,
  answered,
  blank,
  doesNotApply,
  isLeftBlank,
  isTakenAway,
  optionalBlank,
  type Response,
} from '../../response/response.ts';
import { figuresIn } from './figuresIn.ts';

/**
 * The response with every computed figure worked out from the answers in it, whatever its cell or the register said. It may
 * be applied again after any answer has changed.
 *
 * @param response With its conditions decided: what is not asked counts in no total.
 */
export function withComputed(instrument: Instrument, response: Response): Response {
  if (!instrument.sections.some((section) => fieldsIn(section).some(isComputed))) return response;
  const { computed } = figuresIn(instrument, response);
  const complete = (section: Section, fields: readonly Field[], answers: Answers): Answers => {
    const figures = fields
      .filter(isComputedField)
      .map((field) => [field.key, stateOf(computed(section, field, answers), answers)] as const);
    return figures.length === 0 ? answers : new Map([...answers, ...figures]);
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

/** Where the question is not asked, or is left blank as it may be, the same holds for its figure. */
function stateOf(figure: number | undefined, answers: Answers): Answer {
  if (isTakenAway(answers)) return figure === undefined ? doesNotApply : { state: 'does-not-apply', given: figure };
  if (figure !== undefined) return answered(figure);
  return isLeftBlank(answers) ? optionalBlank : blank;
}
