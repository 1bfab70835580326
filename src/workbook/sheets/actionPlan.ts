import type { Workbook } from 'exceljs';
import { type Answer, answerOf, blank, typedValue } from '../../response/response.ts';
import { fieldKeyFor } from '../../scoring/checklist.ts';
import type { DevelopmentArea } from '../../scoring/scorecard.ts';
import { address, fixed } from '../../spreadsheet/address.ts';
import { daySerial } from '../../spreadsheet/daySerial.ts';
import { highestRow, textHeight } from '../../spreadsheet/rowHeight.ts';
import { addTable, colourWhen, completeSheet, type Formula, protect, put } from '../../spreadsheet/worksheet.ts';
import { ukTime } from '../../time.ts';
import type { WorkbookContent } from '../content.ts';
import { sheetNames } from '../layout.ts';
import { columnRange } from './answers.ts';
import { collectedColumn } from './collected.ts';
import { developmentLine, levelText, longestLine } from './development.ts';
import { startSheet } from './start.ts';
import { workingsColumn } from './workings.ts';

/** What is wrong with a line of the plan. */
const marks = {
  noAction: 'No action given',
  noLeadOrDate: 'No lead or date',
  noLead: 'No lead',
  noDate: 'No date',
  overdue: 'Date is before the deadline',
  noDay: 'The date cannot be read',
} as const;

const columns = { question: 1, action: 2, lead: 3, due: 4, mark: 5 } as const;

/** In characters; that of the questions lies between bounds. */
const widths = { leastQuestion: 70, mostQuestion: 126, others: [50, 20, 13, 24] } as const;

/** Characters by which an indent narrows a column. */
const indentedBy = 2;

/** Rows whose text comes by formula cannot grow with it: room for two lines, which people may make more. */
const twoLines = 29;

/** Every question below the highest level with its action, lead and date, lowest level first, by formula. */
export async function writeActionPlan(workbook: Workbook, content: WorkbookContent): Promise<void> {
  const { layout, scorecard } = content;
  const { deadlineRow, titleRow, headerRow, firstRow, lastRow } = layout.actionPlan;
  const question = questionRoom(content);
  const sheet = startSheet(workbook, content, {
    name: sheetNames.actionPlan,
    title: 'Action plan',
    note: 'It fills itself in from the sections: every question below the highest level, lowest level first. Rows that are not needed stay empty.',
    widths: [question.width, ...widths.others],
    headerRow,
  });
  put(sheet, deadlineRow, 1, daySerial(deadlineDay(content)), 'deadline');
  put(sheet, titleRow, 1, 'What will be done, by whom and by when', 'heading');
  addTable(sheet, {
    name: 'action_plan',
    row: headerRow,
    headings: ['Level and question', 'Action', 'Lead', 'By when', 'To look at'],
    rows: lastRow - firstRow + 1,
  });
  for (let row = firstRow; row <= lastRow; row += 1) {
    const line = planLine(content, row, row - firstRow + 1, scorecard.development[row - firstRow]);
    put(sheet, row, columns.question, line.question, 'text');
    put(sheet, row, columns.action, line.action, 'text');
    put(sheet, row, columns.lead, line.lead, 'text');
    put(sheet, row, columns.due, line.due, 'date');
    put(sheet, row, columns.mark, line.mark, 'text');
  }
  const firstMark = address(firstRow, columns.mark);
  colourWhen(sheet, columnRange(columns.mark, firstRow, lastRow), [{ formula: `${firstMark}<>""`, colour: 'amber' }]);
  completeSheet(sheet);
  for (let row = firstRow; row <= lastRow; row += 1) {
    sheet.getRow(row).height = Math.max(question.height, sheet.getRow(row).height ?? 0);
  }
  await protect(sheet);
}

/** Any question can stand in any row: the column is so wide, within reason, that each fits into two lines. */
function questionRoom(content: WorkbookContent): { readonly width: number; readonly height: number } {
  const lines = content.layout.workings.rows.map((item) => longestLine(content, item));
  const heightAt = (width: number): number =>
    Math.max(twoLines, ...lines.map((line) => textHeight(line, width - indentedBy, 10, false)));
  let width: number = widths.leastQuestion;
  while (width < widths.mostQuestion && heightAt(width) > twoLines) width += 2;
  return { width, height: Math.min(highestRow, heightAt(width)) };
}

interface PlanLine {
  readonly question: Formula;
  readonly action: Formula;
  readonly lead: Formula;
  readonly due: Formula;
  readonly mark: Formula;
}

/** The line of a rank among the areas for development; empty where there are fewer. */
function planLine(content: WorkbookContent, row: number, rank: number, area: DevelopmentArea | undefined): PlanLine {
  const { layout } = content;
  const ranks = workingsColumn(content, layout.workings.columns.rank);
  const nth = (range: string): string => `INDEX(${range},MATCH(SMALL(${ranks},${rank}),${ranks},0))`;
  const listed = (what: string): string => `IF(COUNT(${ranks})<${rank},"",${what})`;
  const from = layout.collected.columns;
  const all = (column: number): string => collectedColumn(content, column, layout.collected.rows);
  const collected = (column: number): string =>
    `INDEX(${all(column)},MATCH(SMALL(${ranks},${rank}),${all(from.rank)},0))`;
  const given = givenFor(content, area);
  const at = (column: number): string => address(row, column);
  const state = nth(workingsColumn(content, layout.workings.columns.state));
  const question = nth(workingsColumn(content, layout.workings.columns.question));
  const deadline = fixed(layout.actionPlan.deadlineRow, 1);
  return {
    question: {
      formula: listed(`${levelText(content, state)}&": "&${question}`),
      result: area === undefined ? '' : developmentLine(content, area),
    },
    action: { formula: listed(collected(from.action)), result: given.action },
    lead: { formula: listed(collected(from.lead)), result: given.lead },
    due: { formula: listed(collected(from.due)), result: given.due },
    mark: {
      formula:
        `IF(${at(columns.question)}="","",IF(${at(columns.action)}="","${marks.noAction}",IF(${at(columns.lead)}="",` +
        `IF(${at(columns.due)}="","${marks.noLeadOrDate}","${marks.noLead}"),IF(${at(columns.due)}="","${marks.noDate}",` +
        `IF(ISNUMBER(${at(columns.due)}),IF(${at(columns.due)}<${deadline},"${marks.overdue}",""),"${marks.noDay}")))))`,
      result: area === undefined ? '' : markOf(given, daySerial(deadlineDay(content))),
    },
  };
}

interface Given {
  readonly action: string;
  readonly lead: string;
  /** A day as Excel counts it, what else was typed, or empty. */
  readonly due: number | string;
}

function givenFor({ response }: WorkbookContent, area: DevelopmentArea | undefined): Given {
  const answer = (purpose: 'action' | 'lead' | 'due'): Answer => {
    const key = area === undefined ? undefined : fieldKeyFor(area, purpose);
    return area === undefined || key === undefined ? blank : answerOf(response, area.item.key, key);
  };
  const text = (given: Answer): string => String(typedValue(given) ?? '');
  const due = answer('due');
  return {
    action: text(answer('action')),
    lead: text(answer('lead')),
    due: due.state === 'answered' ? daySerial(String(due.value)) : text(due),
  };
}

function markOf({ action, lead, due }: Given, deadline: number): string {
  if (action === '') return marks.noAction;
  if (lead === '') return due === '' ? marks.noLeadOrDate : marks.noLead;
  if (due === '') return marks.noDate;
  if (typeof due !== 'number') return marks.noDay;
  return due < deadline ? marks.overdue : '';
}

/** The day of the deadline on the partners' calendar. */
const deadlineDay = ({ due }: WorkbookContent): string => ukTime(due).slice(0, 10);
