import { isDeepStrictEqual } from 'node:util';
import { type Finding, finding } from '../../finding/index.ts';
import type { Field, ItemsSection } from '../model/schema.ts';
import { isScoreField, itemsOfSection, purposeOf } from '../model/traverse.ts';

/**
 * Checks the fields that items of a section have of their own: their keys are not those of the section's fields, items that
 * share one define it alike, and none has a part that only the section's fields can have.
 */
export function checkOwnFields(section: ItemsSection): readonly Finding[] {
  const common = new Set(section.fields.map(({ key }) => key));
  const first = new Map<string, { readonly item: string; readonly field: Field }>();
  return itemsOfSection(section).flatMap(({ item }) => {
    const seen = new Set<string>();
    return (item.fields ?? []).flatMap((field): readonly Finding[] => {
      const place = { key: item.key };
      const { key } = field;
      const other = first.get(key);
      first.set(key, other ?? { item: item.key, field });
      const isTwice = seen.has(key);
      seen.add(key);
      if (isTwice) return [finding('definition.duplicate-key', place, { what: 'fields', key })];
      if (common.has(key)) return [finding('definition.own-field-clash', place, { key, section: section.key })];
      if (isScoreField(field) || purposeOf(field) !== undefined)
        return [finding('definition.own-field-role', place, { key, role: purposeOf(field) ?? 'score' })];
      return other === undefined || isDeepStrictEqual(other.field, field)
        ? []
        : [finding('definition.own-fields-differ', place, { key, other: other.item })];
    });
  });
}
