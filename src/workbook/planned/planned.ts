import { actionPlanOf, type PlanLine } from '../../scoring/plans/actionPlan.ts';
import { sheetColumn } from '../../spreadsheet/model/address.ts';
import { daySerial } from '../../spreadsheet/model/daySerial.ts';
import { planHiddenSheet } from '../../spreadsheet/plan/planSheet.ts';
import { cell, resultCell } from '../../spreadsheet/plan/sheetParts.ts';
import type { PlannedCell, SheetPlan } from '../../spreadsheet/plan/sheetPlan.ts';
import type { Words } from '../../words/words.ts';
import type { WorkbookContent } from '../layout/content.ts';
import type { SubjectColumns } from '../layout/layout.ts';
import { plannedItemCells } from './plannedItems.ts';
import { plannedListCells } from './plannedLists.ts';
import { deadlineDay } from './plannedMarks.ts';
import { plannedNameCells } from './plannedNames.ts';

/** Every line that the action plan may have, and their order. */
export function plannedSheet(content: WorkbookContent): SheetPlan {
  const lines = actionPlanOf(content.instrument, content.response);
  return planHiddenSheet(
    {
      name: content.words.sheets.planned,
      title: content.words.sheets.planned,
      note: content.words.planned.note,
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

function headingCells({ words: { planned, actionPlan }, layout }: WorkbookContent): readonly PlannedCell[] {
  const { headerRow, columns, purposes } = layout.planned;
  const headings = [
    ...subjectHeadings(actionPlan, columns.subject),
    ...purposes.map((purpose, index) => [actionPlan.purposes[purpose], columns.firstPurpose + index] as const),
    [actionPlan.toCheck, columns.mark],
    [planned.place, columns.base],
    [planned.order, columns.order],
    [planned.line, columns.shown],
    [planned.actionInLine, columns.giver],
    [planned.namedPart, columns.name],
    [planned.number, columns.nameNumber],
    [planned.place, columns.nameBase],
    ...subjectHeadings(actionPlan, columns.nameSubject),
    [planned.deadline, columns.deadline],
  ] as const;
  return headings.map(([heading, column]) => cell(headerRow, column, heading, 'header'));
}

const subjectHeadings = (words: Words['actionPlan'], { level, reference, about }: SubjectColumns) =>
  [
    [words.level, level],
    [words.reference, reference],
    [words.about, about],
  ] as const;

/** Which row each line of the plan shows. */
function orderCells({ words, layout }: WorkbookContent, lines: readonly PlanLine[]): readonly PlannedCell[] {
  const { firstRow, rows, columns, items, lists } = layout.planned;
  const orders = sheetColumn(words.sheets.planned, columns.order, firstRow, firstRow + rows - 1);
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
