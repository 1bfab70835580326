import { type NamedPart, namedPart, namingField } from '../../instrument/model/namedPart.ts';
import type { EntriesSection, Instrument, Section } from '../../instrument/model/schema.ts';
import { fieldFor, type ItemInContext } from '../../instrument/model/traverse.ts';
import { type Answer, type Answers, blank, isTakenAway, type Response } from '../../response/response.ts';
import { developmentPlaces, scoredItems, scoreOf } from '../scorecard.ts';
import { gapOf } from '../targets.ts';
import {
  type ActionPurpose,
  actionPurposes,
  itemOrder,
  lastPlace,
  type PlannedRows,
  partOrder,
  plannedRows,
  unnamedOrder,
} from './plannedRows.ts';

/** An action, or a question below the highest level without one. */
export interface PlanLine {
  /** The question that the action is about; undefined if a row names a larger part, or nothing. */
  readonly item: ItemInContext | undefined;
  /** The part that the row names, if that is no single question. */
  readonly part: NamedPart | undefined;
  /** The row that gives the action; undefined if the question's own row does. */
  readonly entry: { readonly list: EntriesSection; readonly entry: number } | undefined;
  /** The section that has these fields. */
  readonly section: Section;
  readonly given: Readonly<Record<ActionPurpose, Answer>>;
  /** Whether the question needs no action of its own: another line has one for it, or its answer has reached the target. */
  readonly isCovered: boolean;
  /** By which the lines are sorted. */
  readonly order: number;
}

/**
 * Lists every action of every question and list, and every question below the highest level that could have an action
 * and has none. Questions come first, the lowest level first; then parts of several questions; then actions about
 * nothing in particular. The workbook's formulas give the same result.
 */
export function actionPlanOf(instrument: Instrument, response: Response): readonly PlanLine[] {
  const rows = plannedRows(instrument);
  const places = developmentPlaces(instrument, response);
  const placeOf = ({ item }: ItemInContext): number => places.get(item.key) ?? lastPlace(instrument);
  const baseOf = (item: ItemInContext): number =>
    itemOrder(
      placeOf(item),
      rows.items.findIndex((other) => other.item.key === item.item.key),
    );
  const entries = entryLines(instrument, response, rows, baseOf);
  const named = new Set(entries.flatMap(({ item }) => item?.item.key ?? []));
  const covered = new Set(entries.flatMap(({ part }) => part?.items.map(({ item }) => item.key) ?? []));
  const reached = reachedTargets(instrument, response);
  const items = rows.items.flatMap((item): PlanLine[] => {
    const { key } = item.item;
    const given = detailsOf(item.section, response.items.get(key));
    const isWeak = places.has(key);
    if (!hasDetails(given) && (!isWeak || named.has(key))) return [];
    const isCovered = named.has(key) || covered.has(key) || reached.has(key);
    return [{ item, part: undefined, entry: undefined, section: item.section, given, isCovered, order: baseOf(item) }];
  });
  return [...items, ...entries].toSorted((a, b) => a.order - b.order);
}

/** The questions of which the answer is not below its target. */
const reachedTargets = (instrument: Instrument, response: Response): ReadonlySet<string> =>
  new Set(
    scoredItems(instrument).flatMap((context) =>
      gapOf(instrument, context, scoreOf(response, context)) === 0 ? [context.item.key] : [],
    ),
  );

function entryLines(
  instrument: Instrument,
  response: Response,
  { lists }: PlannedRows,
  baseOf: (item: ItemInContext) => number,
): readonly PlanLine[] {
  let before = 0;
  return lists.flatMap((list) => {
    const first = before;
    before += list.rows;
    return (response.entries.get(list.key) ?? []).flatMap(({ entry, answers }): PlanLine[] => {
      const given = detailsOf(list, answers);
      if (!hasDetails(given)) return [];
      const { item, part } = targetOf(instrument, list, answers);
      const base =
        item !== undefined ? baseOf(item) : part === undefined ? unnamedOrder(instrument) : partOrder(instrument, part);
      return [
        {
          item,
          part,
          entry: { list, entry },
          section: list,
          given,
          isCovered: false,
          order: base + first + entry,
        },
      ];
    });
  });
}

/** The part that a row of a list names: a question, by itself or as the only one of its part, or a larger part. */
export function targetOf(instrument: Instrument, list: Section, answers: Answers): Pick<PlanLine, 'item' | 'part'> {
  const field = namingField(list);
  const answer = field === undefined ? undefined : answers.get(field.key);
  const part = answer?.state === 'answered' ? namedPart(instrument, String(answer.value)) : undefined;
  const [item, ...others] = part?.items ?? [];
  return others.length === 0 && item !== undefined ? { item, part: undefined } : { item: undefined, part };
}

/** The details of an action that a row gives; none if it is not asked. */
export function detailsOf(section: Section, all: Answers = new Map()): PlanLine['given'] {
  const answers: Answers = isTakenAway(all) ? new Map() : all;
  const given = (purpose: ActionPurpose): Answer => {
    const field = fieldFor(section, 'action') === undefined ? undefined : fieldFor(section, purpose);
    const answer = field === undefined ? blank : (answers.get(field.key) ?? blank);
    return answer.state === 'does-not-apply' ? blank : answer;
  };
  return {
    action: given('action'),
    measure: given('measure'),
    resources: given('resources'),
    lead: given('lead'),
    due: given('due'),
    monitoring: given('monitoring'),
  };
}

export const hasDetails = (given: PlanLine['given']): boolean =>
  actionPurposes.some((purpose) => given[purpose].state !== 'blank');
