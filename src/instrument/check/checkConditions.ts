import { type Finding, finding } from '../../finding/index.ts';
import { unknownReference } from '../figures/unknownReference.ts';
import { fieldTraits } from '../model/fieldKinds.ts';
import type { Instrument, OnlyIf, Section } from '../model/schema.ts';
import {
  conditionAt,
  conditionalFields,
  conditionsOn,
  fieldsOfItem,
  type ItemInContext,
  isAboutRow,
  isEntries,
  isItems,
  itemsOf,
  itemsOfSection,
} from '../model/traverse.ts';
import { type CheckAnswer, checkRowConditions } from './checkRowConditions.ts';

/** A section, an activity, an item or a field that is asked only under a condition. */
interface Part {
  readonly key: string;
  readonly onlyIf: OnlyIf;
  readonly items: readonly ItemInContext[];
  /** The place of its first item among all, or of the next one after it. */
  readonly first: number;
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
    ...checkRowConditions(instrument, checkAnswer),
    ...circles,
    ...(circles.length > 0 ? [] : parts.flatMap((part) => checkReachable(instrument, part))),
  ];
}

function conditionalParts(instrument: Instrument): readonly Part[] {
  const everything = itemsOf(instrument);
  const part = (
    { key, onlyIf }: { readonly key: string; readonly onlyIf?: OnlyIf | undefined },
    items: readonly ItemInContext[],
    around: readonly (OnlyIf | undefined)[],
  ): readonly Part[] =>
    onlyIf === undefined
      ? []
      : [{ key, onlyIf, items, first: placeIn(items), around: around.flatMap((one) => one ?? []) }];
  const placeIn = ([first]: readonly ItemInContext[]): number =>
    everything.findIndex(({ item }) => item.key === first?.item.key);
  const fieldParts = (section: Section, items: readonly ItemInContext[], first: number): readonly Part[] =>
    conditionalFields(section).flatMap(({ key, onlyIf }) =>
      onlyIf === undefined || isAboutRow(onlyIf)
        ? []
        : part({ key: `${section.key} ${key}`, onlyIf }, items, [section.onlyIf]).map((one) => ({ ...one, first })),
    );
  const ofEntries = instrument.sections.filter(isEntries).flatMap((section) => {
    const before = instrument.sections.slice(0, instrument.sections.indexOf(section)).filter(isItems);
    const first = before.flatMap(itemsOfSection).length;
    return [...part(section, [], []).map((one) => ({ ...one, first })), ...fieldParts(section, [], first)];
  });
  const ofItems = instrument.sections.filter(isItems).flatMap((section) => {
    const all = itemsOfSection(section);
    return [
      ...fieldParts(section, all, placeIn(all)),
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
  return [...ofItems, ...ofEntries];
}

function checkNamed(
  instrument: Instrument,
  { key, onlyIf, items, first }: Part,
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
  return [
    ...checkAnswer(instrument, { ...named.section, fields, activities: [] }, onlyIf, key),
    ...(isDay
      ? [finding('definition.invalid', { key }, { path: 'onlyIf', value: `about the date "${onlyIf.field}"`, rule })]
      : []),
    ...(place >= first && !items.some(({ item }) => item.key === named.item.key)
      ? [finding('definition.condition-later', { key }, { item: onlyIf.item })]
      : []),
  ];
}

/** An answer on which conditions depend. */
interface Needed {
  readonly item: string;
  readonly field: string;
}

/** The conditions under which an answer is given: those on its item, and on its field. */
function conditionsFor(contexts: ReadonlyMap<string, ItemInContext>, { item, field }: Needed): readonly OnlyIf[] {
  const context = contexts.get(item);
  if (context === undefined) return [];
  const onlyIf = fieldsOfItem(context).find(({ key }) => key === field)?.onlyIf;
  return [...conditionsOn(context), ...(onlyIf === undefined ? [] : [conditionAt(onlyIf, item)])];
}

/** Finds answers that are asked for only if they are given themselves. Each circle is reported once. */
function checkCircles(instrument: Instrument): readonly Finding[] {
  const contexts = contextsOf(instrument);
  const reported = new Set<string>();
  const circleFrom = (next: Needed, chain: readonly Needed[]): readonly Needed[] | undefined => {
    if (isSame(next, chain[0])) return [...chain, next];
    if (chain.some((one) => isSame(one, next))) return undefined;
    for (const further of answersNeeded(conditionsFor(contexts, next))) {
      const found = circleFrom(further, [...chain, next]);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return [...contexts.values()].flatMap((context) =>
    fieldsOfItem(context).flatMap((field) => {
      const start = { item: context.item.key, field: field.key };
      if (reported.has(start.item)) return [];
      const [circle] = answersNeeded(conditionsFor(contexts, start)).flatMap((next) => {
        const found = circleFrom(next, [start]);
        return found === undefined ? [] : [found];
      });
      if (circle === undefined) return [];
      const chain = circle.map(({ item }) => item);
      for (const item of chain) reported.add(item);
      return [finding('definition.condition-circular', { key: start.item }, { chain })];
    }),
  );
}

const contextsOf = (instrument: Instrument): ReadonlyMap<string, ItemInContext> =>
  new Map(itemsOf(instrument).map((context) => [context.item.key, context]));

const isSame = (one: Needed, other: Needed | undefined): boolean =>
  one.item === other?.item && one.field === other.field;

const answersNeeded = (conditions: readonly OnlyIf[]) =>
  conditions.flatMap((condition) => ('item' in condition ? [condition] : []));

/** A part that is never asked is reported where the condition that makes it so is. */
function checkReachable(instrument: Instrument, { key, onlyIf, around }: Part): readonly Finding[] {
  const contexts = contextsOf(instrument);
  const allNeeded = (conditions: readonly OnlyIf[]): readonly OnlyIf[] =>
    conditions.flatMap((condition) => {
      const further = 'item' in condition ? conditionsFor(contexts, condition) : [];
      return [condition, ...allNeeded(further)];
    });
  const before = allNeeded(around);
  const ofNamed = 'item' in onlyIf ? allNeeded(conditionsFor(contexts, onlyIf)) : [];
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
