import type { ItemInContext } from '../../instrument/model/traverse.ts';
import { scoreOf } from '../../scoring/scorecard.ts';
import type { WorkbookContent } from '../layout/content.ts';

/** The words in the state column for an item without a level. */
export const stateNames = { notApplicable: 'Not applicable', unanswered: 'Unanswered' } as const;

/** The level of an item, or the word for why it has none. */
export function stateOf({ response }: WorkbookContent, item: ItemInContext): number | string {
  const score = scoreOf(response, item);
  if (score.state === 'answered') return Number(score.value);
  return score.state === 'not-applicable' ? stateNames.notApplicable : stateNames.unanswered;
}
