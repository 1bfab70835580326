import type { ItemInContext } from '../../instrument/model/traverse.ts';
import { scoredScaleOf } from '../../instrument/model/traverse.ts';
import type { Partner } from '../../partners/partner.ts';
import { isNotAsked, isOptionalBlank } from '../../response/response.ts';
import { answeredOf, type Tally } from '../../scoring/position.ts';
import { scoredItems, scoreOf } from '../../scoring/scorecard.ts';
import { tallyOf } from '../../scoring/tally.ts';
import { type RollUp, returned } from '../load/rollUp.ts';
import { median } from './median.ts';

/** How partners answered one question. The counts are of partners. */
export interface QuestionTally {
  readonly tally: Tally;
  /** Partners that answered an edition without the question. */
  readonly notAsked: number;
  /** Partners that left it blank, as they may. */
  readonly optional: number;
}

/** The figures of one question, over the partners that returned. */
export interface QuestionFigures extends ItemInContext, QuestionTally {
  readonly answered: number;
  /** Share of the answers at the lowest level, 0 to 1; undefined if nobody answered. */
  readonly lowestShare: number | undefined;
  /** The median level, not rounded; undefined if nobody answered. */
  readonly median: number | undefined;
}

/** The same with the partners at the lowest level. */
export interface QuestionCounts extends QuestionFigures {
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
    return {
      ...questionFigures(context, {
        tally,
        notAsked: scores.filter(({ score }) => isNotAsked(score)).length,
        optional: scores.filter(({ score }) => isOptionalBlank(score)).length,
      }),
      atLowest: atLowest.map(({ partner }) => partner),
    };
  });
}

export function questionFigures(context: ItemInContext, counts: QuestionTally): QuestionFigures {
  const answered = answeredOf(counts.tally);
  return {
    ...context,
    ...counts,
    answered,
    lowestShare: answered === 0 ? undefined : lowestOf(counts) / answered,
    median: median(counts.tally),
  };
}

/** Partners at the lowest and at the highest level. */
export const lowestOf = ({ tally }: QuestionTally): number => [...tally.levels.values()].at(0) ?? 0;
const highestOf = ({ tally }: QuestionTally): number => [...tally.levels.values()].at(-1) ?? 0;

/**
 * The largest share at the lowest level first, then the largest number there; ties in the order of the instrument, and
 * questions without an answer last.
 */
export const byWeakness = <T extends QuestionFigures>(questions: readonly T[]): readonly T[] =>
  questions.toSorted((a, b) => (b.lowestShare ?? -1) - (a.lowestShare ?? -1) || lowestOf(b) - lowestOf(a));

/** Questions with a partner at the lowest level, the weakest first. */
export const weakestFirst = <T extends QuestionFigures>(questions: readonly T[]): readonly T[] =>
  byWeakness(questions.filter((question) => lowestOf(question) > 0));

export interface StrongQuestion {
  /** Partners at the highest level. */
  readonly atHighest: number;
  /** Share of the answers at the highest level, 0 to 1. */
  readonly highestShare: number;
}

/**
 * Questions with more partners at the highest level than at the lowest, the largest share at the highest first; ties in
 * the order of the instrument.
 */
export const strongestFirst = <T extends QuestionFigures>(questions: readonly T[]): readonly (T & StrongQuestion)[] =>
  questions
    .map((question) => ({ ...question, atHighest: highestOf(question) }))
    .filter((question) => question.atHighest > lowestOf(question))
    .map((question) => ({ ...question, highestShare: question.atHighest / question.answered }))
    .toSorted((a, b) => b.highestShare - a.highestShare || b.atHighest - a.atHighest);
