import type { Instrument } from '../../instrument/model/schema.ts';
import { hasConditions, type ItemInContext } from '../../instrument/model/traverse.ts';
import type { Answer } from '../../response/response.ts';
import { ownScoreOf, scoreOf } from '../../scoring/scorecard.ts';
import type { WorkbookContent } from '../layout/content.ts';

/** The words in the state column for an item without a level. */
export const stateNames = { notApplicable: 'Not applicable', unanswered: 'Unanswered' } as const;

/** The same for an item that is not asked, because a condition of the definition is not met. */
export const notAskedState = 'Does not apply';

/** The words for items without a level that an instrument may have. */
export const stateWords = (instrument: Instrument): readonly string[] => [
  ...Object.values(stateNames),
  ...(hasConditions(instrument) ? [notAskedState] : []),
];

/** The words for items that do not count. */
export const inapplicableWords = (instrument: Instrument): readonly string[] =>
  stateWords(instrument).filter((word) => word !== stateNames.unanswered);

/** The level of an item in the scorecard's scale, or the word for why it has none. */
export const stateOf = ({ response }: WorkbookContent, item: ItemInContext): number | string =>
  stateIn(scoreOf(response, item));

/** The same by the scale of its own section. */
export const ownStateOf = ({ response }: WorkbookContent, item: ItemInContext): number | string =>
  stateIn(ownScoreOf(response, item));

const stateIn = (score: Answer): number | string => (score.state === 'answered' ? Number(score.value) : wordOf(score));

/** Why an item has no level. */
export function wordOf({ state }: Answer): string {
  if (state === 'does-not-apply') return notAskedState;
  return state === 'not-applicable' ? stateNames.notApplicable : stateNames.unanswered;
}
