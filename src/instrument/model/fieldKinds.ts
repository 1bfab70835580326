import type { Field, FieldKind } from './schema.ts';

/** What holds for every field of a kind. */
interface FieldTraits {
  /** Whether people answer in their own words. */
  readonly isFreeText: boolean;
  /** Whether the answer is the partner's own, in words or figures, so that somebody could recognise the partner by it. */
  readonly isOwn: boolean;
  /** Whether the answer is a day of the calendar, as `YYYY-MM-DD`. */
  readonly isDay: boolean;
  /** Whether "not applicable" can be the answer. */
  readonly canBeNotApplicable: boolean;
  /** Whether the answer can be a fact that is known before it is asked for. A score is a judgement. */
  readonly canBeGiven: boolean;
  /** How a response holds the value of an answer. */
  readonly value: 'number' | 'text';
  /** Whether it follows from other answers, so that nobody is asked for it. */
  readonly isComputed: boolean;
}

export const fieldTraits: { readonly [Kind in FieldKind]: FieldTraits } = {
  score: {
    isFreeText: false,
    isOwn: false,
    isDay: false,
    canBeNotApplicable: true,
    canBeGiven: false,
    value: 'number',
    isComputed: false,
  },
  text: {
    isFreeText: true,
    isOwn: true,
    isDay: false,
    canBeNotApplicable: false,
    canBeGiven: true,
    value: 'text',
    isComputed: false,
  },
  date: {
    isFreeText: false,
    isOwn: false,
    isDay: true,
    canBeNotApplicable: false,
    canBeGiven: true,
    value: 'text',
    isComputed: false,
  },
  choice: {
    isFreeText: false,
    isOwn: false,
    isDay: false,
    canBeNotApplicable: false,
    canBeGiven: true,
    value: 'text',
    isComputed: false,
  },
  'yes-no': {
    isFreeText: false,
    isOwn: false,
    isDay: false,
    canBeNotApplicable: false,
    canBeGiven: true,
    value: 'text',
    isComputed: false,
  },
  link: {
    isFreeText: false,
    isOwn: true,
    isDay: false,
    canBeNotApplicable: false,
    canBeGiven: true,
    value: 'text',
    isComputed: false,
  },
  choices: {
    isFreeText: false,
    isOwn: false,
    isDay: false,
    canBeNotApplicable: false,
    canBeGiven: true,
    value: 'text',
    isComputed: false,
  },
  number: {
    isFreeText: false,
    isOwn: true,
    isDay: false,
    canBeNotApplicable: false,
    canBeGiven: true,
    value: 'number',
    isComputed: false,
  },
  computed: {
    isFreeText: false,
    isOwn: true,
    isDay: false,
    canBeNotApplicable: false,
    canBeGiven: false,
    value: 'number',
    isComputed: true,
  },
};

export const isFreeText = ({ kind }: Pick<Field, 'kind'>): boolean => fieldTraits[kind].isFreeText;

export const isOwn = ({ kind }: Pick<Field, 'kind'>): boolean => fieldTraits[kind].isOwn;

export const isComputed = ({ kind }: Pick<Field, 'kind'>): boolean => fieldTraits[kind].isComputed;

export type FieldOf<Kind extends FieldKind> = Extract<Field, { readonly kind: Kind }>;

/**
 * One function for each kind of field. Stages do what differs between kinds through such records, so that the compiler
 * lists what a new kind needs.
 */
export type ByKind<Rest extends readonly unknown[], Result> = {
  readonly [Kind in FieldKind]: (field: FieldOf<Kind>, ...rest: Rest) => Result;
};

/** Calls the function for the kind of the field. */
export function byKind<Rest extends readonly unknown[], Result>(
  functions: ByKind<Rest, Result>,
  field: Field,
  ...rest: Rest
): Result {
  // The record has the function for each kind; the compiler does not see that the field is of the same kind.
  const own = functions[field.kind] as (field: Field, ...rest: Rest) => Result;
  return own(field, ...rest);
}
