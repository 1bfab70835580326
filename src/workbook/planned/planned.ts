import { actionPlanOf, type PlanLine } from '../../scoring/plans/actionPlan.ts';
import { sheetColumn } from '../../spreadsheet/model/address.ts';
import { daySerial } from '../../spreadsheet/model/daySerial.ts';
import { planHiddenSheet } from '../../spreadsheet/plan/planSheet.ts';
import { cell, resultCell } from '../../spreadsheet/plan/sheetParts.ts';
import type { PlannedCell, SheetPlan } from '../../spreadsheet/plan/sheetPlan.ts';
import type { WorkbookContent } from '../layout/content.ts';
import { type SubjectColumns, sheetNames } from '../layout/layout.ts';
import { purposeHeadings } from './plannedGiven.ts';
import { plannedItemCells } from './plannedItems.ts';
import { plannedListCells } from './plannedLists.ts';
import { deadlineDay } from './plannedMarks.ts';
import { plannedNameCells } from './plannedNames.ts';

/** Every line that the action plan may have, and their order. */
export function plannedSheet(content: WorkbookContent): SheetPlan {
  const lines = actionPlanOf(content.instrument, content.response);
  return planHiddenSheet(
    {
      name: sheetNames.planned,
      title: 'Planned actions',
      note: 'Data of the Action plan: one row for each question and for each row of a list of actions, and the order of the lines.',
      widths: [
        ...subjectWidths,
        ...content.layout.planned.purposes.map(() => 24),
        ...[24, 16, 16, 8, 8, 4, 40, 8, 16],
        ...subjectWidths,
        ...[4, 16],
      ],
      isProtected: true,
    },
    'hidden',
    [
      { cells: headingCells(content) },
      { cells: plannedItemCells(content, lines) },
      { cells: plannedListCells(content, lines) },
      { cells: plannedNameCells(content) },
      { cells: orderCells(content, lines) },
      { cells: [deadlineCell(content)] },
    ],
  );
}

const subjectWidths = [16, 10, 60] as const;

/** With which dates are compared. */
function deadlineCell(content: WorkbookContent): PlannedCell {
  const { firstRow, columns } = content.layout.planned;
  return { ...cell(firstRow, columns.deadline, daySerial(deadlineDay(content)), 'date'), origin: 'round' };
}

function headingCells({ layout }: WorkbookContent): readonly PlannedCell[] {
  const { headerRow, columns, purposes } = layout.planned;
  const headings = [
    ...subjectHeadings(columns.subject),
    ...purposes.map((purpose, index) => [purposeHeadings[purpose], columns.firstPurpose + index] as const),
    ['To check', columns.mark],
    ['Place', columns.base],
    ['Order', columns.order],
    ['Line', columns.shown],
    ['Action in line', columns.giver],
    ['Named part', columns.name],
    ['No.', columns.nameNumber],
    ['Place', columns.nameBase],
    ...subjectHeadings(columns.nameSubject),
    ['Deadline', columns.deadline],
  ] as const;
  return headings.map(([heading, column]) => cell(headerRow, column, heading, 'header'));
}

const subjectHeadings = ({ level, reference, about }: SubjectColumns) =>
  [
    ['Level', level],
    ['Ref', reference],
    ['About', about],
  ] as const;

/** Which row each line of the plan shows. */
function orderCells({ layout }: WorkbookContent, lines: readonly PlanLine[]): readonly PlannedCell[] {
  const { firstRow, rows, columns, items, lists } = layout.planned;
  const orders = sheetColumn(sheetNames.planned, columns.order, firstRow, firstRow + rows - 1);
  const rowOf = ({ item, entry }: PlanLine): number => {
    if (entry === undefined) return items.findIndex((one) => one.item.key === item?.item.key) + 1;
    const list = lists.find((one) => one.sheet.section.key === entry.list.key);
    return (list?.firstRow ?? 0) - firstRow + entry.entry;
  };
  return Array.from({ length: rows }, (_, index) => {
    const nth = index + 1;
    // Gnumeric fails to find the only row of a range.
    const found = rows === 1 ? '1' : `MATCH(SMALL(${orders},${nth}),${orders},0)`;
    const line = lines[index];
    return resultCell(
      firstRow + index,
      columns.shown,
      { formula: `IF(COUNT(${orders})<${nth},"",${found})`, result: line === undefined ? '' : rowOf(line) },
      'number',
    );
  });
}
