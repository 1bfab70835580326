import type { ComputedField, Instrument, Section, TotalFigure } from '../model/schema.ts';
import {
  fieldsIn,
  fieldsOfItem,
  type ItemInContext,
  isComputedField,
  isEntries,
  isItems,
  itemsOf,
  itemsOfSection,
} from '../model/traverse.ts';

/** The rows over which a total goes: all that a partner adds to a section, or questions of a section or an activity. */
export interface TotalledRows {
  /** That of the section, or of the activity if they are its questions. */
  readonly title: string;
  readonly section: Section;
  /** The questions; none if the partner adds the rows. */
  readonly items: readonly ItemInContext[];
}

/** The rows of the section or activity with the given key; undefined if there is none. */
export function rowsTotalled(instrument: Instrument, key: string): TotalledRows | undefined {
  const section = instrument.sections.find((one) => one.key === key);
  if (section !== undefined)
    return { title: section.title, section, items: isItems(section) ? itemsOfSection(section) : [] };
  const items = itemsOf(instrument).filter(({ activity }) => activity.key === key);
  const [first] = items;
  return first === undefined ? undefined : { title: first.activity.title, section: first.section, items };
}

/** The keys of everything that has rows to add up. */
export const totalledKeys = ({ sections }: Instrument): readonly string[] =>
  sections.flatMap((section) => [
    section.key,
    ...(isEntries(section) ? [] : section.activities.map((activity) => activity.key)),
  ]);

/** The fields that some of the rows have. */
export const fieldsTotalled = ({ section, items }: TotalledRows): ReturnType<typeof fieldsIn> =>
  isEntries(section)
    ? section.fields
    : fieldsIn(section).filter(({ key }) =>
        items.some((context) => fieldsOfItem(context).some((field) => field.key === key)),
      );

/** The total that a computed field shows; undefined if it is computed from its own row. */
export const totalShown = ({ by, of: [total], in: rows }: ComputedField): TotalFigure | undefined =>
  by === 'total' && total !== undefined && rows !== undefined ? { total, in: rows } : undefined;

/** A text that is the same for the same total. */
export const totalId = ({ total, in: rows, when }: TotalFigure): string => JSON.stringify([total, rows, when ?? null]);

/** Every total that a computed field shows. */
export const totalsShown = ({ sections }: Instrument): readonly TotalFigure[] =>
  sections.flatMap((section) =>
    fieldsIn(section)
      .filter(isComputedField)
      .flatMap((field) => totalShown(field) ?? []),
  );
