import { type Finding, finding } from '../../finding/index.ts';
import { unknownReference } from '../figures/unknownReference.ts';
import { fieldTraits } from '../model/fieldKinds.ts';
import { ownProperty } from '../model/ownProperty.ts';
import type { Instrument, ItemsSection, Section } from '../model/schema.ts';
import {
  answerFieldOf,
  factFieldsOf,
  fieldsIn,
  fieldsOfItem,
  givenFields,
  givenTo,
  isItems,
  itemsOfSection,
} from '../model/traverse.ts';

/**
 * Checks that facts are given to fields that can take them, no column of the list of partners to many questions, and none
 * is the answer to its question.
 */
export const checkGiven = ({ sections }: Instrument): readonly Finding[] =>
  sections.flatMap((section) => [
    ...checkKinds(section),
    ...(isItems(section) ? itemsOfSection(section) : []).flatMap((context) =>
      Object.keys(context.item.given ?? {}).flatMap((named) =>
        unknownReference(
          context.item.key,
          'field',
          named,
          fieldsOfItem(context).map(({ key }) => key),
        ),
      ),
    ),
    ...checkShared(section),
    ...(isItems(section) && givenFields(section).length > 0 ? checkAnswers(section) : []),
  ]);

/** Of a field with several items, the first is reported. */
function checkKinds(section: Section): readonly Finding[] {
  const wrong = factFieldsOf(section).filter(({ field }) => !fieldTraits[field.kind].canBeGiven);
  return [...new Map(wrong.toReversed().map((one) => [one.field, one])).values()].map(({ field, item }) =>
    finding('definition.given-kind', { key: item?.key ?? section.key }, { field: field.key, kind: field.kind }),
  );
}

/** One figure of the list cannot be the answer to several questions. */
function checkShared(section: Section): readonly Finding[] {
  return fieldsIn(section).flatMap(({ key, given }) => {
    if (given?.from !== 'partner-list') return [];
    const shared = factFieldsOf(section).flatMap(({ field, item }) =>
      field.key === key && item !== undefined && ownProperty(item.given, key) === undefined ? [item.key] : [],
    );
    return shared.length < 2
      ? []
      : [finding('definition.given-shared', { key: section.key }, { field: key, column: given.column, items: shared })];
  });
}

/** A question with its answer in the cell is answered before its partner has opened the workbook. */
function checkAnswers(section: ItemsSection): readonly Finding[] {
  const items = new Map<string, string[]>();
  for (const context of itemsOfSection(section)) {
    if (context.item.optional === true) continue;
    const field = answerFieldOf(context);
    if (!fieldTraits[field.kind].canBeGiven || givenTo(field, context.item) === undefined) continue;
    items.set(field.key, [...(items.get(field.key) ?? []), context.item.key]);
  }
  return [...items].map(([field, keys]) =>
    finding('definition.given-answer', { key: section.key }, { field, items: keys }),
  );
}
