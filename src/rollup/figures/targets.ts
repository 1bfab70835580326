import type { Instrument, ScaleOption } from '../../instrument/model/schema.ts';
import { scoredScaleOf } from '../../instrument/model/traverse.ts';
import { scoredItems, scoreOf } from '../../scoring/scorecard.ts';
import { gapOf, placeOf, targetOf } from '../../scoring/targets.ts';
import { type RollUp, returned } from '../load/rollUp.ts';
import type { QuestionCounts } from './questions.ts';

/** How one question is to be answered, and by how many partners it is not. */
export interface BelowTarget {
  readonly target: ScaleOption;
  /** Number of levels below the target. */
  readonly levels: number;
  /** Number of partners with an answer at one of these. */
  readonly partners: number;
}

/** Undefined if the question has no target. */
export function belowTarget(instrument: Instrument, question: QuestionCounts): BelowTarget | undefined {
  const level = targetOf(instrument, question);
  if (level === undefined) return undefined;
  const levels = placeOf(instrument, level);
  const target = scoredScaleOf(instrument).options[levels];
  if (target === undefined) return undefined;
  const partners = [...question.tally.levels.values()].slice(0, levels).reduce((sum, count) => sum + count, 0);
  return { target, levels, partners };
}

/** Whether some target is above the second level: what is below others is at the lowest, among the weakest questions. */
export const hasHighTargets = (instrument: Instrument): boolean =>
  scoredItems(instrument).some((context) => {
    const target = targetOf(instrument, context);
    return target !== undefined && placeOf(instrument, target) > 1;
  });

/** A question with a target that somebody has not reached. */
export interface QuestionBelow extends BelowTarget {
  readonly question: QuestionCounts;
}

/** The largest share of partners below the target first, then the largest number; ties in the order of the instrument. */
export const furthestBelow = (instrument: Instrument, questions: readonly QuestionCounts[]): readonly QuestionBelow[] =>
  questions
    .flatMap((question) => {
      const below = belowTarget(instrument, question);
      return below === undefined || below.partners === 0 ? [] : [{ ...below, question }];
    })
    .toSorted((a, b) => shareBelow(b) - shareBelow(a) || b.partners - a.partners);

const shareBelow = ({ partners, question }: QuestionBelow): number => partners / question.answered;

/** Counts of partners, or of their answers, that have a target, and of those below it. */
export interface TargetCount {
  readonly all: number;
  readonly below: number;
}

/** The partners that answered a question with a target; below it are those that are so in any question. */
export function countTargets(rollUp: RollUp): { readonly partners: TargetCount; readonly answers: TargetCount } {
  const items = scoredItems(rollUp.instrument);
  const gaps = returned(rollUp).map(({ result }) =>
    items.flatMap((context) => gapOf(rollUp.instrument, context, scoreOf(result.response, context)) ?? []),
  );
  const isBelow = (gap: number): boolean => gap > 0;
  const answers = gaps.flat();
  return {
    partners: {
      all: gaps.filter(({ length }) => length > 0).length,
      below: gaps.filter((own) => own.some(isBelow)).length,
    },
    answers: { all: answers.length, below: answers.filter(isBelow).length },
  };
}
