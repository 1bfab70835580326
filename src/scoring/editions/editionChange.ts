import type { Field, FieldKind, Instrument, ScoreField } from '../../instrument/model/schema.ts';
import {
  fieldScale,
  fieldsOfItem,
  type ItemInContext,
  isEntries,
  itemsOf,
  scaleOf,
  scoreFieldOf,
} from '../../instrument/model/traverse.ts';
import { type Answer, type Answers, answerOf, isFilledIn, type Response } from '../../response/response.ts';
import { carryAnswer, isRescaled } from './carryAnswer.ts';

/** How answers to one edition relate to the questions of another, by key. */
export interface EditionChange {
  /** Answered, but not asked in the other edition: items, sections of entries, or single fields of them. */
  readonly retired: readonly string[];
  /** Items and sections of entries that only the other edition has. */
  readonly added: readonly string[];
  /** Answered items with another wording or other criteria. Their scores still count. */
  readonly reworded: readonly string[];
  /** Scales with other options, by their old titles, and how many of the answers by them were carried over. */
  readonly rescaled: readonly RescaledAnswers[];
  /** Chosen words that are no longer offered, by the old heading of their field. */
  readonly withdrawn: readonly WithdrawnOptions[];
}

interface RescaledAnswers {
  readonly scale: string;
  /** Answers with a label that exactly one option of the new scale has. */
  readonly carried: number;
  readonly lost: number;
}

interface WithdrawnOptions {
  readonly field: string;
  readonly words: readonly string[];
}

/** Compares the questions of an earlier edition, as answered, with those of `now`. */
export function editionChange(before: Instrument, now: Instrument, response: Response): EditionChange {
  const itemsBefore = new Map(itemsOf(before).map((context) => [context.item.key, context]));
  const itemsNow = new Map(itemsOf(now).map((context) => [context.item.key, context]));
  const entriesBefore = new Map(before.sections.filter(isEntries).map((section) => [section.key, section]));
  const entriesNow = new Map(now.sections.filter(isEntries).map((section) => [section.key, section]));
  const answeredItems = [...response.items].filter(([, answers]) => answeredFields(answers).length > 0);
  const carried = [
    ...answeredItems.flatMap(([key, answers]) =>
      carriedAnswers(before, now, fieldsAt(itemsBefore, key), fieldsAt(itemsNow, key), answers),
    ),
    ...[...response.entries].flatMap(([key, rows]) =>
      rows.flatMap(({ answers }) =>
        carriedAnswers(before, now, entriesBefore.get(key)?.fields, entriesNow.get(key)?.fields, answers),
      ),
    ),
  ];
  return {
    retired: [
      ...answeredItems.flatMap(([key, answers]) => retired(key, answeredFields(answers), fieldsAt(itemsNow, key))),
      ...[...response.entries].flatMap(([key, rows]) => {
        const fields = new Set(rows.flatMap(({ answers }) => answeredFields(answers)));
        return fields.size === 0 ? [] : retired(key, [...fields], entriesNow.get(key)?.fields);
      }),
    ],
    added: [
      ...[...itemsNow.keys()].filter((key) => !itemsBefore.has(key)),
      ...[...entriesNow.keys()].filter((key) => !entriesBefore.has(key)),
    ],
    reworded: answeredItems.flatMap(([key]) => {
      const [one, other] = [itemsBefore.get(key), itemsNow.get(key)];
      return one === undefined || other === undefined || !isReworded(before, one, now, other, response) ? [] : [key];
    }),
    rescaled: rescaled(before, carried),
    withdrawn: withdrawn(carried),
  };
}

const answeredFields = (answers: Answers): readonly string[] =>
  [...answers].flatMap(([field, answer]) => (isFilledIn(answer) ? [field] : []));

function fieldsAt(items: ReadonlyMap<string, ItemInContext>, key: string): readonly Field[] | undefined {
  const context = items.get(key);
  return context === undefined ? undefined : fieldsOfItem(context);
}

/** @param now Fields of the part in the other edition; undefined if it is not there. */
function retired(key: string, fields: readonly string[], now: readonly Field[] | undefined): readonly string[] {
  if (now === undefined) return [key];
  const known = new Set(now.map((field) => field.key));
  return fields.filter((field) => !known.has(field)).map((field) => `${key} ${field}`);
}

interface CarriedAnswer {
  readonly before: Field;
  readonly isRescaled: boolean;
  readonly old: Extract<Answer, { state: 'answered' }>;
  readonly carried: Answer;
}

/** The answers to fields that both editions have. */
function carriedAnswers(
  before: Instrument,
  now: Instrument,
  from: readonly Field[] = [],
  to: readonly Field[] = [],
  answers: Answers,
): readonly CarriedAnswer[] {
  return from.flatMap((field) => {
    const other = to.find(({ key }) => key === field.key);
    const old = answers.get(field.key);
    if (other === undefined || old?.state !== 'answered') return [];
    const pair = [
      { instrument: before, field },
      { instrument: now, field: other },
    ] as const;
    return [{ before: field, isRescaled: isRescaled(...pair), old, carried: carryAnswer(...pair, old) }];
  });
}

function rescaled(before: Instrument, carried: readonly CarriedAnswer[]): readonly RescaledAnswers[] {
  return before.scales.flatMap(({ key, title }) => {
    const own = carried.filter((one) => one.isRescaled && fieldScale(before, one.before)?.key === key);
    const carriedOver = own.filter((one) => one.carried.state === 'answered').length;
    return own.length === 0 ? [] : [{ scale: title, carried: carriedOver, lost: own.length - carriedOver }];
  });
}

/** The kinds of field that an edition answers with words of its own, which another may not offer. */
const offersWords: Readonly<Record<FieldKind, boolean>> = {
  score: false,
  text: false,
  date: false,
  choice: true,
  number: false,
  'yes-no': true,
  link: false,
  choices: true,
  computed: false,
};

function withdrawn(carried: readonly CarriedAnswer[]): readonly WithdrawnOptions[] {
  const words = new Map<string, Set<string>>();
  for (const { before, old, carried: now } of carried) {
    if (!offersWords[before.kind] || now.state === 'answered') continue;
    words.set(before.heading, (words.get(before.heading) ?? new Set()).add(String(old.value)));
  }
  return [...words].map(([field, chosen]) => ({ field, words: [...chosen] }));
}

/** A scale with other options is reported separately. */
function isReworded(
  before: Instrument,
  one: ItemInContext,
  now: Instrument,
  other: ItemInContext,
  response: Response,
): boolean {
  const [from, to] = [scoreFieldOf(one.section), scoreFieldOf(other.section)];
  if (from === undefined || to === undefined) {
    return wording(before, one, undefined) !== wording(now, other, undefined);
  }
  const pair = [
    { instrument: before, field: from },
    { instrument: now, field: to },
  ] as const;
  const old = answerOf(response, one.item.key, from.key);
  if (old.state === 'answered' && carryAnswer(...pair, old).state !== 'answered') return false;
  const isOtherScale = isRescaled(...pair);
  return wording(before, one, isOtherScale ? undefined : from) !== wording(now, other, isOtherScale ? undefined : to);
}

function wording(instrument: Instrument, { item }: ItemInContext, scaleBy: ScoreField | undefined): string {
  if (scaleBy === undefined) return JSON.stringify([item.question, item.criteria.map(({ text }) => text)]);
  return JSON.stringify([item.question, item.criteria, scaleOf(instrument, scaleBy).options]);
}
