import { type ActionPurpose, plannedRows } from '../../scoring/plans/plannedRows.ts';
import type { SheetPlan } from '../../spreadsheet/plan/sheetPlan.ts';
import { type Value, valuesOf } from '../../spreadsheet/plan/tableRows.ts';
import { describeDay } from '../../time.ts';
import { english } from '../../words/english/english.ts';
import { dueState, isDay, type PlannedAction, plannedActions } from '../figures/actions.ts';
import { cellContent, missingValueMarks } from '../load/missingValueMarks.ts';
import { columnBreaks } from './parts/columnBreaks.ts';
import { planTableSheet, type RollUpContent, type TableSheet } from './parts/content.ts';

/** Those that most instruments have fit on a page, with text of 10 points printed at 9. */
const widths: Readonly<Record<ActionPurpose, number>> = {
  action: 40,
  measure: 24,
  resources: 24,
  lead: 15,
  due: 12,
  monitoring: 24,
};

/** Partner code, partner and reference. */
const nameColumns = 3;

/** The sheet of planned actions, with everything that partners gave about each, by question. */
export function actionsSheet(content: RollUpContent): SheetPlan {
  const { instrument } = content.rollUp;
  const { lists, purposes } = plannedRows(instrument);
  const hasLists = lists.length > 0;
  const hasDays = purposes.includes('due');
  const free = (text: string): string => (instrument.aboutPeople === true ? missingValueMarks.suppressed : text);
  const cellOf = ({ given }: PlannedAction, purpose: ActionPurpose): Value => {
    if (!given.has(purpose)) return missingValueMarks.notApplicable;
    const text = given.get(purpose);
    if (text === undefined) return missingValueMarks.unanswered;
    return purpose === 'due' && isDay(text) ? new Date(`${text}T00:00:00Z`) : free(text);
  };
  const columns: TableSheet['columns'] = [
    { heading: 'Partner code', role: 'reference', width: 9 },
    { heading: 'Partner', role: 'text', width: 24 },
    { heading: 'Ref', role: 'reference', width: 9 },
    { heading: 'Question', role: 'text', width: 36 },
    ...(hasLists ? [{ heading: 'Row', role: 'text', width: 16 } as const] : []),
    { heading: 'Score', role: 'number', width: 9 },
    ...purposes.map(
      (purpose) =>
        ({
          heading: english.actionPlan.purposes[purpose],
          role: purpose === 'due' ? 'date' : 'text',
          width: widths[purpose],
        }) as const,
    ),
    ...(hasDays ? [{ heading: 'Overdue', role: 'text', width: 11 } as const] : []),
  ];
  return planTableSheet(content, {
    name: 'Actions',
    title: `Actions, by partner and question; overdue are those due before ${describeDay(content.overdueAt)}`,
    note: 'What partners plan to do, who leads and by when. [w] means unanswered. An action without a readable date is not reported as overdue.',
    table: 'actions',
    nameColumns,
    titleColumns: nameColumns,
    columnBreaks: columnBreaks(
      columns.map(({ width }) => width),
      nameColumns,
    ),
    columns,
    rows: valuesOf(plannedActions(content.rollUp), (action) => [
      action.partner.code,
      action.partner.name,
      action.reference,
      action.about,
      ...(hasLists ? [action.row ?? missingValueMarks.notApplicable] : []),
      action.scale === undefined ? missingValueMarks.notApplicable : cellContent(action.score, action.scale),
      ...purposes.map((purpose) => cellOf(action, purpose)),
      ...(hasDays ? [dueWords[dueState(action, content.overdueAt)]] : []),
    ]),
  });
}

const dueWords: Readonly<Record<ReturnType<typeof dueState>, string>> = {
  overdue: 'Overdue',
  'not yet': 'Not yet',
  'no date': 'No date',
  unanswered: missingValueMarks.unanswered,
  'not asked': missingValueMarks.notApplicable,
};
