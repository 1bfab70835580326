import { returnCoverage } from '../scoring/answeredQuestions.ts';
import { type Scorecard, scorecardOf } from '../scoring/scorecard.ts';
import type { PlacedReturn } from './placeInRound.ts';

/** A return with its positions. */
export interface ScoredReturn extends PlacedReturn {
  readonly scorecard: Scorecard;
  /** The share of the questions that apply which are answered, 0 to 1; undefined when none applies. */
  readonly coverage: number | undefined;
}

/** Scores a return by the instrument that its round has now. */
export const scoreReturn = (placed: PlacedReturn): ScoredReturn => ({
  ...placed,
  scorecard: scorecardOf(placed.instrument, placed.response),
  coverage: returnCoverage(placed.instrument, placed.response),
});
