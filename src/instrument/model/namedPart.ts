import type { ChoiceField, Instrument, Section } from './schema.ts';
import { type ItemInContext, isItems, itemsOf, itemsOfSection } from './traverse.ts';

/** A question, an activity or a section, as a row that a partner adds names it. */
export interface NamedPart {
  readonly key: string;
  readonly title: string;
  /** The questions in it. */
  readonly items: readonly ItemInContext[];
}

/**
 * The part that a word names: a question before an activity, an activity before a section, by key, by title or by both.
 *
 * @returns undefined when nothing has that name.
 */
export function namedPart(instrument: Instrument, word: string): NamedPart | undefined {
  const wanted = word.trim().toLowerCase();
  return namedParts(instrument).find(({ names }) => names.some((name) => name.toLowerCase() === wanted))?.part;
}

/** All names that a part can go by, in the order in which they count. */
export const partNames = (instrument: Instrument): readonly string[] =>
  namedParts(instrument).flatMap(({ names }) => names);

function namedParts(
  instrument: Instrument,
): readonly { readonly part: NamedPart; readonly names: readonly string[] }[] {
  const sections = instrument.sections.filter(isItems);
  const named = (key: string, titles: readonly string[], items: readonly ItemInContext[]) => ({
    part: { key, title: titles[0] ?? key, items },
    names: [key, ...titles, ...titles.map((title) => `${key} ${title}`)],
  });
  return [
    ...itemsOf(instrument).map((context) => named(context.item.key, [context.item.question], [context])),
    ...sections.flatMap((section) =>
      section.activities.map(({ key, title }) =>
        named(
          key,
          [title],
          itemsOfSection(section).filter(({ activity }) => activity.key === key),
        ),
      ),
    ),
    ...sections.map((section) => named(section.key, [section.title, section.shortTitle], itemsOfSection(section))),
  ];
}

/** The field by which the rows of a section name a part. */
export const namingField = ({ fields }: Section): ChoiceField | undefined =>
  fields.find((field): field is ChoiceField => field.kind === 'choice' && field.purpose === 'about');
