import type { SheetPlan } from '../../../spreadsheet/plan/sheetPlan.ts';
import type { ChangeSince } from '../../figures/change.ts';
import type { RollUp } from '../../load/rollUp.ts';
import type { RollUpContent } from '../parts/content.ts';
import type { Note } from '../parts/notesSheet.ts';
import { changeByPartSheet } from './changeByPart.ts';
import { changeByPartnerSheet, hasReturnedThen } from './changeByPartner.ts';
import { changeByQuestionSheet } from './changeByQuestion.ts';

/** The sheets of changes since the earlier round; none without an earlier round. */
export function changeSheets(content: RollUpContent, change: ChangeSince): readonly SheetPlan[] {
  const { previous } = content.rollUp;
  if (previous === undefined) return [];
  const since = `since round ${previous.round.round}`;
  return [
    changeByQuestionSheet(content, since, change),
    changeByPartSheet(content, since, change),
    changeByPartnerSheet(content, since, change),
  ];
}

/** Whether the mark for a changed question occurs. */
export const hasChanged = ({ questions }: ChangeSince): boolean =>
  questions.some(({ counts }) => counts['question-changed'] > 0);

/** Notes on these sheets; empty if there are none. */
export function describeChange(rollUp: RollUp): readonly Note[] {
  const { previous, partners } = rollUp;
  if (previous === undefined) return [];
  const both = partners.filter((partner) => partner.result !== undefined && hasReturnedThen(partner)).length;
  const leftOut = previous.leftOut.length;
  return [
    [
      'Change',
      `Change, Change by part and Change by partner compare with round ${previous.round.round}: ${both} of ${partners.length} partners returned in both rounds, matched by their codes${describePredecessors(previous)}${leftOut === 0 ? '' : `; ${leftOut} who returned then ${leftOut === 1 ? 'is' : 'are'} not in this round`}. Only questions with the same wording in both rounds are compared. Up is towards the best level of the scale. Two rounds do not make a trend; the people who answered may have changed, too.`,
    ],
  ];
}

/** `, and A7 with its predecessor A3`. */
function describePredecessors({ predecessors }: NonNullable<RollUp['previous']>): string {
  const successors = new Set(predecessors.map(({ successor }) => successor));
  if (successors.size === 0) return '';
  const pairs = [...successors].map((code) => {
    const before = predecessors.filter(({ successor }) => successor === code).map(({ partner }) => partner.code);
    return `${code} with ${before.join(' and ')}`;
  });
  return `, or by what became of partners: ${pairs.join(', ')}. Who has no answers of its own of then, and one predecessor, is compared with that one everywhere; the others only in Change by partner`;
}
