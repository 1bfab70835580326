import { isWithin, usualLimits } from '../../instrument/model/numbers.ts';
import { ownProperty } from '../../instrument/model/ownProperty.ts';
import type { Condition, Field, Instrument, NumberField, Section } from '../../instrument/model/schema.ts';
import {
  type Answer,
  type Answers,
  blank,
  isOptionalBlank,
  isTakenAway,
  type Response,
} from '../../response/response.ts';
import { tidyText } from '../../response/tidyText.ts';
import { brokenComparison, isJump } from '../figures/brokenChecks.ts';
import { type Figures, figuresIn } from '../figures/figuresIn.ts';
import { meetsCondition } from '../rules.ts';
import {
  concerns,
  type Demand,
  demandsOf,
  type Relation,
  type Requirement,
  type RequirementKind,
  type RequirementOf,
  relationsOf,
  requirementsOn,
} from './requirements.ts';

/** A requirement that a row does not meet, and its number among those on its section, counted from 1. */
export interface UnmetRequirement {
  readonly number: number;
  readonly requirement: Requirement;
}

/** Finds the requirements that a row does not meet, in their order; the workbook's formulas find the same. */
export type RowCheck = (
  section: Section,
  answers: Answers,
  row?: { readonly entry?: number; readonly item?: string },
) => readonly UnmetRequirement[];

/** Returns a function that checks the rows of one response after the other: what is required is the same for all. */
export function rowChecks(instrument: Instrument): (response: Response) => RowCheck {
  const requirements = new Map(
    instrument.sections.map((section) => [section.key, requirementsOn(instrument, section)]),
  );
  return (response) => checkRows(instrument, requirements, response);
}

function checkRows(
  instrument: Instrument,
  requirements: ReadonlyMap<string, readonly Requirement[]>,
  response: Response,
): RowCheck {
  const found = relatedRows(instrument, response);
  const figures = figuresIn(instrument, response);
  return (section, answers, { entry = 0, item = '' } = {}) => {
    const last = response.lastFigures?.[item] ?? {};
    const own = new Set(section.fields.map(({ key }) => key));
    const asksFor = (field: string): boolean =>
      (own.has(field) || answers.has(field)) && answerIn(answers, field).state !== 'does-not-apply';
    return (isTakenAway(answers) ? [] : (requirements.get(section.key) ?? [])).flatMap((requirement, index) =>
      concerns(requirement, { item, asksFor }) &&
      isUnmet(requirement, { answers, entry, last, found, instrument, figures })
        ? [{ number: index + 1, requirement }]
        : [],
    );
  };
}

interface RelatedRows {
  /** By relation: the owner's rows by identity; the first of each. */
  readonly owners: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** By demand: the identities of the rows that serve it. */
  readonly served: ReadonlyMap<string, ReadonlySet<string>>;
}

interface Row {
  readonly answers: Answers;
  /** Number of the row, counted from 1; meaningless for items. */
  readonly entry: number;
  /** Its numbers in the last round, by field. */
  readonly last: Readonly<Record<string, number>>;
  readonly found: RelatedRows;
  readonly instrument: Instrument;
  /** Those of the whole response. */
  readonly figures: Figures;
}

function relatedRows(instrument: Instrument, { entries }: Response): RelatedRows {
  const owners = relationsOf(instrument).map((relation): [string, ReadonlyMap<string, number>] => {
    const first = new Map<string, number>();
    for (const { entry, answers } of entries.get(relation.owner.key) ?? []) {
      const identity = identityIn(answers, relation.by);
      if (identity !== undefined && !first.has(identity)) first.set(identity, entry);
    }
    return [relationKey(relation), first];
  });
  const served = demandsOf(instrument).map((demand): [string, ReadonlySet<string>] => {
    const serving = (entries.get(demand.relation.child.key) ?? []).filter(({ answers }) => serves(answers, demand));
    return [
      demandKey(demand),
      new Set(serving.flatMap(({ answers }) => identityIn(answers, demand.relation.by) ?? [])),
    ];
  });
  return { owners: new Map(owners), served: new Map(served) };
}

const relationKey = ({ child, owner }: Relation): string => JSON.stringify([child.key, owner.key]);
const demandKey = ({ relation, when, needs }: Demand): string =>
  JSON.stringify([relationKey(relation), when, needs.map(({ key }) => key)]);

/** Whether a row is of the kind that another row must have, with the required fields filled in. */
export const serves = (
  answers: Answers,
  { when, needs }: { readonly when: Condition; readonly needs: readonly Field[] },
): boolean => meetsCondition(answers, when) && needs.every(({ key }) => isGiven(answers, key));

function isUnmet(requirement: Requirement, row: Row): boolean {
  // The record has the function for each kind; the compiler cannot see that they match.
  const unmet = unmetBy[requirement.kind] as (requirement: Requirement, row: Row) => boolean;
  return unmet(requirement, row);
}

const unmetBy: { readonly [Kind in RequirementKind]: (requirement: RequirementOf<Kind>, row: Row) => boolean } = {
  answered: ({ field }, { answers }) =>
    (!isGiven(answers, field.key) && !isOptionalBlank(answerIn(answers, field.key))) ||
    isUnreadable(answers, field.key),
  readable: ({ field }, { answers }) => isUnreadable(answers, field.key),
  reason: ({ field, score }, { answers }) =>
    answerIn(answers, score.key).state === 'not-applicable' && !isGiven(answers, field.key),
  filled: ({ field }, { answers }) => !isGiven(answers, field.key),
  needed: ({ field, when }, { answers }) => meetsCondition(answers, when) && !isGiven(answers, field.key),
  allowed: ({ not, when }, { answers }) => meetsCondition(answers, when) && meetsCondition(answers, not),
  usual: ({ field, figure }, { answers }) =>
    isUnusual(figure, answerIn(answers, figure.key)) && !isGiven(answers, field.key),
  compared: ({ section, comparison }, { answers, instrument, figures }) =>
    brokenComparison({ instrument, section, figures }, comparison, answers) !== undefined,
  explained: ({ field, section, jump }, { answers, last }) =>
    isJump(section, jump, answers, ownProperty(last, jump.figure)) && !isGiven(answers, field.key),
  'followed up': ({ action, missing }, { answers }) =>
    isGiven(answers, action.key) && missing.every(({ key }) => !isGiven(answers, key)),
  distinct: ({ relation }, { answers, entry, found }) => {
    const identity = identityIn(answers, relation.by);
    return identity !== undefined && (found.owners.get(relationKey(relation))?.get(identity) ?? entry) < entry;
  },
  belonging: ({ relation }, { answers, found }) => {
    const identity = identityIn(answers, relation.by);
    return identity === undefined || found.owners.get(relationKey(relation))?.has(identity) !== true;
  },
  served: ({ demand }, { answers, found }) => {
    const identity = identityIn(answers, demand.relation.by);
    return identity === undefined || found.served.get(demandKey(demand))?.has(identity) !== true;
  },
};

/** Whether a number is beyond its usual limits. */
export function isUnusual(figure: NumberField, answer: Answer): boolean {
  const limits = usualLimits(figure);
  return limits !== undefined && answer.state === 'answered' && !isWithin(limits, Number(answer.value));
}

const answerIn = (answers: Answers, field: string): Answer => answers.get(field) ?? blank;
const isGiven = (answers: Answers, field: string): boolean => answerIn(answers, field).state !== 'blank';
const isUnreadable = (answers: Answers, field: string): boolean => answerIn(answers, field).state === 'unreadable';

/**
 * Characters of an answer by which rows are matched: the workbook joins several answers in a cell, which has its limit.
 */
export const maxMatchedCharacters = 250;

/** The answers by which rows are matched, in a common form; undefined if any of them is blank or unreadable. */
export const identityIn = (answers: Answers, by: readonly Field[]): string | undefined =>
  identityOf(by.map(({ key }) => answerIn(answers, key)));

function identityOf(values: readonly Answer[]): string | undefined {
  return values.every((answer) => answer.state === 'answered')
    ? JSON.stringify(values.map(({ value }) => tidyText(String(value)).slice(0, maxMatchedCharacters).toLowerCase()))
    : undefined;
}
