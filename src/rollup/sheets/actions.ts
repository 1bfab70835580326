import type { Workbook } from 'exceljs';
import { completeSheet, writeTable } from '../../spreadsheet/worksheet.ts';
import { plannedActions } from '../actions.ts';
import { shorthand, shown } from '../shorthand.ts';
import { headerRow, type RollUpContent, startSheet } from './content.ts';

/** A day as a date that sorts; anything else as it was typed. */
function dayOrText(due: string | undefined): Date | string {
  if (due === undefined) return shorthand.blank;
  return /^\d{4}-\d{2}-\d{2}$/.test(due) ? new Date(`${due}T00:00:00Z`) : due;
}

/** What partners mean to do: every action, lead or date that was given. */
export function writeActions(workbook: Workbook, content: RollUpContent): void {
  const sheet = startSheet(workbook, content, {
    name: 'Actions',
    title: 'Actions, by partner and question',
    note: 'What partners mean to do, who leads and by when. [w] means left blank.',
    widths: [10, 32, 8, 50, 9, 60, 22, 14],
  });
  writeTable(
    sheet,
    'actions',
    headerRow,
    [
      { heading: 'Partner code', role: 'reference' },
      { heading: 'Partner', role: 'text' },
      { heading: 'Ref', role: 'reference' },
      { heading: 'Question', role: 'text' },
      { heading: 'Score', role: 'number' },
      { heading: 'Action', role: 'text' },
      { heading: 'Lead', role: 'text' },
      { heading: 'By when', role: 'date' },
    ],
    plannedActions(content.rollUp).map(({ partner, item, score, action, lead, due }) => [
      partner.code,
      partner.name,
      item.key,
      item.question,
      shown(score),
      action ?? shorthand.blank,
      lead ?? shorthand.blank,
      dayOrText(due),
    ]),
  );
  completeSheet(sheet);
}
