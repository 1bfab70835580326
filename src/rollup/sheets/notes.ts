import { describeCourse } from '../../rounds/round/describeCourse.ts';
import { describeLevels } from '../../scoring/describeRule.ts';
import type { SheetPlan } from '../../spreadsheet/plan/sheetPlan.ts';
import { describeUkTime } from '../../time.ts';
import { describeAnonymity } from '../disclosure/describeAnonymity.ts';
import type { ChangeSince } from '../figures/change.ts';
import type { Trend } from '../figures/trend.ts';
import { changedMeaning, missingValueMarks, missingValueMarksOf, notAskedMeaning } from '../load/missingValueMarks.ts';
import { otherEditions } from '../load/otherEditions.ts';
import { type RollUp, returned, returnedOther } from '../load/rollUp.ts';
import { describeChange, hasChanged } from './change/change.ts';
import { describeTrend } from './change/trend.ts';
import type { RollUpContent } from './parts/content.ts';
import { describeResponse, type Note, planNotesSheet } from './parts/notesSheet.ts';
import { describeAreas } from './questions/areas.ts';
import { describeNumbers } from './questions/numbers.ts';
import { describePriorities } from './questions/priorities.ts';
import { describeReviews } from './reviews/reviews.ts';

/** The sheet Notes: the content of the workbook, its basis, and how to read its marks and positions. */
export function notesSheet(
  content: RollUpContent,
  change: ChangeSince | undefined,
  trend: Trend | undefined,
): SheetPlan {
  const { rollUp, made } = content;
  const { instrument, round } = rollUp;
  const byHand = returned(rollUp).filter(({ counting }) => counting?.isByHand).length;
  const rows: readonly Note[] = [
    ['Self-assessment', instrument.title],
    ['Partners', content.scope === undefined ? 'All partners of the round.' : `Those of ${content.scope}.`],
    ['Made', describeUkTime(made)],
    ['Returns', describeResponse(rollUp)],
    ['Deadline', describeUkTime(round.due)],
    [
      'Which return counts',
      `The last one before the deadline; if all were late, the last of them${rollUp.anonymous === true ? '' : ', marked late'}.`,
    ],
    ...(rollUp.anonymous === true
      ? []
      : describeCourse({ departed: [], uncounted: rollUp.reviews?.uncounted ?? [], ...rollUp })),
    ...(byHand === 0
      ? []
      : [
          [
            'Identified by hand',
            `Files of which the stamp is missing or was changed, and which were assigned to a partner by hand: ${byHand}.`,
          ] as const,
        ]),
    ...describeEditions(rollUp),
    ...describeAnonymity(rollUp),
    [
      'Figures',
      'Partners scored themselves; the scores have not been validated. Every partner counts the same. Partners without a return are left out of every count and share.',
    ],
    ['Sheets', 'The sheet Contents lists them with links.'],
    ...(instrument.scorecard === undefined ? [] : describeFigures(content)),
    ...(instrument.priorities === undefined ? [] : describePriorities(instrument.priorities, content)),
    ...describeNumbers(content),
    ...describeAreas(rollUp),
    ...describeReviews(rollUp),
    ...describeChange(rollUp),
    ...describeTrend(trend),
    [
      'Could not be read',
      `The typed text is not a valid answer to the question. ${instrument.aboutPeople === true || rollUp.anonymous === true ? 'It is suppressed' : 'The sheet Data shows it as typed'}; every count includes it as unanswered.`,
    ],
    ...missingValueMarksOf(instrument, rollUp.anonymous).map(([mark, meaning]) => [mark, meaning] as const),
    ...(returnedOther(rollUp).length === 0 ? [] : [notAskedMeaning]),
    ...(change !== undefined && hasChanged(change) ? [changedMeaning] : []),
    ...describeLevels(instrument),
  ];
  return planNotesSheet(content, {
    title: 'Notes: from which returns the figures are, and how to read them',
    note: `Roll-up of round ${round.round}.`,
    pages: 1,
    topicWidth: 30,
    rows,
  });
}

/** Notes on other editions; empty if every return answers the current one. */
function describeEditions(rollUp: RollUp): readonly Note[] {
  const others = otherEditions(rollUp);
  if (others === undefined) return [];
  return [
    [
      'Editions',
      `${others} The sheet Returns shows which. Questions that these partners were not asked are marked ${missingValueMarks.notAsked}, are not counted as unanswered, and do not lower coverage. Their answers to questions that are no longer in the round are on no sheet.`,
    ],
  ];
}

/** Notes on how figures of several partners are worked out, and how they can be traced. */
function describeFigures({ data, by }: RollUpContent): readonly Note[] {
  const traced: Readonly<Record<typeof data.traced, string>> = {
    'by formula':
      'Questions counts the rows of Data by formulas, and Summary adds Questions up; Response counts the rows of Returns. Links beside the figures lead to the rows behind them. All other sheets hold values.',
    'too many':
      'Questions and Summary hold values, because formulas over so many rows of Data may take Excel more than a second. Links beside the figures lead to the rows behind them.',
    'not countable':
      'Questions and Summary hold values, because the words of the levels have characters, or a length, by which formulas cannot count. Links beside the figures lead to the rows behind them.',
  };
  return [
    [
      'Positions of groups',
      'The position of all partners, or of those of a region, follows the rule on the sheet Positions, applied to all their answers together. It is not an average of their positions. The counts at each level are beside it.',
    ],
    [
      'Median level',
      'The middle one of all answers in order of level; of an even number of answers, the mean of the middle two, so that 1.5 is between levels 1 and 2. It is not rounded.',
    ],
    [
      'Order',
      `Heat maps show partners by ${by}, the worst position first, then the largest share at the lowest level.`,
    ],
    ['Formulas', traced[data.traced]],
    ...(data.holds === 'scores'
      ? [
          [
            'Data',
            'Only scores: all answers would be more rows than an Excel sheet has. The command scorebook export writes all.',
          ] as const,
        ]
      : []),
  ];
}
