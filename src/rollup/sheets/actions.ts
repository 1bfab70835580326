import type { Workbook } from 'exceljs';
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
    title: 'Actions, by partner and question',
    note: 'What partners mean to do, who leads and by when. [w] means left blank.',
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
    ]),
  });
}

/** A day is written as a date that sorts; anything else as it was typed. */
const isDay = (due: string | undefined): boolean => due !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(due);
