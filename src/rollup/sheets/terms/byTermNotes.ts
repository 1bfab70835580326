import { describeOption, scoredScaleOf } from '../../../instrument/model/traverse.ts';
import { describeBands } from '../../../scoring/describeRule.ts';
import type { SheetPlan } from '../../../spreadsheet/plan/sheetPlan.ts';
import { describeUkTime } from '../../../time.ts';
import { missingValueMarks, noReturnMeaning } from '../../load/missingValueMarks.ts';
import { otherEditions } from '../../load/otherEditions.ts';
import type { RollUp } from '../../load/rollUp.ts';
import type { TermContent } from '../parts/content.ts';
import { describeResponse, type Note, planNotesSheet } from '../parts/notesSheet.ts';
import { byTermSheetName } from './byTerm.ts';

/** The sheet Notes: what the workbook compares, and which conclusions it does not allow. */
export function byTermNotesSheet(content: TermContent): SheetPlan {
  const { made, rollUp } = content;
  const { round, vocabulary, title, terms, rollUps } = rollUp;
  const rows: readonly Note[] = [
    ['Made', describeUkTime(made)],
    [
      'Self-assessments',
      'Those of the round with questions that are marked with these terms. The answers of an area to different ones are shown side by side.',
    ],
    [title, terms.map((term) => term.title).join('; ')],
    [
      'Levels',
      'They are those of each self-assessment. They are never added up or averaged over several: the meaning of a level, and of Red, Amber or Green, is given by the scale and rule of each.',
    ],
    [
      'Questions',
      'A question that is marked with several terms counts in each of them. Questions without a score are left out.',
    ],
    [
      'Which return counts',
      'The last one before the deadline; if all were late, the last of them. Partners scored themselves; the scores have not been validated.',
    ],
    [
      'Sheets',
      `${byTermSheetName(vocabulary)}: every partner and self-assessment, with counts at each level. Side by side: the positions of each area, one column for each self-assessment.`,
    ],
    noReturnMeaning,
    [
      missingValueMarks.notApplicable,
      'Not applicable: the self-assessment was not sent to anyone in the area, or scores no question under the term; or none of its questions applies.',
    ],
    [missingValueMarks.unanswered, 'Not given: the list of partners names no area.'],
    ...rollUps.flatMap(describeInstrument),
  ];
  return planNotesSheet(content, {
    title: `Roll-up of round ${round} by term: ${title}`,
    note: 'What this workbook shows, from which returns, and how to read it.',
    topicWidth: 44,
    rows,
  });
}

function describeInstrument(rollUp: RollUp): readonly Note[] {
  const { instrument, round } = rollUp;
  const { title, scorecard } = instrument;
  const others = otherEditions(rollUp);
  return [
    [title, `${describeResponse(rollUp)} The deadline was ${describeUkTime(round.due)}.`],
    ...(others === undefined
      ? []
      : [
          [
            `Editions of: ${title}`,
            `${others} Questions that these partners were not asked are in no count and do not lower coverage.`,
          ] as const,
        ]),
    ...(scorecard === undefined
      ? []
      : [
          [`Levels of: ${title}`, levels(rollUp)] as const,
          [
            `Positions of: ${title}`,
            describeBands(instrument)
              .map(({ word, meaning }) => `${word}: ${meaning}`)
              .join('\n'),
          ] as const,
        ]),
  ];
}

/** The levels from the worst to the best, with the names used in the counts. */
function levels({ instrument }: RollUp): string {
  const scale = scoredScaleOf(instrument);
  return scale.options.map((option) => `${describeOption(scale, option)}: ${option.meaning}`).join('\n');
}
