import { fingerprint } from '../../../instrument/model/fingerprint.ts';
import { describeLevels } from '../../../scoring/describeRule.ts';
import type { SheetPlan } from '../../../spreadsheet/plan/sheetPlan.ts';
import { describeUkTime } from '../../../time.ts';
import { missingValueMarksOf, notAskedMeaning } from '../../load/missingValueMarks.ts';
import { type Note, planNotesSheet } from '../parts/notesSheet.ts';
import type { LargeContent } from './largeContent.ts';

/** The sheet Notes of a roll-up of very many partners. */
export function largeNotesSheet(content: LargeContent): SheetPlan {
  const { rollUp, made, scope, all } = content;
  const { instrument, round, departed, partners } = rollUp;
  const now = fingerprint(instrument);
  const others = partners.filter(({ counting }) => counting !== undefined && counting.wording !== now).length;
  const byHand = partners.filter(({ counting }) => counting?.isByHand).length;
  const late = all.late > 0 ? `, ${all.late} of them after the deadline` : '';
  const rows: readonly Note[] = [
    ['Self-assessment', instrument.title],
    ['Partners', scope === undefined ? 'All partners of the round.' : `Those of ${scope}.`],
    ['Made', describeUkTime(made)],
    ['Returns', `${all.returned} of ${all.partners} partners have returned a workbook that could be used${late}.`],
    ['Deadline', describeUkTime(round.due)],
    ['Which return counts', 'The last one before the deadline; if all were late, the last of them, marked late.'],
    ...(departed.length === 0
      ? []
      : [['Left the round', `${departed.length} partners, which are in no figure.`] as const]),
    ...(byHand === 0
      ? []
      : [['Identified by hand', `Files that were assigned to a partner by hand: ${byHand}.`] as const]),
    ...(others === 0
      ? []
      : [
          [
            'Editions',
            `${others} of the returns answered another edition or wording than the present one, ${instrument.edition}. Answers were matched by question; questions that these partners were not asked are not counted as unanswered.`,
          ] as const,
        ]),
    [
      'Figures',
      'Partners scored themselves; the scores have not been validated. Every partner counts the same. Partners without a return are left out of every count and share. All sheets hold values.',
    ],
    [
      'So many partners',
      'The roll-up shows groups of partners instead of single ones, and has no sheets of returns, answers, evidence and actions. The roll-up of one region, where it has fewer partners, has them all.',
    ],
    [
      'Data',
      'Every answer is in the folder beside this workbook that has its name and ends in _data: Parquet files by round and region, with one row for each partner, question and field. The file beside it that ends in _data_dictionary.csv says what everything in them means.',
    ],
    [
      'Positions of groups',
      'The position of all partners, or of those of a region, follows the rule on the sheet Positions, applied to all their answers together. It is not an average of their positions. The counts at each level are beside it.',
    ],
    [
      'Median level',
      'The middle one of all answers in order of level; of an even number of answers, the mean of the middle two.',
    ],
    ...missingValueMarksOf(instrument).map(([mark, meaning]) => [mark, meaning] as const),
    ...(others === 0 ? [] : [notAskedMeaning]),
    ...describeLevels(instrument),
  ];
  return planNotesSheet(content, {
    title: 'Notes: from which returns the figures are, and how to read them',
    note: `Roll-up of round ${round.round}.`,
    topicWidth: 30,
    rows,
  });
}
