import { answeredQuestions } from '../../scoring/answeredQuestions.ts';
import { address, fixed, sheetCell } from '../../spreadsheet/model/address.ts';
import type { Formula } from '../../spreadsheet/plan/content.ts';
import { keepTogether, type RowRange } from '../../spreadsheet/plan/printedPage.ts';
import { withMinHeight, withRoomFor } from '../../spreadsheet/plan/rowHeights.ts';
import { boxFilledRows, colourWhen, resultCell } from '../../spreadsheet/plan/sheetParts.ts';
import type { ColourRule, SheetPlan } from '../../spreadsheet/plan/sheetPlan.ts';
import { stateNames } from '../calculations/calculations.ts';
import type { WorkbookContent } from '../layout/content.ts';
import { type BlockRows, type ChecklistSheet, type CollectedRow, sheetNames } from '../layout/layout.ts';
import { columnRange } from '../parts/listCells.ts';
import { planSheetFor } from '../parts/planSheetFor.ts';
import { columns, lineHeadings, words } from './checklistLines.ts';
import { neededBlock, neededTexts } from './checklistNeeded.ts';
import { rowCells, rowHeadings, rowHeight } from './checklistRows.ts';
import { sheetsBlock, sheetTexts } from './checklistSheets.ts';
import { collectedColumn } from './collected.ts';

const widths = [26, 76, 44, 12, 16] as const;

/** Done and open, in words and colour (practice T9). */
const stateRules = (cell: string): readonly ColourRule[] => [
  { formula: `${cell}="${words.done}"`, colour: 'green' },
  { formula: `${cell}="${words.open}"`, colour: 'todo' },
];

/**
 * The list of everything still open: by sheet, with a link to the first open cell, and then one row for each thing that
 * is needed. Rows have room for all texts that formulas may show in them.
 */
export function checklistSheet(content: WorkbookContent): SheetPlan {
  const { statusRow, sheets, needed, rows } = content.layout.checklist;
  const blocks = [sheets, needed, ...(rows === undefined ? [] : [rows])];
  const plan = planSheetFor(
    content,
    {
      name: sheetNames.checklist,
      title: 'Checklist',
      note: 'This list updates as you answer. When every line says Done, the workbook is ready to be returned.',
      widths,
      headerRow: needed.headerRow,
    },
    [
      { cells: [resultCell(statusRow, 1, statusFormula(content), 'status')] },
      sheetsBlock(content),
      neededBlock(content),
      ...(rows === undefined ? [] : [rowHeadings(rows)]),
      ...blocks
        .filter(({ firstRow, lastRow }) => lastRow >= firstRow)
        .map(({ firstRow, lastRow }) =>
          colourWhen(columnRange(columns.state, firstRow, lastRow), stateRules(address(firstRow, columns.state))),
        ),
      ...(rows === undefined
        ? []
        : [boxFilledRows(rowCells(content, rows), { ...rows, columns: lineHeadings.length, filled: columns.what })]),
    ],
  );
  const roomy = withRoomFor(plan, [...sheetTexts(content), ...neededTexts(content)]);
  if (rows === undefined) return roomy;
  return keepTogether(
    withMinHeight(roomy, rows.firstRow, rows.lastRow, rowHeight(content, widths)),
    needed.headerRow,
    printedTogether(content.layout.checklist, rows),
  );
}

/** Rows above the last table that are printed on its page: while it is empty, its heading alone would fill a page. */
const rowsBefore = 3;

/**
 * Rows that must not be separated by a page break: each row by itself, headings with the row below, and the last table
 * with the rows before it.
 */
function printedTogether({ sheets, needed }: ChecklistSheet, rows: BlockRows): readonly RowRange[] {
  const isEmpty = needed.lastRow < needed.firstRow;
  const before = isEmpty ? sheets : needed;
  const lastFrom = Math.max(before.firstRow, before.lastRow - rowsBefore + 1);
  const ranges: RowRange[] = [];
  for (let row = sheets.firstRow; row < lastFrom; row += 1) {
    const isHeading = !isEmpty && row > sheets.lastRow && row < needed.firstRow;
    const lastRow = isHeading ? Math.min(needed.firstRow, lastFrom - 1) : row;
    ranges.push({ firstRow: row, lastRow });
    row = lastRow;
  }
  return [...ranges, { firstRow: lastFrom, lastRow: rows.lastRow }];
}

/** How much of the workbook is answered, and whether it is ready to be returned; the cover shows the same. */
export function statusFormula(content: WorkbookContent): Formula {
  const { layout, checklist, instrument, response } = content;
  const { firstRow, lastRow } = layout.checklist.sheets;
  const open = `SUM(${sheetCell(sheetNames.checklist, firstRow, 3)}:${fixed(lastRow, 3)})`;
  const ready = 'Ready to return: everything is filled in.';
  const formula = `IF(${open}=0,"${ready}","Open: "&${open}&", listed on the Checklist.")`;
  const result = checklist.open === 0 ? ready : `Open: ${checklist.open}, listed on the Checklist.`;
  if (layout.collected.rows.length === 0) return { formula, result };
  const { answered, unanswered } = answeredQuestions(instrument, response);
  return {
    formula: `${answeredFormula(content, layout.collected.rows)}&" "&${formula}`,
    result: `${answeredText(answered, answered + unanswered)} ${result}`,
  };
}

/** Counts how many of some questions are answered, of those that apply. */
export function answeredFormula(content: WorkbookContent, rows: readonly CollectedRow[]): string {
  const states = collectedColumn(content, content.layout.collected.columns.state, rows);
  const count = (word: string): string => `COUNTIF(${states},"${word}")`;
  const applicable = `(${rows.length}-${count(stateNames.notApplicable)})`;
  return `"Answered "&(${applicable}-${count(stateNames.unanswered)})&" of "&${applicable}&" questions that apply."`;
}

export const answeredText = (answered: number, applicable: number): string =>
  `Answered ${answered} of ${applicable} questions that apply.`;
