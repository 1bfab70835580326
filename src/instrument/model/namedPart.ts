import type { ChoiceField, Instrument, Section } from './schema.ts';
import { type ItemInContext, isChoiceField, isItems, itemsOf, itemsOfSection } from './traverse.ts';

/** A question, activity or section, as named in a row that a partner adds. */
export interface NamedPart {
  readonly key: string;
  readonly title: string;
  /** The questions in the part. */
  readonly items: readonly ItemInContext[];
}

/**
 * Finds the part that a text names by its key, its title or both. Questions take precedence over activities, and
 * activities over sections.
 *
 * @returns undefined when nothing has that name.
 */
export function namedPart(instrument: Instrument, word: string): NamedPart | undefined {
  const sought = word.trim().toLowerCase();
  return namedParts(instrument).find(({ names }) => names.some((name) => name.toLowerCase() === sought))?.part;
}

/** The keys of all parts, in order of precedence. */
export const partKeys = (instrument: Instrument): readonly string[] =>
  namedParts(instrument).map(({ part }) => part.key);

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

/** The field in which the rows of a section name a part. */
export const namingField = ({ fields }: Section): ChoiceField | undefined =>
  fields.find((field): field is ChoiceField => isChoiceField(field) && field.purpose === 'about');
