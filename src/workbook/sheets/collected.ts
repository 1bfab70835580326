import type { Workbook } from 'exceljs';
import type { Field, FieldPurpose } from '../../instrument/schema.ts';
import { fieldOf } from '../../instrument/traverse.ts';
import { answerOf, typedValue } from '../../response/response.ts';
import { fieldKeyFor, type Missing } from '../../scoring/checklist.ts';
import { address, sheetCell, sheetColumn } from '../../spreadsheet/address.ts';
import { daySerial } from '../../spreadsheet/daySerial.ts';
import { fitRows } from '../../spreadsheet/rowHeight.ts';
import { type Formula, protect, put } from '../../spreadsheet/worksheet.ts';
import type { WorkbookContent } from '../content.ts';
import { type CollectedRow, scoreColumn, sheetNames } from '../layout.ts';
import { listOf } from './answers.ts';
import { quotedText } from './bands.ts';
import { conditionFormulas } from './needed.ts';
import { writeOpenEntries } from './openEntries.ts';
import { questionLabel, rankOf, stateFormula, stateOf, stateWords } from './workings.ts';

/** What to do about an item that is not complete, as the checklist says it. */
export const toDoWords = (missing: Missing): string =>
  typeof missing === 'string' ? words[missing] : `Fill in: ${missing.needed.heading}`;

const words: Readonly<Record<Extract<Missing, string>, string>> = {
  score: 'Choose an answer',
  reason: 'Give the reason',
  'lead and date': 'Name a lead and give a date',
  lead: 'Name a lead',
  date: 'Give a date',
};

/** What stands there when an answer's cell holds an error, which nothing can be said about. */
const unclear = 'Check the answers';

/** Gathers from all sections what the action plan and the checklist show, one row for each item that has to be answered. */
export async function writeCollected(workbook: Workbook, content: WorkbookContent): Promise<void> {
  const { headerRow, rows, columns } = content.layout.collected;
  const sheet = workbook.addWorksheet(sheetNames.collected, { state: 'hidden' });
  [6, 60, 40, 20, 12, 16, 12, 28, 8, 8, 4, 8, 8].forEach((width, index) => {
    sheet.getColumn(index + 1).width = width;
  });
  put(sheet, 1, 1, 'Collected answers', 'title');
  put(
    sheet,
    2,
    1,
    'What the Action plan and the Checklist show, one row for each question and for each row that can be added.',
    'note',
  );
  ['No.', 'Question', 'Action', 'Lead', 'By when', 'Level or state', 'Rank', 'To do', 'Cell', 'Open'].forEach(
    (heading, index) => {
      put(sheet, headerRow, index + 1, heading, 'header');
    },
  );
  rows.forEach((row, index) => {
    put(sheet, row.row, columns.number, index + 1, 'number');
    put(sheet, row.row, columns.question, questionLabel(row), 'text');
    put(sheet, row.row, columns.action, answerFormula(content, row, 'action'), 'text');
    put(sheet, row.row, columns.lead, answerFormula(content, row, 'lead'), 'text');
    put(sheet, row.row, columns.due, answerFormula(content, row, 'due'), 'date');
    put(sheet, row.row, columns.state, stateOfRow(content, row), 'number');
    put(sheet, row.row, columns.rank, rankOfRow(content, row), 'number');
    const toDo = toDoFormula(content, row, index);
    put(sheet, row.row, columns.toDo, toDo, 'text');
    put(sheet, row.row, columns.cell, cellFormula(content, row, toDo.result), 'text');
    const at = address(row.row, columns.toDo);
    put(
      sheet,
      row.row,
      columns.open,
      { formula: `IF(${at}="","",${address(row.row, columns.number)})`, result: toDo.result === '' ? '' : index + 1 },
      'number',
    );
  });
  writeOpenEntries(sheet, content);
  fitRows(sheet);
  await protect(sheet);
}

/** The cells of one column of the collected answers. */
export function collectedColumn({ layout }: WorkbookContent, column: number, rows: readonly CollectedRow[]): string {
  const first = rows.at(0)?.row ?? layout.collected.headerRow + 1;
  return sheetColumn(sheetNames.collected, column, first, rows.at(-1)?.row ?? first);
}

/** An answer as it stands in its own sheet; empty text when it is blank or there is no such field. */
function answerFormula({ response }: WorkbookContent, row: CollectedRow, purpose: FieldPurpose): Formula {
  const place = answerPlace(row, purpose);
  const key = fieldKeyFor(row, purpose);
  const answer = key === undefined ? undefined : answerOf(response, row.item.key, key);
  const value = answer === undefined ? '' : (typedValue(answer) ?? '');
  const isDay = purpose === 'due' && answer?.state === 'answered' && typeof value === 'string';
  return {
    formula: place === undefined ? '""' : `IF(${place}="","",${place})`,
    result: isDay ? daySerial(value) : value,
  };
}

function toDoFormula(
  content: WorkbookContent,
  row: CollectedRow,
  index: number,
): Formula & { readonly result: string } {
  const { layout } = content;
  const state = address(row.row, layout.collected.columns.state);
  const reasonField = scoreColumn(row.items)?.field.notApplicable?.reasonIn;
  const reason = reasonField === undefined ? undefined : fieldPlace(row, reasonField);
  const at = (column: number): string => address(row.row, column);
  const { action, lead, due } = layout.collected.columns;
  const quoted = (missing: Missing): string => quotedText(toDoWords(missing));
  // What a section does not ask for is not missing.
  const dueField = row.section.fields.find(({ key }) => key === fieldKeyFor(row, 'due'));
  const noLead = fieldKeyFor(row, 'lead') === undefined ? 'FALSE' : `${at(lead)}=""`;
  const noDay = dueField?.kind === 'date' ? `ISNUMBER(${at(due)})=FALSE` : `${at(due)}=""`;
  const noDate = dueField === undefined ? 'FALSE' : noDay;
  const afterAction =
    `IF(${at(action)}="","",IF(${noLead},IF(${noDate},${quoted('lead and date')},${quoted('lead')}),` +
    `IF(${noDate},${quoted('date')},"")))`;
  const afterReason = neededFields(content, row).reduceRight(
    (rest, { condition, cell, field }) => `IF(AND(${condition},${cell}=""),${quoted({ needed: field })},${rest})`,
    afterAction,
  );
  const afterScore =
    reason === undefined
      ? afterReason
      : `IF(AND(${state}=${quotedText(stateWords.notApplicable)},${reason}=""),${quoted('reason')},${afterReason})`;
  const missing = content.checklist.items[index]?.missing;
  return {
    formula: `IFERROR(IF(${state}=${quotedText(stateWords.unanswered)},${quoted('score')},${afterScore}),${quotedText(unclear)})`,
    result: missing === undefined ? '' : toDoWords(missing),
  };
}

/** The address, on the item's own sheet, of the first cell that is still open. */
function cellFormula(content: WorkbookContent, row: CollectedRow, toDo: string): Formula {
  const { layout } = content;
  const at = address(row.row, layout.collected.columns.toDo);
  const own = (field: string | undefined): string => {
    const column = fieldColumnOf(row, field);
    return column === undefined ? '' : address(row.itemRow, column);
  };
  const score = scoreColumn(row.items);
  const cells: readonly (readonly [Missing, string])[] = [
    ['reason', own(score?.field.notApplicable?.reasonIn)],
    ...neededFields(content, row).map(({ field }) => [{ needed: field }, own(field.key)] as const),
    ['lead and date', own(fieldKeyFor(row, 'lead'))],
    ['lead', own(fieldKeyFor(row, 'lead'))],
    ['date', own(fieldKeyFor(row, 'due'))],
  ];
  const scoreCell = own(score?.field.key);
  const nested = cells.reduceRight(
    (rest, [missing, cell]) => `IF(${at}=${quotedText(toDoWords(missing))},"${cell}",${rest})`,
    `"${scoreCell}"`,
  );
  return {
    formula: `IF(${at}="","",${nested})`,
    result: toDo === '' ? '' : (cells.find(([missing]) => toDoWords(missing) === toDo)?.[1] ?? scoreCell),
  };
}

interface NeededField {
  readonly field: Field;
  readonly condition: string;
  readonly cell: string;
}

/** The fields that other answers of an item make necessary, in the order in which they are asked for. */
function neededFields({ layout }: WorkbookContent, row: CollectedRow): readonly NeededField[] {
  const { section } = row;
  return (section.rules ?? []).flatMap(({ when, needs = [] }) => {
    const conditions = conditionFormulas(layout, section, when, fieldPlace(row, when.field) ?? '');
    const condition =
      conditions.length === 1 ? conditions.join('') : `(${conditions.map((one) => `(${one})`).join('+')}>0)`;
    return needs.map((need) => ({
      field: fieldOf(section, need),
      condition,
      cell: fieldPlace(row, need) ?? '',
    }));
  });
}

/** Where the item stands among the areas for development; only what the scorecard counts has a rank. */
function rankOfRow(content: WorkbookContent, row: CollectedRow): Formula | undefined {
  const { rows, columns } = content.layout.workings;
  const at = rows.findIndex(({ item }) => item.key === row.item.key);
  const counted = rows[at];
  if (counted === undefined) return undefined;
  return {
    formula: sheetCell(sheetNames.workings, counted.row, columns.rank),
    result: rankOf(content, counted, at + 1),
  };
}

/** The workings know the state of what the scorecard counts; that of the others is worked out here. */
function stateOfRow(content: WorkbookContent, row: CollectedRow): Formula {
  const { layout } = content;
  const counted = layout.workings.rows.find(({ item }) => item.key === row.item.key);
  if (counted !== undefined) {
    const formula = sheetCell(sheetNames.workings, counted.row, layout.workings.columns.state);
    return { formula, result: stateOf(content, row) };
  }
  const score = scoreColumn(row.items);
  if (score === undefined) throw new Error(`The item ${row.item.key} has no scale`);
  const cell = sheetCell(row.items.name, row.itemRow, score.column);
  return stateFormula(content, row, listOf(layout, score.field.scale), cell);
}

function answerPlace(row: CollectedRow, purpose: FieldPurpose): string | undefined {
  const key = fieldKeyFor(row, purpose);
  return key === undefined ? undefined : fieldPlace(row, key);
}

function fieldPlace(row: CollectedRow, field: string): string | undefined {
  const column = fieldColumnOf(row, field);
  return column === undefined ? undefined : sheetCell(row.items.name, row.itemRow, column);
}

const fieldColumnOf = ({ items }: CollectedRow, field: string | undefined): number | undefined =>
  items.columns.find(({ content }) => content.is === 'field' && content.field.key === field)?.column;
