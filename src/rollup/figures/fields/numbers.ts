import { decimalsOf } from '../../../instrument/model/numbers.ts';
import type { Section } from '../../../instrument/model/schema.ts';
import { type FigureField, fieldOf, isComputedField, isFigureField } from '../../../instrument/model/traverse.ts';
import type { Answers } from '../../../response/response.ts';
import type { Grouping } from '../../load/groups.ts';
import { groupsOf } from '../../load/groups.ts';
import { type PartnerResult, type ReturnedResult, type RollUp, returned } from '../../load/rollUp.ts';
import { noFigureMark } from './noFigure.ts';
import { rowsOf, type Subject, subjectsOf } from './subjects.ts';

/** What a group of partners answered to a field that takes numbers, or what was computed from it. */
export interface NumberFigures {
  readonly subject: Subject;
  readonly field: FigureField;
  /** The name of the group; undefined for all partners. */
  readonly group: string | undefined;
  /** Partners with a return. */
  readonly returned: number;
  /** Partners with at least one number. */
  readonly partners: number;
  /** Numbers: as many as partners for an item. */
  readonly count: number;
  /** A number that is missing is left out, and is never zero; a mark says why there is none at all. */
  readonly figures: Distribution | string;
}

export interface Distribution {
  /** Undefined for percentages, which do not add up. */
  readonly sum: number | undefined;
  readonly lowerQuartile: number;
  readonly median: number;
  readonly upperQuartile: number;
  /** The mean, weighted by another field, of the answers that have both; undefined without a weight. */
  readonly weighted: number | undefined;
}

/** A quartile, median or mean as tables show it: with one decimal more than the numbers have. */
export const shownFigure = (field: FigureField, value: number): number => Number(value.toFixed(decimalsOf(field) + 1));

/** Figures of each number for all partners and, if there are several groups, for each of them. */
export function numberFigures(rollUp: RollUp, by: Grouping): readonly NumberFigures[] {
  const groups = groupsOf(rollUp.partners, by);
  const all: readonly (readonly [string | undefined, readonly PartnerResult[]])[] = [
    [undefined, rollUp.partners],
    ...(groups.length < 2 ? [] : groups.map(({ label, partners }) => [label, partners] as const)),
  ];
  const back = all.map(([group, partners]) => ({ group, results: returned({ ...rollUp, partners }) }));
  return rollUp.instrument.sections.flatMap((section) =>
    numberSubjects(section).flatMap(({ subject, field }) =>
      back.map(({ group, results }) => figuresOf(subject, field, group, results)),
    ),
  );
}

/** The figures of each number of a section's questions. */
export const itemNumbers = (section: Section, results: readonly ReturnedResult[]): readonly NumberFigures[] =>
  numberSubjects(section)
    .filter(({ subject }) => subject.item !== undefined)
    .map(({ subject, field }) => figuresOf(subject, field, undefined, results));

const numberSubjects = (section: Section): readonly Pick<NumberFigures, 'subject' | 'field'>[] =>
  subjectsOf(section).flatMap((subject) => subject.fields.filter(isFigureField).map((field) => ({ subject, field })));

function figuresOf(
  subject: Subject,
  field: FigureField,
  group: string | undefined,
  results: readonly ReturnedResult[],
): NumberFigures {
  const rows = results.map((result) => rowsOf(subject, result));
  const byPartner = rows.map((own) => own.flatMap((row) => weightedValue(row, field, subject.section) ?? []));
  const values = byPartner.flat();
  // Nobody is asked for rows: they do not apply to none.
  const asked = subject.item === undefined ? results.map(() => undefined) : rows.flat();
  return {
    ...{ subject, field, group, returned: results.length, count: values.length },
    partners: byPartner.filter((own) => own.length > 0).length,
    figures: values.length === 0 ? noFigureMark(asked, field.key) : distribution(field, values),
  };
}

/** The key of the field by which percentages are weighted: what they are shares of. */
export function weightOf(field: FigureField): string | undefined {
  if (!isComputedField(field)) return field.weightedBy;
  return field.as === 'percentage' && field.by === 'share' ? field.of[1] : undefined;
}

interface Weighted {
  readonly value: number;
  readonly weight: number | undefined;
}

function weightedValue(answers: Answers | undefined, field: FigureField, section: Section): Weighted | undefined {
  const value = numberIn(answers, field.key);
  const by = weightOf(field);
  const weight = by === undefined ? undefined : numberIn(answers, fieldOf(section, by).key);
  return value === undefined ? undefined : { value, weight };
}

function numberIn(answers: Answers | undefined, key: string): number | undefined {
  const answer = answers?.get(key);
  return answer?.state === 'answered' && typeof answer.value === 'number' ? answer.value : undefined;
}

function distribution({ as }: FigureField, given: readonly Weighted[]): Distribution {
  const values = given.map(({ value }) => value).toSorted((a, b) => a - b);
  const both = given.flatMap(({ value, weight }) => (weight === undefined ? [] : [{ value, weight }]));
  const weights = total(both.map(({ weight }) => weight));
  return {
    sum: as === 'percentage' ? undefined : total(values),
    lowerQuartile: quantile(values, 0.25),
    median: quantile(values, 0.5),
    upperQuartile: quantile(values, 0.75),
    weighted: weights === 0 ? undefined : total(both.map(({ value, weight }) => value * weight)) / weights,
  };
}

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/** As Excel's QUARTILE: between two values in order, in proportion to the distance. */
function quantile(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share;
  const [below, above] = [sorted[Math.floor(place)] ?? 0, sorted[Math.ceil(place)] ?? 0];
  return below + (above - below) * (place - Math.floor(place));
}
