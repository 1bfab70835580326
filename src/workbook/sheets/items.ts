import type { Workbook, Worksheet } from 'exceljs';
import { answerOf } from '../../response/response.ts';
import { address } from '../../spreadsheet/model/address.ts';
import { keepTogether, type RowRange } from '../../spreadsheet/style/printedPage.ts';
import type { Role } from '../../spreadsheet/style/theme.ts';
import { addTable, colourWhen, completeSheet, protect, put } from '../../spreadsheet/write/worksheet.ts';
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
import { columnRange, listOf, writeAnswer } from '../parts/answers.ts';
import { isAtLevel, levelColour, levelRules, quotedText } from '../parts/bands.ts';
import { describeLastAnswer } from '../parts/describeLastAnswer.ts';
import { markRequired } from '../parts/requiredMarks.ts';
import { type SheetHeader, sheetHeader } from '../parts/sheetHeader.ts';
import { startSheet } from '../parts/startSheet.ts';

/** Writes one section of the instrument: a row for each item, with its criteria and the cells to fill in. */
export async function writeItems(workbook: Workbook, content: WorkbookContent, layout: ItemsSheet): Promise<void> {
  const { section, headerRow, columns, rows } = layout;
  const question = columns.findIndex(({ content: { is } }) => is === 'question');
  const sheet = startSheet(workbook, content, {
    name: layout.name,
    ...itemsHead(layout),
    widths: itemsWidths(layout),
    headerRow,
    frozen: { rows: headerRow, columns: question + 1 },
  });
  addTable(sheet, {
    name: plainName(`questions_${section.key}`),
    row: headerRow,
    headings: columns.map((column) => column.heading),
    rows: rows.length,
  });
  for (const row of rows) for (const column of columns) writeCell(workbook, sheet, content, row, column);
  colourAnswers(sheet, content, layout);
  put(sheet, layout.statusRow, 1, statusFormula(content, layout), 'status');
  completeSheet(sheet);
  keepTogether(sheet, layout.headerRow, activityRows(layout));
  await protect(sheet);
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

function writeCell(workbook: Workbook, sheet: Worksheet, content: WorkbookContent, row: ItemRow, column: Column): void {
  if (column.content.is === 'field') {
    const { field } = column.content;
    const { key } = row.item;
    writeAnswer(workbook, sheet, content, field, answerOf(content.response, key, field.key), {
      row: row.row,
      column: column.column,
      name: answerName(key, field.key),
      section: row.section.key,
      subject: { reference: key },
    });
    return;
  }
  const [text, role] = fixedText(content, row, column.content);
  put(sheet, row.row, column.column, text, role);
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
function colourAnswers(sheet: Worksheet, { layout }: WorkbookContent, items: ItemsSheet): void {
  const { columns, rows } = items;
  const score = scoreColumn(items);
  const firstRow = rows.at(0)?.row ?? 0;
  const lastRow = rows.at(-1)?.row ?? 0;
  markRequired(sheet, layout, items.section, columns, { first: firstRow, last: lastRow });
  if (score === undefined) return;
  const range = (column: number): string => columnRange(column, firstRow, lastRow);
  const { notApplicable, scale: key } = score.field;
  const { scale } = listOf(layout, key);
  const scored = `$${address(firstRow, score.column)}`;
  colourWhen(sheet, range(score.column), levelRules(address(firstRow, score.column), scale, notApplicable?.label));
  for (const { column, content } of columns) {
    if (content.is === 'criterion') {
      const { level } = content;
      colourWhen(sheet, range(column), [
        { formula: isAtLevel(scored, scale, level), colour: levelColour(scale, level) },
      ]);
    }
    if (content.is === 'field' && notApplicable !== undefined && content.field.key === notApplicable.reasonIn) {
      const owed = `AND(${scored}=${quotedText(notApplicable.label)},${address(firstRow, column)}="")`;
      colourWhen(sheet, range(column), [{ formula: owed, colour: 'amber' }]);
    }
  }
}
