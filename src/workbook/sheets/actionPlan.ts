import type { ActionPurpose } from '../../scoring/plans/plannedRows.ts';
import { address, columnLetters, sheetCell, sheetColumn } from '../../spreadsheet/model/address.ts';
import { heightOf, pageHeight } from '../../spreadsheet/plan/printedPage.ts';
import { withMinHeight } from '../../spreadsheet/plan/rowHeights.ts';
import { boxFilledRows, cell, colourBoxedWhen, resultCell, tableHeadings } from '../../spreadsheet/plan/sheetParts.ts';
import type { PlannedCell, SheetPlan } from '../../spreadsheet/plan/sheetPlan.ts';
import { highestRow, indentWidth, textHeight } from '../../spreadsheet/style/rowHeight.ts';
import { describeDay } from '../../time.ts';
import { questionText } from '../calculations/calculations.ts';
import type { WorkbookContent } from '../layout/content.ts';
import { columnRange } from '../parts/listCells.ts';
import { planSheetFor } from '../parts/planSheetFor.ts';
import { levelWords, shownLines, subjectParts } from '../planned/plannedLines.ts';
import { deadlineDay } from '../planned/plannedMarks.ts';

/** Characters of all columns together that are legible on A4: text of size 10 is printed in 9 or more. */
const allWidths = 165;
type PlanColumn = (typeof subjectParts)[number] | ActionPurpose | 'mark';

/** The width of a column, or its share of the width that is left. */
const room: Readonly<Record<PlanColumn, { readonly width?: number; readonly share?: number }>> = {
  level: { width: 13 },
  reference: { width: 8 },
  about: { share: 3 },
  action: { share: 3 },
  measure: { share: 2 },
  resources: { share: 2 },
  lead: { width: 15 },
  due: { width: 12 },
  monitoring: { share: 2 },
  mark: { width: 15 },
};

/** The column that shows something in every line. */
const aboutColumn = subjectParts.indexOf('about') + 1;

/** Rows with text from a formula cannot grow with it: room for three lines, which people may enlarge. */
const threeLines = 42;

/** Every action of every section and list, and every question below the highest level without one, by formulas. */
export function actionPlanSheet(content: WorkbookContent): SheetPlan {
  const { deadlineRow, titleRow, headerRow, firstRow, lastRow } = content.layout.actionPlan;
  const { purposes } = content.layout.planned;
  const { actionPlan: words, sheets } = content.words;
  const headings = [
    ...[words.level, words.reference, words.about],
    ...purposes.map((purpose) => words.purposes[purpose]),
    words.toCheck,
  ];
  const mark = headings.length;
  const plan = planSheetFor(
    content,
    {
      name: sheets.actionPlan,
      title: sheets.actionPlan,
      note: words.note,
      widths: columnWidths(purposes),
      zoom: 100,
      tabColour: 'result',
      headerRow,
      // A page of unused lines would otherwise print the headings alone, without an explanation.
      titleRow,
    },
    [
      {
        cells: [
          { ...cell(deadlineRow, 1, flaggedDates(content), 'note'), origin: 'round' },
          cell(titleRow, 1, words.title, 'heading'),
        ],
      },
      tableHeadings({ name: 'action_plan', row: headerRow, headings, rows: lastRow - firstRow + 1 }),
      colourBoxedWhen(columnRange(mark, firstRow, lastRow), [
        { formula: `${address(firstRow, mark)}<>""`, colour: 'todo' },
      ]),
      boxFilledRows(lineCells(content), { firstRow, lastRow, columns: headings.length, filled: aboutColumn }),
    ],
  );
  return withFirstPage(withMinHeight(plan, firstRow, lastRow, lineHeight(content)), firstRow, lastRow);
}

/** As text: a figure would show as ### in a narrow column. */
const flaggedDates = (content: WorkbookContent): string =>
  content.words.actionPlan.flaggedDates(describeDay(deadlineDay(content), content.words.dates));

/** Texts share the width that the other columns leave. */
function columnWidths(purposes: readonly ActionPurpose[]): readonly number[] {
  const columns = ([...subjectParts, ...purposes, 'mark'] as const).map((column) => room[column]);
  const fixed = columns.reduce((sum, { width = 0 }) => sum + width, 0);
  const shares = columns.reduce((sum, { share = 0 }) => sum + share, 0);
  return columns.map(({ width, share = 0 }) => width ?? Math.floor(((allWidths - fixed) * share) / shares));
}

/**
 * The first page is printed whole, with lines to write on by hand while the plan is empty. Later pages end with the last
 * line in use.
 */
function withFirstPage(plan: SheetPlan, firstRow: number, lastRow: number): SheetPlan {
  const page = pageHeight(plan);
  let last = firstRow;
  while (last < lastRow && heightOf(plan, 1, last + 1) <= page) last += 1;
  const lined = {
    range: `A${firstRow}:${columnLetters(plan.widths.length)}${last}`,
    boxedWhen: `$${columnLetters(aboutColumn)}$${firstRow}=""`,
  };
  const formats = [...plan.formats, lined];
  if (plan.print === undefined || last === lastRow) return { ...plan, formats };
  const area = { ...plan.print.area, filled: { column: aboutColumn, fromRow: last + 1 } };
  return { ...plan, formats, print: { ...plan.print, area } };
}

function lineCells(content: WorkbookContent): readonly PlannedCell[] {
  const { firstRow, lastRow } = content.layout.actionPlan;
  const { purposes, rows, columns, firstRow: firstPlanned } = content.layout.planned;
  const lines = shownLines(content);
  return Array.from({ length: lastRow - firstRow + 1 }, (_, index) => {
    const row = firstRow + index;
    const line = lines[index];
    const shown = sheetCell(content.words.sheets.planned, firstPlanned + index, columns.shown);
    const planned = (column: number): string => {
      const cells = sheetColumn(content.words.sheets.planned, column, firstPlanned, firstPlanned + rows - 1);
      // Gnumeric fails to find the only row of a range.
      return `IF(${shown}="","",${rows === 1 ? cells : `INDEX(${cells},${shown})`})`;
    };
    return [
      ...subjectParts.map((part, at) =>
        resultCell(row, 1 + at, { formula: planned(columns.subject[part]), result: line?.subject[part] ?? '' }, 'text'),
      ),
      ...purposes.map((purpose, at) =>
        resultCell(
          row,
          1 + subjectParts.length + at,
          { formula: planned(columns.firstPurpose + at), result: line?.given[purpose] ?? '' },
          purpose === 'due' ? 'date' : 'text',
        ),
      ),
      resultCell(
        row,
        1 + subjectParts.length + purposes.length,
        { formula: planned(columns.mark), result: line?.mark ?? '' },
        'text',
      ),
    ];
  }).flat();
}

/** Any question can be in any row. */
function lineHeight(content: WorkbookContent): number {
  const { purposes, items } = content.layout.planned;
  const [level = 0, _reference, about = 0] = columnWidths(purposes);
  const heights = [
    ...levelWords(content).map((word) => textHeight(word, level - indentWidth, 10, false)),
    ...items.map((item) => textHeight(questionText(item), about - indentWidth, 10, false)),
  ];
  return Math.min(highestRow, Math.max(threeLines, ...heights));
}
