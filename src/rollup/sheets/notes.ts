import type { Workbook } from 'exceljs';
import type { Instrument } from '../../instrument/schema.ts';
import { bandsInWords, levelsInWords } from '../../scoring/ruleWords.ts';
import { ukTimeInWords } from '../../time.ts';
import { asksForActions } from '../actions.ts';
import { anonymityInWords } from '../anonymityInWords.ts';
import { type RollUp, returned, returnedOther } from '../rollUp.ts';
import { notAskedMeaning, shorthand, shorthandOf } from '../shorthand.ts';
import { type RollUpContent, writeTableSheet } from './content.ts';
import { prioritiesInWords, prioritiesSheetName } from './priorities.ts';

/** What the workbook is, what it rests on, and how its marks and positions are to be read. */
export function writeNotes(workbook: Workbook, content: RollUpContent): void {
  const { rollUp, made } = content;
  const { instrument, round, partners } = rollUp;
  const late = returned(rollUp).filter(({ counting }) => counting?.late).length;
  const rows: readonly (readonly [string, string])[] = [
    ['Self-assessment', instrument.title],
    ['Made', ukTimeInWords(made)],
    [
      'Returns',
      `${returned(rollUp).length} of ${partners.length} partners have returned a workbook that could be used${late > 0 ? `, ${late} of them after the deadline` : ''}.`,
    ],
    ['Deadline', ukTimeInWords(round.due)],
    [
      'Which return counts',
      'The last one that came before the deadline; where all came later, the last of them, marked late.',
    ],
    ...editionsInWords(rollUp),
    ...anonymityInWords(rollUp),
    [
      'Figures',
      'Partners scored themselves; nobody has validated the scores. Every partner counts the same. Partners without a return are left out of every count and share.',
    ],
    ['Sheets', sheetsInWords(instrument)],
    ...(instrument.priorities === undefined ? [] : prioritiesInWords(instrument.priorities, content)),
    [
      'Could not be read',
      `What the partner typed is no answer to that question. ${instrument.aboutPeople === true || rollUp.anonymous === true ? 'It is withheld' : 'Data shows it as it was typed'}; in every count it stands with what was left blank.`,
    ],
    ...shorthandOf(instrument, rollUp.anonymous).map(([mark, meaning]) => [mark, meaning] as const),
    ...(returnedOther(rollUp).length === 0 ? [] : [notAskedMeaning]),
    ...levelsInWords(instrument),
    ...bandsInWords(instrument).map(({ word, meaning }) => [word, meaning] as const),
  ];
  writeTableSheet(workbook, content, {
    name: 'Notes',
    title: `Roll-up of round ${round.round}`,
    note: 'What this workbook shows, from which returns, and how to read it.',
    table: 'notes',
    pages: 1,
    columns: [
      { heading: 'Topic', role: 'label', width: 30 },
      { heading: 'Note', role: 'value', width: 100 },
    ],
    rows,
  });
}

/** Nothing where every return answers what the round has now. */
function editionsInWords(rollUp: RollUp): readonly (readonly [string, string])[] {
  const { instrument } = rollUp;
  const others = returnedOther(rollUp);
  if (others.length === 0) return [];
  const [ofEdition, ofWording] = [true, false].map(
    (other) => others.filter(({ counting }) => (counting?.edition !== instrument.edition) === other).length,
  );
  const counts = [
    ...(ofEdition ? [`${ofEdition} of the returns answered another edition`] : []),
    ...(ofWording ? [`${ofWording} of the returns answered another wording of it`] : []),
  ];
  return [
    [
      'Editions',
      `The round has edition ${instrument.edition} now; ${counts.join(', and ')}, as Returns shows. Answers were matched by question, and levels of a scale that has other options now by their names. Questions that these partners were not asked stand as ${shorthand.notAsked}, are not counted as blank, and do not lower coverage. What they answered to questions that the round has no more is in no sheet.`,
    ],
  ];
}

function sheetsInWords(instrument: Instrument): string {
  const { priorities, scorecard } = instrument;
  return [
    'Returns: who has returned.',
    ...(priorities === undefined ? [] : [`${prioritiesSheetName(priorities)}: what the cases add up to.`]),
    ...(scorecard === undefined
      ? []
      : [
          'Heat map: positions by partner.',
          'Questions: counts for each question.',
          'Weakest areas: questions ranked by the share of partners at the lowest level.',
        ]),
    ...(asksForActions(instrument) ? ['Actions: what partners mean to do.'] : []),
    'Data: every answer, one to a row.',
  ].join(' ');
}
