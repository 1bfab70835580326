import type { ItemInContext } from '../../instrument/model/traverse.ts';
import { scoredScaleOf } from '../../instrument/model/traverse.ts';
import type { Partner } from '../../partners/partner.ts';
import { isNotAsked, isOptionalBlank } from '../../response/response.ts';
import { answeredOf, type Tally } from '../../scoring/position.ts';
import { scoredItems, scoreOf } from '../../scoring/scorecard.ts';
import { tallyOf } from '../../scoring/tally.ts';
import { type RollUp, returned } from '../load/rollUp.ts';
import { median } from './median.ts';

/** The counts of answers to one question, over the partners that returned. */
export interface QuestionCounts extends ItemInContext {
  /** The counts are of partners. */
  readonly tally: Tally;
  readonly answered: number;
  /** Partners that answered an edition without the question. */
  readonly notAsked: number;
  /** Partners that left it blank, as they may. */
  readonly optional: number;
  /** Share of the answers at the lowest level, 0 to 1; undefined if nobody answered. */
  readonly lowestShare: number | undefined;
  /** The median level, not rounded; undefined if nobody answered. */
  readonly median: number | undefined;
  /** Partners at the lowest level. */
  readonly atLowest: readonly Partner[];
}

export function countQuestions(rollUp: RollUp): readonly QuestionCounts[] {
  const scale = scoredScaleOf(rollUp.instrument);
  const lowest = scale.options.at(0)?.level;
  const results = returned(rollUp);
  return scoredItems(rollUp.instrument).map((context) => {
    const scores = results.map(({ partner, result }) => ({ partner, score: scoreOf(result.response, context) }));
    const tally = tallyOf(
      scale.options,
      scores.map(({ score }) => score),
    );
    const atLowest = scores.filter(({ score }) => score.state === 'answered' && score.value === lowest);
    const answered = answeredOf(tally);
    return {
      ...context,
      tally,
      answered,
      notAsked: scores.filter(({ score }) => isNotAsked(score)).length,
      optional: scores.filter(({ score }) => isOptionalBlank(score)).length,
      lowestShare: answered === 0 ? undefined : atLowest.length / answered,
      median: median(tally),
      atLowest: atLowest.map(({ partner }) => partner),
    };
  });
}

/**
 * The largest share at the lowest level first, then the largest number there; ties in the order of the instrument, and
 * questions without an answer last.
 */
export const byWeakness = (questions: readonly QuestionCounts[]): readonly QuestionCounts[] =>
  questions.toSorted((a, b) => (b.lowestShare ?? -1) - (a.lowestShare ?? -1) || b.atLowest.length - a.atLowest.length);

/** Questions with a partner at the lowest level, the weakest first. */
export const weakestFirst = (questions: readonly QuestionCounts[]): readonly QuestionCounts[] =>
  byWeakness(questions.filter(({ atLowest }) => atLowest.length > 0));

export interface StrongQuestion extends QuestionCounts {
  /** Partners at the highest level. */
  readonly atHighest: number;
  /** Share of the answers at the highest level, 0 to 1. */
  readonly highestShare: number;
}

/**
 * Questions with more partners at the highest level than at the lowest, the largest share at the highest first; ties in
 * the order of the instrument.
 */
export const strongestFirst = (questions: readonly QuestionCounts[]): readonly StrongQuestion[] =>
  questions
    .map((question) => ({ ...question, atHighest: [...question.tally.levels.values()].at(-1) ?? 0 }))
    .filter(({ atHighest, atLowest }) => atHighest > atLowest.length)
    .map((question) => ({ ...question, highestShare: question.atHighest / question.answered }))
    .toSorted((a, b) => b.highestShare - a.highestShare || b.atHighest - a.atHighest);
