import { returnCoverage } from '../scoring/answeredQuestions.ts';
import { type Scorecard, scorecardOf } from '../scoring/scorecard.ts';
import { explainedWarnings } from '../workbook/read/readExplanations.ts';
import { printsOf } from './compare/prints.ts';
import type { PlacedReturn } from './placeInRound.ts';
import type { ReadReturn } from './readReturn.ts';
import type { AcceptedOutcome } from './record/outcome.ts';

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

/** What is recorded of a return that is accepted: all that its workbook says, and what that scores in its round. */
export function acceptedOutcome(read: ReadReturn, scored: ScoredReturn): AcceptedOutcome {
  const { instrument, coverage, scorecard, findings, response, round, partner } = scored;
  const warnings = explainedWarnings(instrument, response, findings, read.explanations);
  return {
    status: 'accepted',
    workbook: read.stamp.workbook,
    response: read.response,
    prints: printsOf(read.instrument, read.response),
    coverage,
    band: scorecard.overall.band,
    findings,
    ...(warnings.length === 0
      ? {}
      : { explained: { round: { round, instrument: instrument.key }, partner, warnings } }),
  };
}
