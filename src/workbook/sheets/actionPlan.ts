import type { ActionPurpose } from '../../scoring/plans/plannedRows.ts';
import { address, sheetCell, sheetColumn } from '../../spreadsheet/model/address.ts';
import { daySerial } from '../../spreadsheet/model/daySerial.ts';
import { withMinHeight } from '../../spreadsheet/plan/rowHeights.ts';
import { boxFilledRows, cell, colourWhen, resultCell, tableHeadings } from '../../spreadsheet/plan/sheetParts.ts';
import type { PlannedCell, SheetPlan } from '../../spreadsheet/plan/sheetPlan.ts';
import { highestRow, textHeight } from '../../spreadsheet/style/rowHeight.ts';
import type { WorkbookContent } from '../layout/content.ts';
import { sheetNames } from '../layout/layout.ts';
import { columnRange } from '../parts/listCells.ts';
import { planSheetFor } from '../parts/planSheetFor.ts';
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

/** Every action of every section and list, and every question below the highest level without one, by formulas. */
export function actionPlanSheet(content: WorkbookContent): SheetPlan {
  const { deadlineRow, titleRow, headerRow, firstRow, lastRow } = content.layout.actionPlan;
  const { purposes } = content.layout.planned;
  const about = aboutRoom(content);
  const headings = ['What it is about', ...purposes.map((purpose) => purposeHeadings[purpose]), 'To check'];
  const mark = headings.length;
  const plan = planSheetFor(
    content,
    {
      name: sheetNames.actionPlan,
      title: 'Action plan',
      note: 'It updates as you answer: questions below the highest level, lowest level first, and all other actions.',
      widths: [about.width, ...purposes.map((purpose) => purposeWidths[purpose]), widths.mark],
      headerRow,
      // A page of unused lines would otherwise print the headings alone, without an explanation.
      titleRow,
    },
    [
      {
        cells: [
          { ...cell(deadlineRow, 1, daySerial(deadlineDay(content)), 'deadline'), origin: 'round' },
          cell(titleRow, 1, 'What will be done, by whom and by when (unused lines stay blank)', 'heading'),
        ],
      },
      tableHeadings({ name: 'action_plan', row: headerRow, headings, rows: lastRow - firstRow + 1 }),
      colourWhen(columnRange(mark, firstRow, lastRow), [{ formula: `${address(firstRow, mark)}<>""`, colour: 'todo' }]),
      boxFilledRows(lineCells(content), { firstRow, lastRow, columns: headings.length, filled: 1 }),
    ],
  );
  return withMinHeight(plan, firstRow, lastRow, about.height);
}

function lineCells(content: WorkbookContent): readonly PlannedCell[] {
  const { firstRow, lastRow } = content.layout.actionPlan;
  const { purposes, rows, columns, firstRow: firstPlanned } = content.layout.planned;
  const lines = shownLines(content);
  return Array.from({ length: lastRow - firstRow + 1 }, (_, index) => {
    const row = firstRow + index;
    const line = lines[index];
    const shown = sheetCell(sheetNames.planned, firstPlanned + index, columns.shown);
    const planned = (column: number): string => {
      const cells = sheetColumn(sheetNames.planned, column, firstPlanned, firstPlanned + rows - 1);
      // Gnumeric fails to find the only row of a range.
      return `IF(${shown}="","",${rows === 1 ? cells : `INDEX(${cells},${shown})`})`;
    };
    return [
      resultCell(row, 1, { formula: planned(columns.about), result: line?.about ?? '' }, 'text'),
      ...purposes.map((purpose, at) =>
        resultCell(
          row,
          2 + at,
          { formula: planned(columns.firstPurpose + at), result: line?.given[purpose] ?? '' },
          purpose === 'due' ? 'date' : 'text',
        ),
      ),
      resultCell(row, 2 + purposes.length, { formula: planned(columns.mark), result: line?.mark ?? '' }, 'text'),
    ];
  }).flat();
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
