import type { Instrument } from '../../instrument/model/schema.ts';
import {
  countedLevel,
  type ItemInContext,
  scaleOf,
  scoredScaleOf,
  scoreFieldOf,
} from '../../instrument/model/traverse.ts';
import { reviewFields } from '../../instrument/reviewInstrument.ts';
import { areaKey } from '../../partners/sharedAreas.ts';
import { readLevel } from '../../response/readLevel.ts';
import {
  type Answer,
  answered,
  answerOf,
  asTyped,
  blank,
  isFilledIn,
  type Response,
  typedValue,
} from '../../response/response.ts';
import type { Reviews } from '../../rounds/returns/loadReviews.ts';
import type { AnswerChange } from '../../rounds/returns/shownAnswers.ts';
import type { Band } from '../../scoring/bands.ts';
import { type PartScores, partScorer, scoredItems, scoreOf } from '../../scoring/scorecard.ts';
import { type ReturnedResult, type RollUp, returned } from '../load/rollUp.ts';

/** The second opinion on one partner. */
export interface PartnerReview {
  readonly partner: ReturnedResult;
  /** Positions by the assessor's levels. */
  readonly assessed: PartScores;
  /** Every question on which the assessor said something, in the order of the instrument. */
  readonly questions: readonly ReviewedQuestion[];
}

export interface ReviewedQuestion extends ItemInContext {
  readonly self: Answer;
  readonly assessor: Answer;
  /** Steps of the scale by which the assessor's level is better; undefined unless both gave a level. */
  readonly gap: number | undefined;
  readonly quality: string | undefined;
  readonly recommendation: string | undefined;
  /** The level on which both agreed or, without that, on which the partners of the area agreed. */
  readonly agreed: Answer;
  /** What the assessor saw instead, if that is not what counts now. */
  readonly change: AnswerChange | undefined;
}

/** The second opinions that came back and say something, in the order of the partners. */
export function partnerReviews(rollUp: RollUp): readonly PartnerReview[] {
  const { reviews } = rollUp;
  if (reviews === undefined) return [];
  const score = partScorer(reviews.instrument);
  return returned(rollUp).flatMap((partner) => {
    const response = reviews.byPartner.get(partner.partner.code);
    if (response === undefined) return [];
    const questions = reviewedQuestions(rollUp, reviews, partner, response);
    return questions.length === 0 ? [] : [{ partner, assessed: score(response), questions }];
  });
}

function reviewedQuestions(
  { instrument, agreed: byAreas = [] }: RollUp,
  { instrument: reviewing, outdated }: Reviews,
  { partner, result }: ReturnedResult,
  response: Response,
): readonly ReviewedQuestion[] {
  const contexts = new Map(scoredItems(reviewing).map((context) => [context.item.key, context]));
  const own = byAreas.filter(
    ({ area }) => partner.areaCode !== undefined && areaKey(area) === areaKey(partner.areaCode),
  );
  const changes = new Map(
    outdated.find((one) => one.partner.code === partner.code)?.changes.map((change) => [change.item, change]),
  );
  const scale = scoredScaleOf(instrument);
  const steps = (answer: Answer): number =>
    answer.state === 'answered' ? scale.options.findIndex(({ level }) => level === answer.value) : -1;
  return scoredItems(instrument).flatMap((context) => {
    const { key } = context.item;
    const review = contexts.get(key);
    const assessor = review === undefined ? blank : asTyped(scoreOf(response, review));
    const said = (field: string): string | undefined => {
      const value = typedValue(answerOf(response, key, field));
      return value === undefined ? undefined : String(value);
    };
    const [quality, recommendation] = [said(reviewFields.quality), said(reviewFields.recommendation)];
    const both = agreedIn(instrument, context, answerOf(response, key, reviewFields.agreed));
    const agreed = both.state === 'blank' ? (own.find(({ item }) => item === key)?.answer ?? blank) : both;
    if (
      [assessor, both].every((answer) => !isFilledIn(answer)) &&
      quality === undefined &&
      recommendation === undefined
    )
      return [];
    const self = scoreOf(result.response, context);
    const [before, after] = [steps(self), steps(assessor)];
    const gap = before < 0 || after < 0 ? undefined : after - before;
    return [{ ...context, self, assessor, gap, quality, recommendation, agreed, change: changes.get(key) }];
  });
}

/** The agreed level, as the scorecard counts it. Workbooks of earlier versions offered it in words, as in `2 Adequate`. */
function agreedIn(instrument: Instrument, { section }: ItemInContext, answer: Answer): Answer {
  const [typed, field] = [typedValue(answer), scoreFieldOf(section)];
  if (typed === undefined || field === undefined) return answer;
  const level = typeof typed === 'number' ? typed : readLevel(scaleOf(instrument, field), typed);
  return level === undefined ? blank : answered(countedLevel(field, level));
}

/** What a review of one partner comes to. */
export interface ReviewSummary {
  readonly self: Band;
  readonly assessed: Band;
  readonly reviewed: number;
  readonly higher: number;
  readonly lower: number;
  readonly same: number;
  readonly agreed: number;
  /** Questions of which the assessor saw another answer than the one that counts now. */
  readonly changed: number;
}

export function summariseReview({ partner, assessed, questions }: PartnerReview): ReviewSummary {
  const gaps = questions.flatMap(({ gap }) => gap ?? []);
  return {
    self: partner.result.scorecard.overall.band,
    assessed: assessed.overall.band,
    reviewed: questions.filter(({ assessor: { state } }) => state === 'answered' || state === 'not-applicable').length,
    higher: gaps.filter((gap) => gap > 0).length,
    lower: gaps.filter((gap) => gap < 0).length,
    same: gaps.filter((gap) => gap === 0).length,
    agreed: questions.filter(({ agreed }) => agreed.state !== 'blank').length,
    changed: questions.filter(({ change }) => change !== undefined).length,
  };
}
