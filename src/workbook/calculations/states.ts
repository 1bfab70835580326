import type { Instrument } from '../../instrument/model/schema.ts';
import { hasConditions, type ItemInContext, mayLeaveBlank } from '../../instrument/model/traverse.ts';
import { isReview } from '../../instrument/reviewInstrument.ts';
import { type Answer, isOptionalBlank } from '../../response/response.ts';
import { ownScoreOf, scoreOf } from '../../scoring/scorecard.ts';
import type { WorkbookContent } from '../layout/content.ts';

/** The words in the state column for an item without a level. */
export const stateNames = { notApplicable: 'Not applicable', unanswered: 'Unanswered' } as const;

/** The same for an item that may be left blank, and is. */
export const optionalState = 'Optional, blank';

/** The same for an item that is not asked: a condition is not met or, in a review, the partner gave nothing to judge. */
export const notAskedState = (instrument: Instrument): string =>
  isReview(instrument) ? 'Nothing to judge' : 'Does not apply';

/** The words for items without a level that an instrument may have. */
export const stateWords = (instrument: Instrument): readonly string[] => [
  ...Object.values(stateNames),
  ...(hasConditions(instrument) || isReview(instrument) ? [notAskedState(instrument)] : []),
  ...(mayLeaveBlank(instrument) ? [optionalState] : []),
];

/** The words for items that do not count. */
export const uncountedWords = (instrument: Instrument): readonly string[] =>
  stateWords(instrument).filter((word) => word !== stateNames.unanswered);

/** The words for those of them that do not apply. */
export const inapplicableWords = (instrument: Instrument): readonly string[] =>
  uncountedWords(instrument).filter((word) => word !== optionalState);

/** The level of an item in the scorecard's scale, or the word for why it has none. */
export const stateOf = ({ instrument, response }: WorkbookContent, item: ItemInContext): number | string =>
  stateIn(instrument, scoreOf(response, item));

/** The same by the scale of its own section. */
export const ownStateOf = ({ instrument, response }: WorkbookContent, item: ItemInContext): number | string =>
  stateIn(instrument, ownScoreOf(response, item));

const stateIn = (instrument: Instrument, score: Answer): number | string =>
  score.state === 'answered' ? Number(score.value) : wordOf(instrument, score);

/** Why an item has no level. */
export function wordOf(instrument: Instrument, answer: Answer): string {
  const { state } = answer;
  if (isOptionalBlank(answer)) return optionalState;
  if (state === 'does-not-apply') return notAskedState(instrument);
  return state === 'not-applicable' ? stateNames.notApplicable : stateNames.unanswered;
}
