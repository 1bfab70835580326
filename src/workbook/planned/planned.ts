import type { Workbook, Worksheet } from 'exceljs';
import { actionPlanOf, type PlanLine } from '../../scoring/plans/actionPlan.ts';
import { sheetColumn } from '../../spreadsheet/model/address.ts';
import { fitRows } from '../../spreadsheet/style/rowHeight.ts';
import { openHiddenSheet } from '../../spreadsheet/write/openHiddenSheet.ts';
import { protect, put } from '../../spreadsheet/write/worksheet.ts';
import type { WorkbookContent } from '../layout/content.ts';
import { sheetNames } from '../layout/layout.ts';
import { purposeHeadings } from './plannedGiven.ts';
import { writePlannedItems } from './plannedItems.ts';
import { writePlannedLists } from './plannedLists.ts';
import { writePlannedNames } from './plannedNames.ts';

/** Writes every line that the action plan may have, and their order. */
export async function writePlanned(workbook: Workbook, content: WorkbookContent): Promise<void> {
  const { headerRow, columns, purposes } = content.layout.planned;
  const sheet = openHiddenSheet(workbook, {
    name: sheetNames.planned,
    title: 'Planned actions',
    note: 'Data of the Action plan: one row for each question and for each row of a list of actions, and the order of the lines.',
    widths: [60, ...purposes.map(() => 24), 24, 16, 16, 8, 4, 40, 8, 16, 60],
  });
  for (const [heading, column] of [
    ['About', columns.about],
    ...purposes.map((purpose, index) => [purposeHeadings[purpose], columns.firstPurpose + index] as const),
    ['To check', columns.mark],
    ['Place', columns.base],
    ['Order', columns.order],
    ['Line', columns.shown],
    ['Named part', columns.name],
    ['No.', columns.nameNumber],
    ['Place', columns.nameBase],
    ['About', columns.nameAbout],
  ] as const)
    put(sheet, headerRow, column, heading, 'header');
  const lines = actionPlanOf(content.instrument, content.response);
  writePlannedItems(sheet, content, lines);
  writePlannedLists(sheet, content, lines);
  writePlannedNames(sheet, content);
  writeOrder(sheet, content, lines);
  fitRows(sheet);
  await protect(sheet);
}

/** Writes which row each line of the plan shows. */
function writeOrder(sheet: Worksheet, content: WorkbookContent, lines: readonly PlanLine[]): void {
  const { firstRow, rows, columns, items, lists } = content.layout.planned;
  const orders = sheetColumn(sheetNames.planned, columns.order, firstRow, firstRow + rows - 1);
  for (let nth = 1; nth <= rows; nth += 1) {
    // Gnumeric fails to find the only row of a range.
    const found = rows === 1 ? '1' : `MATCH(SMALL(${orders},${nth}),${orders},0)`;
    const line = lines[nth - 1];
    put(
      sheet,
      firstRow + nth - 1,
      columns.shown,
      { formula: `IF(COUNT(${orders})<${nth},"",${found})`, result: line === undefined ? '' : rowOf(line) },
      'number',
    );
  }

  function rowOf({ item, entry }: PlanLine): number {
    if (entry === undefined) return items.findIndex((one) => one.item.key === item?.item.key) + 1;
    const list = lists.find((one) => one.sheet.section.key === entry.list.key);
    return (list?.firstRow ?? 0) - firstRow + entry.entry;
  }
}
