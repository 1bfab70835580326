import { address } from '../../spreadsheet/model/address.ts';
import { quotedText } from '../../spreadsheet/plan/formulaText.ts';
import { keepTogether, type RowRange } from '../../spreadsheet/plan/printedPage.ts';
import { withMinHeight, withRoomFor } from '../../spreadsheet/plan/rowHeights.ts';
import { boxFilledRows, colourBoxedWhen, colourWhen, resultCell } from '../../spreadsheet/plan/sheetParts.ts';
import type { ColourRule, SheetPlan } from '../../spreadsheet/plan/sheetPlan.ts';
import type { Words } from '../../words/words.ts';
import type { WorkbookContent } from '../layout/content.ts';
import type { BlockRows, ChecklistSheet } from '../layout/layout.ts';
import { columnRange } from '../parts/listCells.ts';
import { planSheetFor } from '../parts/planSheetFor.ts';
import { columns } from './checklistLines.ts';
import { neededBlock, neededTexts } from './checklistNeeded.ts';
import { rowCells, rowHeadings, rowHeight } from './checklistRows.ts';
import { sheetsBlock, sheetTexts } from './checklistSheets.ts';
import { readinessFormula } from './progress.ts';

const widths = [24, 73, 42, 12, 14] as const;

/** Whether the workbook is complete, beside the title. */
const banner = { row: 1, column: 2 } as const;
const beginsWith = (word: string): string =>
  `LEFT(${address(banner.row, banner.column)},${word.length})=${quotedText(word)}`;

/** Done and to do, in words (practice T9). Done is most of the list in the end, and has no colour. */
const stateRules = ({ checklist }: Words, cell: string): readonly ColourRule[] => [
  { formula: `${cell}=${quotedText(checklist.open)}`, colour: 'todo' },
];

/**
 * The list of everything still open: by sheet, with a link to the first open cell, and then one row for each thing that
 * is needed. Rows have room for all texts that formulas may show in them.
 */
export function checklistSheet(content: WorkbookContent): SheetPlan {
  const { sheets, needed, rows } = content.layout.checklist;
  const { words } = content;
  const blocks = [sheets, needed, ...(rows === undefined ? [] : [rows])];
  const plan = planSheetFor(
    content,
    {
      name: words.sheets.checklist,
      title: words.sheets.checklist,
      note: words.checklist.note,
      widths,
      zoom: 100,
      tabColour: 'result',
      headerRow: needed.headerRow,
    },
    [
      { cells: [resultCell(banner.row, banner.column, readinessFormula(content), 'status')] },
      colourWhen(address(banner.row, banner.column), [
        { formula: beginsWith(words.checklist.incomplete), colour: 'todo' },
        { formula: beginsWith(words.checklist.complete), colour: 'green' },
      ]),
      sheetsBlock(content),
      neededBlock(content),
      ...(rows === undefined ? [] : [rowHeadings(words, rows)]),
      ...blocks
        .filter(({ firstRow, lastRow }) => lastRow >= firstRow)
        .map(({ firstRow, lastRow }) =>
          colourBoxedWhen(
            columnRange(columns.state, firstRow, lastRow),
            stateRules(words, address(firstRow, columns.state)),
          ),
        ),
      ...(rows === undefined
        ? []
        : [
            boxFilledRows(rowCells(content, rows), {
              ...rows,
              columns: words.checklist.lineHeadings.length,
              filled: columns.what,
            }),
          ]),
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
