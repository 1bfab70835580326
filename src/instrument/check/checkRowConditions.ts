import { type Finding, finding } from '../../finding/index.ts';
import { unknownReference } from '../figures/unknownReference.ts';
import { fieldTraits } from '../model/fieldKinds.ts';
import type { Condition, Field, Instrument, Section } from '../model/schema.ts';
import { fieldsOfItem, isAboutRow, isItems, itemsOfSection } from '../model/traverse.ts';

/** Checks the field and the values of a condition on the answers of a section, and reports them at a place in the definition. */
export type CheckAnswer = (
  instrument: Instrument,
  section: Section,
  condition: Condition,
  place: string,
) => readonly Finding[];

/**
 * Checks fields that are asked by an answer of their own row: each names another that its row has, and none depends on
 * itself.
 *
 * @param checkAnswer Checks the field and the values of a condition on the answers of a section.
 */
export const checkRowConditions = (instrument: Instrument, checkAnswer: CheckAnswer): readonly Finding[] =>
  instrument.sections.flatMap((section) => [
    ...section.fields.flatMap((field) => checkField(instrument, section, section.fields, field, checkAnswer)),
    ...(isItems(section) ? itemsOfSection(section) : []).flatMap((context) =>
      (context.item.fields ?? []).flatMap((field) =>
        checkField(instrument, { ...section, key: context.item.key }, fieldsOfItem(context), field, checkAnswer),
      ),
    ),
  ]);

/** @param fields Those of its row. */
function checkField(
  instrument: Instrument,
  section: Section,
  fields: readonly Field[],
  { key, onlyIf }: Field,
  checkAnswer: CheckAnswer,
): readonly Finding[] {
  if (onlyIf === undefined || !isAboutRow(onlyIf)) return [];
  const place = { key: `${section.key} ${key}` };
  const keys = fields.map((field) => field.key);
  const named = fields.find((field) => field.key === onlyIf.field);
  if (named === undefined) return unknownReference(place.key, 'field of the row', onlyIf.field, keys);
  const chain = wayBack(fields, key, [key]);
  // Of a circle, the field that comes first in the row is reported.
  if (chain !== undefined && keys.find((one) => chain.includes(one)) === key)
    return [finding('definition.condition-circular', place, { chain })];
  if (chain === undefined && keys.indexOf(named.key) > keys.indexOf(key))
    return [finding('definition.condition-later', place, { item: named.key })];
  const rule = 'a condition asks for levels or words. Ask for another field';
  return fieldTraits[named.kind].isDay
    ? [finding('definition.invalid', place, { path: 'onlyIf', value: `about the date "${named.key}"`, rule })]
    : checkAnswer(instrument, isItems(section) ? { ...section, fields, activities: [] } : section, onlyIf, place.key);
}

/** The fields by which one depends on itself, from it to itself; undefined if it does not. */
function wayBack(fields: readonly Field[], start: string, way: readonly string[]): readonly string[] | undefined {
  const onlyIf = fields.find(({ key }) => key === way.at(-1))?.onlyIf;
  if (onlyIf === undefined || !isAboutRow(onlyIf)) return undefined;
  if (onlyIf.field === start) return [...way, start];
  return way.includes(onlyIf.field) ? undefined : wayBack(fields, start, [...way, onlyIf.field]);
}
