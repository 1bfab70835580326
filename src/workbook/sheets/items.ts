import { answerOf } from '../../response/response.ts';
import { address } from '../../spreadsheet/model/address.ts';
import { keepTogether, type RowRange } from '../../spreadsheet/plan/printedPage.ts';
import { fitRows } from '../../spreadsheet/plan/rowHeights.ts';
import { cell, colourWhen, type SheetPart, tableHeadings } from '../../spreadsheet/plan/sheetParts.ts';
import type { PlannedCell, SheetPlan } from '../../spreadsheet/plan/sheetPlan.ts';
import { type Role, tintOf } from '../../spreadsheet/style/theme.ts';
import { statusFormula } from '../checklist/sectionStatus.ts';
import type { WorkbookContent } from '../layout/content.ts';
import {
  answerName,
  type Column,
  guidanceText,
  type ItemRow,
  type ItemsSheet,
  plainName,
  scoreColumn,
  suggestionsText,
} from '../layout/layout.ts';
import { isAtLevel, levelColour, levelRules, quotedText } from '../parts/bands.ts';
import { describeLastAnswer } from '../parts/describeLastAnswer.ts';
import { inputCell } from '../parts/inputCell.ts';
import { columnRange, listOf } from '../parts/listCells.ts';
import { planSheetFor } from '../parts/planSheetFor.ts';
import { requiredMarks } from '../parts/requiredMarks.ts';
import { type SheetHeader, sheetHeader } from '../parts/sheetHeader.ts';

/** The sheet of one section of the instrument: a row for each item, with its criteria and the cells to fill in. */
export function itemsSheet(content: WorkbookContent, layout: ItemsSheet): SheetPlan {
  const { section, headerRow, columns, rows, statusRow } = layout;
  const question = columns.findIndex(({ content: { is } }) => is === 'question');
  const plan = planSheetFor(
    content,
    {
      name: layout.name,
      ...itemsHead(layout),
      widths: itemsWidths(layout),
      headerRow,
      frozen: { rows: headerRow, columns: question + 1 },
    },
    [
      tableHeadings({
        name: plainName(`questions_${section.key}`),
        row: headerRow,
        headings: columns.map((column) => column.heading),
        rows: rows.length,
      }),
      { cells: rows.flatMap((row) => columns.map((column) => itemCell(content, row, column))) },
      ...answerColours(content, layout),
      { cells: [{ ...cell(statusRow, 1, statusFormula(content, layout), 'status'), origin: 'answer' }] },
    ],
  );
  return keepTogether(plan, headerRow, activityRows(layout));
}

/** The same sheet for another partner, from that of a first: only the answers of the last round differ. */
export function itemsWithLastRound(plan: SheetPlan, content: WorkbookContent, layout: ItemsSheet): SheetPlan {
  const shown = layout.columns.find((column) => column.content.is === 'lastRound');
  if (shown === undefined) return plan;
  const rows = new Map(layout.rows.map((row) => [row.row, row]));
  const cells = plan.cells.map((planned) => {
    const row = planned.column === shown.column ? rows.get(planned.row) : undefined;
    return row === undefined ? planned : itemCell(content, row, shown);
  });
  const print = plan.print && { ...plan.print, breaks: [] };
  const other = { ...plan, cells, heights: fitRows(cells, plan.widths), ...(print === undefined ? {} : { print }) };
  return keepTogether(other, layout.headerRow, activityRows(layout));
}

const itemsWidths = ({ columns }: ItemsSheet): readonly number[] => columns.map(({ width }) => width);

export const itemsHead = (layout: ItemsSheet): SheetHeader => {
  const { key, title, introduction } = layout.section;
  return sheetHeader({ title: `${key} ${title}`, shortTitle: layout.name, introduction }, itemsWidths(layout));
};

/** The rows of each activity. */
function activityRows({ rows }: ItemsSheet): readonly RowRange[] {
  const ranges = new Map<string, RowRange>();
  for (const { row, activity } of rows) {
    ranges.set(activity.key, { firstRow: ranges.get(activity.key)?.firstRow ?? row, lastRow: row });
  }
  return [...ranges.values()];
}

function itemCell(content: WorkbookContent, row: ItemRow, column: Column): PlannedCell {
  const { content: shown } = column;
  if (shown.is === 'field') {
    const { key } = row.item;
    return inputCell(content, shown.field, answerOf(content.response, key, shown.field.key), {
      row: row.row,
      column: column.column,
      name: answerName(key, shown.field.key),
      section: row.section.key,
      subject: { reference: key },
    });
  }
  const [text, role] = fixedText(content, row, shown);
  return {
    ...cell(row.row, column.column, text, role),
    origin: shown.is === 'lastRound' ? 'answer' : 'definition',
  };
}

function fixedText(
  { instrument, lastRound }: WorkbookContent,
  { activity, item }: ItemRow,
  content: Exclude<Column['content'], { is: 'field' }>,
): [string, Role] {
  switch (content.is) {
    case 'reference':
      return [item.key, 'reference'];
    case 'activity':
      return [activity.title, 'text'];
    case 'question':
      return [item.question, 'question'];
    case 'criterion':
      return [item.criteria.find(({ level }) => level === content.level)?.text ?? '', 'text'];
    case 'guidance':
      return [guidanceText(item), 'text'];
    case 'suggestions':
      return [suggestionsText(item), 'text'];
    case 'lastRound':
      return [lastRound === undefined ? '' : describeLastAnswer(instrument, lastRound, item.key), 'text'];
  }
}

/** Levels colour the score and highlight the matching criterion; a missing reason is marked. */
function answerColours({ layout }: WorkbookContent, items: ItemsSheet): readonly SheetPart[] {
  const { columns, rows } = items;
  const score = scoreColumn(items);
  const firstRow = rows.at(0)?.row ?? 0;
  const lastRow = rows.at(-1)?.row ?? 0;
  const required = requiredMarks(layout, items.section, columns, { first: firstRow, last: lastRow });
  if (score === undefined) return required;
  const range = (column: number): string => columnRange(column, firstRow, lastRow);
  const { notApplicable, scale: key } = score.field;
  const { scale } = listOf(layout, key);
  const scored = `$${address(firstRow, score.column)}`;
  return [
    ...required,
    colourWhen(range(score.column), levelRules(address(firstRow, score.column), scale, notApplicable?.label)),
    ...columns.flatMap(({ column, content }): readonly SheetPart[] => {
      if (content.is === 'criterion') {
        const { level } = content;
        return [
          colourWhen(range(column), [
            { formula: isAtLevel(scored, scale, level), colour: tintOf[levelColour(scale, level)] },
          ]),
        ];
      }
      if (content.is !== 'field' || notApplicable === undefined || content.field.key !== notApplicable.reasonIn)
        return [];
      const owed = `AND(${scored}=${quotedText(notApplicable.label)},${address(firstRow, column)}="")`;
      return [colourWhen(range(column), [{ formula: owed, colour: 'todo' }])];
    }),
  ];
}
