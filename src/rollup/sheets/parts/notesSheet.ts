import type { SheetPlan } from '../../../spreadsheet/plan/sheetPlan.ts';
import { type RollUp, returned } from '../../load/rollUp.ts';
import { planTableSheet, type SheetMarks } from './content.ts';

/** A topic, and what a reader is to know about it. */
export type Note = readonly [topic: string, note: string];

/** The content of a sheet Notes. */
interface Notes {
  readonly title: string;
  readonly note: string;
  readonly rows: readonly Note[];
  /** Width of the topics, in characters. */
  readonly topicWidth: number;
  /** Maximum number of printed pages; unlimited when absent. */
  readonly pages?: number;
}

/** The sheet Notes, with one row for each topic. */
export function planNotesSheet(marks: SheetMarks, { topicWidth, ...notes }: Notes): SheetPlan {
  return planTableSheet(marks, {
    ...notes,
    name: 'Notes',
    table: 'notes',
    tabColour: 'read',
    columns: [
      { heading: 'Topic', role: 'label', width: topicWidth },
      { heading: 'Note', role: 'value', width: 100 },
    ],
  });
}

/** A sentence on how many partners have returned a usable workbook, and how many of them late. */
export function describeResponse(rollUp: RollUp): string {
  const back = returned(rollUp);
  const late = back.filter(({ counting }) => counting?.late).length;
  return `${back.length} of ${rollUp.partners.length} partners have returned a workbook that could be used${late > 0 ? `, ${late} of them after the deadline` : ''}.`;
}
