import type { Workbook, Worksheet } from 'exceljs';
import { answerOf } from '../../response/response.ts';
import { address } from '../../spreadsheet/address.ts';
import type { Role } from '../../spreadsheet/theme.ts';
import { addTable, colourWhen, completeSheet, protect, put } from '../../spreadsheet/worksheet.ts';
import type { WorkbookContent } from '../content.ts';
import { answerName, type Column, type ItemRow, type ItemsSheet, plainName } from '../layout.ts';
import { columnRange, listOf, writeAnswer } from './answers.ts';
import { levelRules } from './bands.ts';
import { startSheet } from './start.ts';

/** One section of the instrument: a row for each item, with its criteria and the cells to fill in. */
export async function writeItems(workbook: Workbook, content: WorkbookContent, layout: ItemsSheet): Promise<void> {
  const { section, headerRow, columns, rows } = layout;
  const sheet = startSheet(workbook, content, {
    name: layout.name,
    title: `${section.key} ${section.title}`,
    note: section.introduction,
    widths: columns.map((column) => column.width),
    headerRow,
    frozen: { rows: headerRow, columns: columns.findIndex(({ content: { is } }) => is === 'criterion') },
  });
  addTable(sheet, {
    name: plainName(`questions_${section.key}`),
    row: headerRow,
    headings: columns.map((column) => column.heading),
    rows: rows.length,
  });
  for (const row of rows) for (const column of columns) writeCell(workbook, sheet, content, row, column);
  colourScores(sheet, content, layout);
  completeSheet(sheet);
  await protect(sheet);
}

function writeCell(workbook: Workbook, sheet: Worksheet, content: WorkbookContent, row: ItemRow, column: Column): void {
  if (column.content.is === 'field') {
    const { field } = column.content;
    const { key } = row.item;
    writeAnswer(workbook, sheet, content, field, answerOf(content.response, key, field.key), {
      row: row.row,
      column: column.column,
      name: answerName(key, field.key),
      subject: key,
    });
    return;
  }
  const [text, role] = fixedText(row, column.content);
  put(sheet, row.row, column.column, text, role);
}

function fixedText({ activity, item }: ItemRow, content: Exclude<Column['content'], { is: 'field' }>): [string, Role] {
  switch (content.is) {
    case 'reference':
      return [item.key, 'reference'];
    case 'activity':
      return [activity.title, 'text'];
    case 'question':
      return [item.question, 'question'];
    case 'criterion':
      return [item.criteria.find(({ level }) => level === content.level)?.text ?? '', 'text'];
    case 'suggestions':
      return [item.evidence.map((suggestion) => `• ${suggestion}`).join('\n'), 'text'];
  }
}

function colourScores(sheet: Worksheet, { layout }: WorkbookContent, { columns, rows }: ItemsSheet): void {
  const firstRow = rows.at(0)?.row ?? 0;
  const lastRow = rows.at(-1)?.row ?? 0;
  for (const { column, content } of columns) {
    if (content.is !== 'field' || content.field.kind !== 'score') continue;
    const { scale } = listOf(layout, content.field.scale);
    colourWhen(
      sheet,
      columnRange(column, firstRow, lastRow),
      levelRules(address(firstRow, column), scale, content.field.notApplicable?.label),
    );
  }
}
