import type { Workbook } from 'exceljs';
import type { ActionPurpose } from '../../scoring/plans/plannedRows.ts';
import { address, sheetCell, sheetColumn } from '../../spreadsheet/model/address.ts';
import { daySerial } from '../../spreadsheet/model/daySerial.ts';
import { highestRow, textHeight } from '../../spreadsheet/style/rowHeight.ts';
import { addTable, boxFilledRows, colourWhen, completeSheet, protect, put } from '../../spreadsheet/write/worksheet.ts';
import type { WorkbookContent } from '../layout/content.ts';
import { sheetNames } from '../layout/layout.ts';
import { columnRange } from '../parts/answers.ts';
import { startSheet } from '../parts/startSheet.ts';
import { purposeHeadings } from '../planned/plannedGiven.ts';
import { longestSubjects, shownLines } from '../planned/plannedLines.ts';
import { deadlineDay } from '../planned/plannedMarks.ts';

/** In characters; the width of a line's subject has bounds. */
const widths = { minAbout: 70, maxAbout: 126, mark: 24 } as const;
const purposeWidths: Readonly<Record<ActionPurpose, number>> = {
  action: 50,
  measure: 30,
  resources: 30,
  lead: 20,
  due: 13,
  monitoring: 30,
};

/** Characters by which an indent narrows a column. */
const indentedBy = 2;

/** Rows with text from a formula cannot grow with it: room for two lines, which people may enlarge. */
const twoLines = 29;

/**
 * Writes every action of every section and list, and every question below the highest level without one, by formulas.
 */
export async function writeActionPlan(workbook: Workbook, content: WorkbookContent): Promise<void> {
  const { deadlineRow, titleRow, headerRow, firstRow, lastRow } = content.layout.actionPlan;
  const { purposes, rows, columns, firstRow: firstPlanned } = content.layout.planned;
  const about = aboutRoom(content);
  const sheet = startSheet(workbook, content, {
    name: sheetNames.actionPlan,
    title: 'Action plan',
    note: 'It updates as you answer: questions below the highest level, lowest level first, and all other actions.',
    widths: [about.width, ...purposes.map((purpose) => purposeWidths[purpose]), widths.mark],
    headerRow,
    // A page of unused lines would otherwise print the headings alone, without an explanation.
    titleRow,
  });
  put(sheet, deadlineRow, 1, daySerial(deadlineDay(content)), 'deadline');
  put(sheet, titleRow, 1, 'What will be done, by whom and by when (unused lines stay blank)', 'heading');
  const headings = ['What it is about', ...purposes.map((purpose) => purposeHeadings[purpose]), 'To check'];
  addTable(sheet, { name: 'action_plan', row: headerRow, headings, rows: lastRow - firstRow + 1 });
  const lines = shownLines(content);
  for (let row = firstRow; row <= lastRow; row += 1) {
    const line = lines[row - firstRow];
    const shown = sheetCell(sheetNames.planned, firstPlanned + row - firstRow, columns.shown);
    const planned = (column: number): string => {
      const cells = sheetColumn(sheetNames.planned, column, firstPlanned, firstPlanned + rows - 1);
      // Gnumeric fails to find the only row of a range.
      return `IF(${shown}="","",${rows === 1 ? cells : `INDEX(${cells},${shown})`})`;
    };
    put(sheet, row, 1, { formula: planned(columns.about), result: line?.about ?? '' }, 'text');
    purposes.forEach((purpose, index) => {
      const formula = planned(columns.firstPurpose + index);
      put(sheet, row, 2 + index, { formula, result: line?.given[purpose] ?? '' }, purpose === 'due' ? 'date' : 'text');
    });
    put(sheet, row, headings.length, { formula: planned(columns.mark), result: line?.mark ?? '' }, 'text');
  }
  const firstMark = address(firstRow, headings.length);
  colourWhen(sheet, columnRange(headings.length, firstRow, lastRow), [
    { formula: `${firstMark}<>""`, colour: 'amber' },
  ]);
  boxFilledRows(sheet, { firstRow, lastRow, columns: headings.length, filled: 1 });
  completeSheet(sheet);
  for (let row = firstRow; row <= lastRow; row += 1) {
    sheet.getRow(row).height = Math.max(about.height, sheet.getRow(row).height ?? 0);
  }
  await protect(sheet);
}

/** Any question can be in any row: the column is wide enough, within reason, for each to fit into two lines. */
function aboutRoom(content: WorkbookContent): { readonly width: number; readonly height: number } {
  const lines = longestSubjects(content);
  const heightAt = (width: number): number =>
    Math.max(twoLines, ...lines.map((line) => textHeight(line, width - indentedBy, 10, false)));
  let width: number = widths.minAbout;
  while (width < widths.maxAbout && heightAt(width) > twoLines) width += 2;
  return { width, height: Math.min(highestRow, heightAt(width)) };
}
