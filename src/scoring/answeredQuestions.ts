import type { Instrument } from '../instrument/model/schema.ts';
import { answerFieldOf, itemsOf } from '../instrument/model/traverse.ts';
import { answerOf, isNoGap, type Response } from '../response/response.ts';

/**
 * How many questions of all sections are answered, including those that the scorecard does not count. The counts are of
 * items.
 */
export interface AnsweredQuestions {
  readonly answered: number;
  /** Blank or unreadable. */
  readonly unanswered: number;
  readonly notApplicable: number;
}

/** Questions that the answered edition did not ask, and optional ones left blank, are not counted. */
export function answeredQuestions(instrument: Instrument, response: Response): AnsweredQuestions {
  const states = itemsOf(instrument).flatMap((context) => {
    const answer = answerOf(response, context.item.key, answerFieldOf(context).key);
    return isNoGap(answer) ? [] : [answer.state];
  });
  const answered = states.filter((state) => state === 'answered').length;
  const notApplicable = states.filter((state) => state === 'not-applicable' || state === 'does-not-apply').length;
  return { answered, notApplicable, unanswered: states.length - answered - notApplicable };
}

/**
 * The coverage of a whole return: the share of the applicable questions that are answered, 0 to 1; undefined if none
 * applies.
 */
export function returnCoverage(instrument: Instrument, response: Response): number | undefined {
  const { answered, unanswered } = answeredQuestions(instrument, response);
  return answered + unanswered === 0 ? undefined : answered / (answered + unanswered);
}
