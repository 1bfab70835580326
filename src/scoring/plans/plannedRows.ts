import { type NamedPart, namedPart, namingField } from '../../instrument/model/namedPart.ts';
import type { EntriesSection, FieldPurpose, Instrument } from '../../instrument/model/schema.ts';
import { fieldFor, type ItemInContext, isEntries, itemsOf, scoredScaleOf } from '../../instrument/model/traverse.ts';

/** Details of an action, in the order in which they are shown. */
export const actionPurposes = [
  'action',
  'measure',
  'resources',
  'lead',
  'due',
  'monitoring',
] as const satisfies readonly FieldPurpose[];
export type ActionPurpose = (typeof actionPurposes)[number];

/** The questions and lists of an instrument that can have a line in an action plan. */
export interface PlannedRows {
  /** Questions that can have an action, in their own row or in a list that names them. */
  readonly items: readonly ItemInContext[];
  /** Sections with actions as their rows. */
  readonly lists: readonly EntriesSection[];
  /** The details of an action that any section has. */
  readonly purposes: readonly ActionPurpose[];
}

export function plannedRows(instrument: Instrument): PlannedRows {
  const lists = instrument.sections.filter(isEntries).filter((section) => fieldFor(section, 'action') !== undefined);
  const named = new Set(
    lists.flatMap((list) => nameableParts(instrument, list).flatMap(({ items }) => items.map(({ item }) => item.key))),
  );
  const items = itemsOf(instrument).filter(
    ({ section, item }) => fieldFor(section, 'action') !== undefined || named.has(item.key),
  );
  const sections = [...new Set([...items.map(({ section }) => section), ...lists])].filter(
    (section) => fieldFor(section, 'action') !== undefined,
  );
  return {
    items,
    lists,
    purposes: actionPurposes.filter((purpose) => sections.some((section) => fieldFor(section, purpose) !== undefined)),
  };
}

/** The parts that the rows of a list can name, in the order of the field's options. */
export function nameableParts(instrument: Instrument, list: EntriesSection): readonly NamedPart[] {
  return (namingField(list)?.options ?? []).flatMap((option) => namedPart(instrument, option) ?? []);
}

/** The order of the lines: by place, then by part, then by row. Each stays below the step of the next. */
const placeStep = 1e10;
const partStep = 1e5;

/**
 * Order of a question's lines. `place` is that of its level in the scorecard's scale, 1 the lowest; `index` counts from
 * 0.
 */
export const itemOrder = (place: number, index: number): number => place * placeStep + (index + 1) * partStep;

/** The place of a question that is not below the highest level. */
export const lastPlace = (instrument: Instrument): number =>
  instrument.scorecard === undefined ? 1 : scoredScaleOf(instrument).options.length;

/** Order of the lines about a part with several questions; after those of all questions. */
export const partOrder = (instrument: Instrument, { items }: NamedPart): number => {
  const index = itemsOf(instrument).findIndex(({ item }) => item.key === items[0]?.item.key);
  return itemOrder(lastPlace(instrument) + 1, index);
};

/** Order of the lines that name nothing. */
export const unnamedOrder = (instrument: Instrument): number => itemOrder(lastPlace(instrument) + 2, 0);
