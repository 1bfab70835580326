import { describeCourse } from '../../../rounds/round/describeCourse.ts';
import type { SheetPlan } from '../../../spreadsheet/plan/sheetPlan.ts';
import { describeUkTime } from '../../../time.ts';
import type { Tracker } from '../../load/tracker.ts';
import type { SheetMarks } from '../parts/content.ts';
import { type Note, planNotesSheet } from '../parts/notesSheet.ts';
import { trackerWords } from './trackerTable.ts';

/** The sheet Notes: the response to each self-assessment of the round, and the meaning of the columns. */
export function trackerNotesSheet(marks: SheetMarks, trackers: readonly Tracker[], made: Date): SheetPlan {
  const owner = trackers.find((tracker) => tracker.owner !== undefined)?.owner;
  const rows: readonly Note[] = [
    ['Made', describeUkTime(made)],
    ...trackers.map(({ instrument, round, partners }) => {
      const back = partners.filter(({ counting }) => counting !== undefined).length;
      const words = `${instrument.title}. Due ${describeUkTime(round.due)}. ${back} of ${partners.length} partners have returned it.`;
      return [instrument.key, words] as const;
    }),
    ...trackers.flatMap((tracker) =>
      describeCourse(tracker).map(
        ([topic, text]): Note => [trackers.length > 1 ? `${topic} (${tracker.instrument.key})` : topic, text],
      ),
    ),
    [
      'To change',
      `Change the cells with a light fill, save the workbook, and ${owner === undefined ? '' : `give it to ${owner}, who owns the register, to `}run "scorebook round update FILE": it shows what would change, and "--confirm" makes the changes. Rows may be sorted and filtered. Leave every other cell, the columns and the rows as they are. What has changed in the register meanwhile stays.`,
    ],
    [
      'E-mail, Contact',
      'Several addresses are separated by semicolons. The contact is whom to ask there, such as a name and a telephone number. "None" removes either.',
    ],
    [
      'Workbook sent',
      'When the mail server accepted it, in UK time. "Draft of" is when a draft was written: Scorebook cannot know whether it was sent. Write the day, or the day and time, on which you sent it. "Uncertain" is a message of which the delivery was interrupted.',
    ],
    [
      'Decide',
      'What to do with the returns of the partner, by their numbers: "set aside 12", "prefer 12", "merge 12 15" where each has a part of the answers, or "accept return.halves 15" with the code of a warning.',
    ],
    [
      'Withdrawn, Reason',
      'Write Yes if the partner takes no part any more. The reason is needed for every change in the row, unless "--reason" gives one for all.',
    ],
    ['Bounced', 'When an e-mail was last refused or bounced, and why.'],
    ['Reminded', 'The last reminder; "Reminders" is their number. Requests for corrections are reminders too.'],
    [
      'Returned',
      "The time of the return that counts: the last one before the partner's deadline, or else the last before the round was closed.",
    ],
    [
      'Due',
      'The deadline of the partner. Write a later one to extend it: 23/12/2026 12:00, or the day alone, which ends at 23:59.',
    ],
    [
      'Coverage',
      'The share of the applicable questions of all sections that are answered; the position counts those of the Scorecard only. "Still open" counts what the Checklist lists.',
    ],
    [
      'Errors',
      'Answers that could not be read, or that lack something the self-assessment requires. Warnings are to be checked.',
    ],
    [
      'Same answers as',
      'Partners with the same answers in more places than chance explains, and where. Find out whether sheets of one were copied into the workbook of the other, and ask for the right ones. Do not name either partner to the other: no e-mail or correction workbook mentions it.',
    ],
    [
      'Decided',
      'What was decided about the returns of the partner: when, by whom and why. "scorebook round show" gives the number with which each is undone.',
    ],
    [
      'Next step',
      "What to do next; where it begins with Await, it is the partner's turn. Where nothing went out by e-mail and nothing has come back, it says to send the workbook.",
    ],
    [trackerWords.noReturn, 'There is no usable return.'],
    [trackerWords.notApplicable, 'The return has no question that applies.'],
    [trackerWords.none, 'There is none, or the list of partners gives none.'],
  ];
  return planNotesSheet(marks, {
    title: 'Notes',
    note: 'The state of the round, and how to read the tracker.',
    topicWidth: 34,
    rows,
  });
}
