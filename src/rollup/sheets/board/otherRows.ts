import type { Priorities } from '../../../instrument/model/schema.ts';
import { headerRow } from '../../../spreadsheet/plan/planTableSheet.ts';
import { describeDay } from '../../../time.ts';
import { minCases } from '../../disclosure/thresholds.ts';
import { countOverdue } from '../../figures/actions.ts';
import { prioritiesOf } from '../../figures/priorities.ts';
import type { RollUpContent } from '../parts/content.ts';
import { linkTo } from '../parts/formulas.ts';
import { prioritiesSheetName } from '../questions/priorities.ts';
import { type BoardRow, fitsAfter, maxPriorities } from './boardRow.ts';
import { cutAtWord } from './sentence.ts';

/** How many planned actions are overdue. */
export function actionRows({ rollUp, overdueAt }: RollUpContent): readonly BoardRow[] {
  const { planned, overdue } = countOverdue(rollUp, overdueAt);
  return [
    {
      topic: 'Overdue actions',
      finding:
        planned === 0
          ? 'No action is planned.'
          : `${overdue} of ${planned} planned actions were due before ${describeDay(overdueAt)}.`,
      link: linkTo('Actions', 1, 1, 'Actions'),
    },
  ];
}

/** The first priorities. They name no partner, and no small number of cases: both could identify a child. */
export function priorityRows({ rollUp }: RollUpContent, priorities: Priorities): readonly BoardRow[] {
  const sheet = prioritiesSheetName(priorities);
  const groups = prioritiesOf(rollUp, priorities);
  if (groups.length === 0) {
    return [{ topic: 'Priorities', finding: 'No case has been entered.', link: linkTo(sheet, 1, 1, sheet) }];
  }
  return groups.slice(0, maxPriorities).map(({ by, cases, badlyServed }, index) => {
    const figures =
      cases < minCases ? `: fewer than ${minCases} cases.` : `: ${badlyServed} of ${cases} cases served badly.`;
    return {
      topic: `Priority ${index + 1}`,
      finding: `${cutAtWord(by.join(', '), fitsAfter(figures))}${figures}`,
      link: linkTo(sheet, headerRow + 1 + index, 1, `Row ${headerRow + 1 + index}`),
    };
  });
}
