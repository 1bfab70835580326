import { krippendorffAlpha } from './krippendorff.ts';

/**
 * How far several raters of the same things agree: figures that are meaningful even where alpha is not (practice G11).
 */
export interface Agreement {
  /** Pairs of ratings of the same thing. */
  readonly pairs: number;
  /** Share of the pairs that are equal, 0 to 1. */
  readonly exact: number;
  /** Share of the pairs that are at most one step of the scale apart, 0 to 1. */
  readonly withinOne: number;
  /** Mean of the differences of the pairs, in steps of the scale. */
  readonly meanDifference: number;
  /** Krippendorff's alpha for ordinal values; undefined if it cannot be calculated. */
  readonly alpha: number | undefined;
}

/**
 * @param units For each thing rated, its ratings as steps of the scale.
 * @returns undefined when nothing was rated twice.
 */
export function agreementOf(units: readonly (readonly number[])[]): Agreement | undefined {
  const differences = units.flatMap(differencesOf);
  const pairs = differences.length;
  if (pairs === 0) return undefined;
  return {
    pairs,
    exact: exactAgreement(differences),
    withinOne: differences.filter((difference) => difference <= 1).length / pairs,
    meanDifference: differences.reduce((total, difference) => total + difference, 0) / pairs,
    alpha: krippendorffAlpha(units),
  };
}

/** The difference of each pair of ratings of one thing, in steps of the scale. */
export const differencesOf = (steps: readonly number[]): readonly number[] =>
  steps.flatMap((one, index) => steps.slice(index + 1).map((other) => Math.abs(one - other)));

/** Share of the pairs that are equal, 0 to 1, where there are any. */
export const exactAgreement = (differences: readonly number[]): number =>
  differences.filter((difference) => difference === 0).length / differences.length;
