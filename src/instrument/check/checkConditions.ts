import { type Finding, finding } from '../../finding/index.ts';
import { fieldTraits } from '../model/fieldKinds.ts';
import type { Condition, Instrument, OnlyIf, Section } from '../model/schema.ts';
import { conditionsOn, fieldsOfItem, type ItemInContext, isItems, itemsOf, itemsOfSection } from '../model/traverse.ts';
import { unknownReference } from './unknownReference.ts';

type CheckAnswer = (instrument: Instrument, section: Section, condition: Condition) => readonly Finding[];

/** A section, an activity or an item that is asked only under a condition. */
interface Part {
  readonly key: string;
  readonly onlyIf: OnlyIf;
  readonly items: readonly ItemInContext[];
  /** The conditions of the parts around it. */
  readonly around: readonly OnlyIf[];
}

/**
 * Checks under which conditions parts are asked: what they name is there, none depends on itself, and all can be met.
 *
 * @param checkAnswer Checks the field and the values of a condition on the answers of a section.
 */
export function checkConditions(instrument: Instrument, checkAnswer: CheckAnswer): readonly Finding[] {
  const parts = conditionalParts(instrument);
  const circles = checkCircles(instrument);
  return [
    ...parts.flatMap((part) => checkNamed(instrument, part, checkAnswer)),
    ...circles,
    ...(circles.length > 0 ? [] : parts.flatMap((part) => checkReachable(instrument, part))),
  ];
}

function conditionalParts(instrument: Instrument): readonly Part[] {
  const part = (
    { key, onlyIf }: { readonly key: string; readonly onlyIf?: OnlyIf | undefined },
    items: readonly ItemInContext[],
    around: readonly (OnlyIf | undefined)[],
  ): readonly Part[] =>
    onlyIf === undefined ? [] : [{ key, onlyIf, items, around: around.flatMap((one) => one ?? []) }];
  return instrument.sections.filter(isItems).flatMap((section) => {
    const all = itemsOfSection(section);
    return [
      ...part(section, all, []),
      ...section.activities.flatMap((activity) => [
        ...part(
          activity,
          all.filter((one) => one.activity === activity),
          [section.onlyIf],
        ),
        ...activity.items.flatMap((item) =>
          part(
            item,
            all.filter((one) => one.item === item),
            [section.onlyIf, activity.onlyIf],
          ),
        ),
      ]),
    ];
  });
}

function checkNamed(
  instrument: Instrument,
  { key, onlyIf, items }: Part,
  checkAnswer: CheckAnswer,
): readonly Finding[] {
  if ('partner' in onlyIf) return [];
  const all = itemsOf(instrument);
  const place = all.findIndex(({ item }) => item.key === onlyIf.item);
  const named = all[place];
  if (named === undefined) {
    const known = all.map(({ item }) => item.key);
    return unknownReference(key, 'item', onlyIf.item, known);
  }
  const fields = fieldsOfItem(named);
  const field = fields.find((one) => one.key === onlyIf.field);
  const rule = 'a condition asks for levels or words. Ask for another field';
  const isDay = field !== undefined && fieldTraits[field.kind].isDay;
  const first = all.findIndex(({ item }) => item.key === items[0]?.item.key);
  return [
    ...checkAnswer(instrument, { ...named.section, fields, activities: [] }, onlyIf),
    ...(isDay
      ? [finding('definition.invalid', { key }, { path: 'onlyIf', value: `about the date "${onlyIf.field}"`, rule })]
      : []),
    ...(place > first && !items.includes(named)
      ? [finding('definition.condition-later', { key }, { item: onlyIf.item })]
      : []),
  ];
}

/** Finds items that are asked only if they are answered themselves. Each circle is reported once. */
function checkCircles(instrument: Instrument): readonly Finding[] {
  const contexts = new Map(itemsOf(instrument).map((context) => [context.item.key, context]));
  const reported = new Set<string>();
  const circleFrom = (key: string, chain: readonly string[]): readonly string[] | undefined => {
    if (key === chain[0]) return [...chain, key];
    const context = contexts.get(key);
    if (chain.includes(key) || context === undefined) return undefined;
    for (const next of answersNeeded(conditionsOn(context))) {
      const found = circleFrom(next.item, [...chain, key]);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return [...contexts].flatMap(([key, context]) => {
    if (reported.has(key)) return [];
    const chain = answersNeeded(conditionsOn(context)).flatMap(({ item }) => circleFrom(item, [key]) ?? []);
    if (chain.length === 0) return [];
    for (const one of chain) reported.add(one);
    return [finding('definition.condition-circular', { key }, { chain: chain.slice(0, chain.indexOf(key, 1) + 1) })];
  });
}

const answersNeeded = (conditions: readonly OnlyIf[]) =>
  conditions.flatMap((condition) => ('item' in condition ? [condition] : []));

/** A part that is never asked is reported where the condition that makes it so is. */
function checkReachable(instrument: Instrument, { key, onlyIf, around }: Part): readonly Finding[] {
  const contexts = new Map(itemsOf(instrument).map((context) => [context.item.key, context]));
  const allNeeded = (conditions: readonly OnlyIf[]): readonly OnlyIf[] =>
    conditions.flatMap((condition) => {
      const context = 'item' in condition ? contexts.get(condition.item) : undefined;
      return [condition, ...(context === undefined ? [] : allNeeded(conditionsOn(context)))];
    });
  const before = allNeeded(around);
  const named = 'item' in onlyIf ? contexts.get(onlyIf.item) : undefined;
  const ofNamed = named === undefined ? [] : allNeeded(conditionsOn(named));
  if (contradiction(before) !== undefined || contradiction(ofNamed) !== undefined) return [];
  const about = contradiction([...before, ...ofNamed, onlyIf]);
  return about === undefined ? [] : [finding('definition.never-asked', { key }, { about })];
}

/** What conditions ask to be two things at once; undefined if all of them can be met together. */
function contradiction(conditions: readonly OnlyIf[]): string | undefined {
  const possible = new Map<string, ReadonlySet<string>>();
  for (const condition of conditions) {
    // A region goes by its code or its name, so that two names may be the same region.
    if ('partner' in condition && condition.partner === 'region') continue;
    const about = 'partner' in condition ? "the partner's kind" : `the ${condition.field} of ${condition.item}`;
    const values = new Set(condition.is.map((value) => String(value).toLowerCase()));
    const before = possible.get(about) ?? values;
    const left = new Set([...values].filter((value) => before.has(value)));
    possible.set(about, left);
    if (left.size === 0) return about;
  }
  return undefined;
}
