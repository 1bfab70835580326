import { hasConditions, type ItemInContext, mayLeaveBlank } from '../../instrument/model/traverse.ts';
import { isReview } from '../../instrument/reviewInstrument.ts';
import { type Answer, isOptionalBlank } from '../../response/response.ts';
import { ownScoreOf, scoreOf } from '../../scoring/scorecard.ts';
import type { WorkbookContent } from '../layout/content.ts';

type Speaking = Pick<WorkbookContent, 'words' | 'instrument'>;

/**
 * The word in the state column for an item that is not asked: a condition is not met or, in a review, the partner gave
 * nothing to judge.
 */
export const notAskedState = ({ words: { states }, instrument }: Speaking): string =>
  isReview(instrument) ? states.nothingToJudge : states.notAsked;

/** The words for items without a level that an instrument may have. */
export const stateWords = (content: Speaking): readonly string[] => {
  const { instrument, words } = content;
  return [
    words.states.notApplicable,
    words.states.unanswered,
    ...(hasConditions(instrument) || isReview(instrument) ? [notAskedState(content)] : []),
    ...(mayLeaveBlank(instrument) ? [words.states.optional] : []),
  ];
};

/** The words for items that do not count. */
export const uncountedWords = (content: Speaking): readonly string[] =>
  stateWords(content).filter((word) => word !== content.words.states.unanswered);

/** The words for those of them that do not apply. */
export const inapplicableWords = (content: Speaking): readonly string[] =>
  uncountedWords(content).filter((word) => word !== content.words.states.optional);

/** The level of an item in the scorecard's scale, or the word for why it has none. */
export const stateOf = (content: WorkbookContent, item: ItemInContext): number | string =>
  stateIn(content, scoreOf(content.response, item));

/** The same by the scale of its own section. */
export const ownStateOf = (content: WorkbookContent, item: ItemInContext): number | string =>
  stateIn(content, ownScoreOf(content.response, item));

const stateIn = (content: Speaking, score: Answer): number | string =>
  score.state === 'answered' ? Number(score.value) : wordOf(content, score);

/** Why an item has no level. */
export function wordOf(content: Speaking, answer: Answer): string {
  const { states } = content.words;
  if (isOptionalBlank(answer)) return states.optional;
  if (answer.state === 'does-not-apply') return notAskedState(content);
  return answer.state === 'not-applicable' ? states.notApplicable : states.unanswered;
}
