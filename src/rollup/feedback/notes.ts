import { mayLeaveBlank } from '../../instrument/model/traverse.ts';
import { describeBands, describeLevels } from '../../scoring/describeRule.ts';
import type { SheetPlan } from '../../spreadsheet/plan/sheetPlan.ts';
import { describeUkTime } from '../../time.ts';
import { disclosureThreshold } from '../disclosure/thresholds.ts';
import { missingValueMarks, notAskedMeaning, optionalMeaning } from '../load/missingValueMarks.ts';
import type { SheetMarks } from '../sheets/parts/content.ts';
import { type Note, planNotesSheet } from '../sheets/parts/notesSheet.ts';
import type { Feedback } from './feedback.ts';

/** The sheet Notes: the partner, the basis of the figures, and how to read them. */
export function feedbackNotesSheet(marks: SheetMarks, feedback: Feedback, made: Date): SheetPlan {
  const { instrument, round, own, groups } = feedback;
  const isScored = instrument.scorecard !== undefined;
  return planNotesSheet(marks, {
    title: 'Notes',
    note: 'What the figures are of, and how to read them.',
    pages: 1,
    topicWidth: 30,
    rows: [
      ['For', `${own.partner.name} (${own.partner.code})`],
      ['Self-assessment', instrument.title],
      ['Round', round.round],
      ['Made', describeUkTime(made)],
      ...groups.map(
        ({ label, words, issued, returned }): Note => [
          label,
          `${returned} of ${issued} partners ${words} have returned, you among them.`,
        ],
      ),
      [
        'Figures',
        `${isScored ? 'Partners scored themselves; the scores' : 'Partners answered for themselves; the answers'} have not been validated. Your own answers count in every group, and every partner counts the same. Partners without a return are left out.`,
      ],
      [
        'Nobody is named',
        `Others are shown only in groups. Figures of a group are suppressed as ${missingValueMarks.suppressed} if fewer than ${disclosureThreshold} others have returned, or fewer than ${disclosureThreshold} partners outside the group: one partner's answers could be worked out.`,
      ],
      ['Sheets', [...(isScored ? [scoreSheets] : []), ...describeOthers(feedback)].join(' ')],
      ...(isScored ? [positions] : []),
      [missingValueMarks.suppressed, 'Confidential: suppressed, because it could disclose the answers of one partner.'],
      [
        missingValueMarks.notApplicable,
        'Not applicable: you answered that the question does not apply, or there is nothing to compare.',
      ],
      [
        missingValueMarks.unanswered,
        'Unanswered by you, or not readable; or no answers from which to work out a figure.',
      ],
      notAskedMeaning,
      ...(mayLeaveBlank(instrument) ? [optionalMeaning] : []),
      ...describeBands(instrument).map(({ word, meaning }): Note => [word, meaning]),
      ...describeLevels(instrument),
    ],
  });
}

const scoreSheets =
  'Overview: your position and those of others, part by part, with charts. Strengths: the questions on which you are stronger or weaker than the median. Parts: the counts behind the positions. Questions: each question, with your answer and how many partners chose each level.';

const positions: Note = [
  'Positions',
  'The position of a group follows the same rule as yours, from all its answers together.',
];

/** What the sheets show that not every feedback has. */
function describeOthers({ groups: [all] }: Feedback): readonly string[] {
  const what = 'A figure that few gave is suppressed like that of a group with few returns.';
  const sheets = [
    ...(all === undefined || all.answers.length === 0
      ? []
      : ['Answers: yours to what is not scored, and how many answered.']),
    ...(all === undefined || all.numbers.length === 0
      ? []
      : [
          'Numbers: yours beside the median; a quarter of the numbers are below the lower quartile, a quarter above the upper.',
        ]),
    ...(all === undefined || all.choices.length === 0 ? [] : ['Choices: yours beside those of others.']),
  ];
  return sheets.length === 0 ? [] : [...sheets, what];
}
