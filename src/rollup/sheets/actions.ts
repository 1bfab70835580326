import type { Workbook } from 'exceljs';
import { dayInWords } from '../../time.ts';
import { plannedActions } from '../actions.ts';
import { shorthand, shown } from '../shorthand.ts';
import { type RollUpContent, writeTableSheet } from './content.ts';

/** What partners mean to do: every action, lead or date that was given. */
export function writeActions(workbook: Workbook, content: RollUpContent): void {
  const { aboutPeople } = content.rollUp.instrument;
  const free = (text: string | undefined): string => {
    if (text === undefined) return shorthand.blank;
    return aboutPeople === true ? shorthand.withheld : text;
  };
  writeTableSheet(workbook, content, {
    name: 'Actions',
    title: `Actions, by partner and question; overdue are those due before ${dayInWords(content.overdueAt)}`,
    note: 'What partners mean to do, who leads and by when. [w] means left blank. An action without a date that can be read is not told as overdue.',
    table: 'actions',
    columns: [
      { heading: 'Partner code', role: 'reference', width: 10 },
      { heading: 'Partner', role: 'text', width: 32 },
      { heading: 'Ref', role: 'reference', width: 10 },
      { heading: 'Question', role: 'text', width: 50 },
      { heading: 'Score', role: 'number', width: 9 },
      { heading: 'Action', role: 'text', width: 60 },
      { heading: 'Lead', role: 'text', width: 22 },
      { heading: 'By when', role: 'date', width: 14 },
      { heading: 'Overdue', role: 'text', width: 12 },
    ],
    rows: plannedActions(content.rollUp).map(({ partner, reference, about, score, scale, action, lead, due }) => [
      partner.code,
      partner.name,
      reference,
      about,
      scale === undefined ? shorthand.notApplicable : shown(score, scale),
      free(action),
      free(lead),
      isDay(due) ? new Date(`${due}T00:00:00Z`) : free(due),
      overdueWords(due, content.overdueAt),
    ]),
  });
}

/** A day is written as a date that sorts; anything else as it was typed. */
const isDay = (due: string | undefined): due is string => due !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(due);

/** Days as they are kept sort by their letters. */
function overdueWords(due: string | undefined, at: string): string {
  if (due === undefined) return shorthand.blank;
  if (!isDay(due)) return 'No date';
  return due < at ? 'Overdue' : 'Not yet';
}
