import type { Workbook, Worksheet } from 'exceljs';
import { answeredQuestions } from '../../scoring/answeredQuestions.ts';
import type { EntriesCheck } from '../../scoring/plans/checklist.ts';
import { address, fixed, sheetCell, sheetColumn } from '../../spreadsheet/model/address.ts';
import { keepTogether, type RowRange } from '../../spreadsheet/style/printedPage.ts';
import {
  addTable,
  boxFilledRows,
  type ColourRule,
  type Content,
  colourWhen,
  completeSheet,
  type Formula,
  protect,
  put,
} from '../../spreadsheet/write/worksheet.ts';
import { questionLabel, stateNames } from '../calculations/calculations.ts';
import { countFormula } from '../calculations/requirementFormulas.ts';
import type { WorkbookContent } from '../layout/content.ts';
import {
  type BlockRows,
  type ChecklistSheet,
  type CollectedRow,
  type EntriesSheet,
  sheetNames,
} from '../layout/layout.ts';
import { columnRange } from '../parts/answers.ts';
import { quotedText } from '../parts/bands.ts';
import { startSheet } from '../parts/startSheet.ts';
import { collectedColumn } from './collected.ts';
import { firstEmptyEntry, firstOpenEntry, nthOpen, openRows, startedRows } from './collectedEntries.ts';
import { letterOf } from './openColumns.ts';
import { describeRequiredRows, missingAnswerText, toDoText } from './toDo.ts';

const words = { done: 'Done', open: 'Open' } as const;

/** Done and open, in words and colour (practice T9). */
const stateRules = (cell: string): readonly ColourRule[] => [
  { formula: `${cell}="${words.done}"`, colour: 'green' },
  { formula: `${cell}="${words.open}"`, colour: 'amber' },
];

const columns = { sheet: 1, what: 2, toDo: 3, state: 4, link: 5 } as const;

/** Text from a formula cannot make its row higher, so each row has room for two lines. */
const twoLines = 29;

/**
 * Writes the list of everything still open: by sheet, with a link to the first open cell, and then one row for each
 * thing that is needed.
 */
export async function writeChecklist(workbook: Workbook, content: WorkbookContent): Promise<void> {
  const { statusRow, sheets, needed, rows } = content.layout.checklist;
  const sheet = startSheet(workbook, content, {
    name: sheetNames.checklist,
    title: 'Checklist',
    note: 'This list updates as you answer. When every line says Done, the workbook is ready to be returned.',
    widths: [26, 76, 44, 12, 16],
    headerRow: needed.headerRow,
  });
  put(sheet, statusRow, 1, statusFormula(content), 'status');
  writeSheets(sheet, content);
  writeNeeded(sheet, content);
  if (rows !== undefined) writeRows(sheet, content, rows);
  for (const block of [sheets, needed, ...(rows === undefined ? [] : [rows])]) {
    if (block.lastRow < block.firstRow) continue;
    colourWhen(
      sheet,
      columnRange(columns.state, block.firstRow, block.lastRow),
      stateRules(address(block.firstRow, columns.state)),
    );
  }
  if (rows !== undefined) boxFilledRows(sheet, { ...rows, columns: headings.length, filled: columns.what });
  completeSheet(sheet);
  for (let row = rows?.firstRow ?? 0; row <= (rows?.lastRow ?? -1); row += 1) {
    sheet.getRow(row).height = Math.max(twoLines, sheet.getRow(row).height ?? 0);
  }
  if (rows !== undefined) keepTogether(sheet, needed.headerRow, printedTogether(content.layout.checklist, rows));
  await protect(sheet);
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

/** A sheet with something to answer: how much is still open, and its first open cell. */
interface Part {
  readonly name: string;
  readonly title: string;
  readonly open: Formula & { readonly result: number };
  readonly cell: string;
}

function writeSheets(sheet: Worksheet, content: WorkbookContent): void {
  const { titleRow, headerRow, firstRow } = content.layout.checklist.sheets;
  const parts = [...itemParts(content), ...entryParts(content)];
  put(sheet, titleRow, 1, 'What is left, by sheet', 'heading');
  addTable(sheet, {
    name: 'checklist_sheets',
    row: headerRow,
    headings: ['Sheet', 'Go to the first open cell', 'Open items', 'State'],
    rows: parts.length,
  });
  parts.forEach(({ name, title, open, cell }, index) => {
    const row = firstRow + index;
    const count = address(row, 3);
    const link = `Go to ${title}`;
    put(sheet, row, 1, name, 'text');
    put(
      sheet,
      row,
      2,
      {
        formula: `IF(${count}=0,"${nothingOpen}",HYPERLINK(${quotedText(`#'${name}'!`)}&${cell},${quotedText(link)}))`,
        result: open.result === 0 ? nothingOpen : link,
      },
      'link',
    );
    put(sheet, row, 3, open, 'number');
    put(sheet, row, 4, stateFormula(`${count}=0`, open.result === 0), 'position');
  });
}

const nothingOpen = 'Complete';

function itemParts(content: WorkbookContent): readonly Part[] {
  const { layout, checklist } = content;
  const { items: open } = layout.collected.columns;
  return layout.items.map((items) => {
    const own = layout.collected.rows.filter((row) => row.items === items);
    const range = (column: number): string => collectedColumn(content, column, own);
    const count = checklist.items.filter(
      ({ section, unmet }) => section.key === items.section.key && unmet.length > 0,
    ).length;
    return {
      name: items.name,
      title: `${items.section.key} ${items.section.title}`,
      open: { formula: `COUNT(${range(open.open)})`, result: count },
      cell: nthOpen(range(open.cell), range(open.open), own.length, '1'),
    };
  });
}

function entryParts(content: WorkbookContent): readonly Part[] {
  return checkedEntries(content).map(({ sheet, check }) => {
    const lacking = lackingFormulas(content, sheet).map(({ formula }) => `IF(${formula},1,0)`);
    const tooFew = `IF(${tooFewFormula(content, sheet)},1,0)`;
    return {
      name: sheet.name,
      title: sheet.section.title,
      open: {
        formula: [openRows(content, sheet), ...(sheet.section.required > 0 ? [tooFew] : []), ...lacking].join('+'),
        result: check.rows.length + check.lacking.length + (check.tooFew ? 1 : 0),
      },
      cell: `IFERROR(${firstOpenEntry(content, sheet)},${firstEmptyEntry(content, sheet).formula})`,
    };
  });
}

interface CheckedEntries {
  readonly sheet: EntriesSheet;
  readonly check: EntriesCheck;
}

const checkedEntries = ({ layout, checklist }: WorkbookContent): readonly CheckedEntries[] =>
  layout.entries.flatMap((sheet) => {
    const check = checklist.entries.find(({ section }) => section.key === sheet.section.key);
    return check === undefined ? [] : [{ sheet, check }];
  });

const tooFewFormula = (content: WorkbookContent, sheet: EntriesSheet): string =>
  `${startedRows(content, sheet)}<${sheet.section.required}`;

/** For each answer that a section must have in some row: whether no row has it, and what to do then. */
function lackingFormulas(
  content: WorkbookContent,
  { name, section, columns: own, rows }: EntriesSheet,
): readonly { readonly formula: string; readonly what: string; readonly text: string }[] {
  const [first = 0, last = first] = [rows.at(0), rows.at(-1)];
  return (section.mustInclude ?? []).map((wanted) => {
    const column = own.find((one) => one.content.is === 'field' && one.content.field.key === wanted.field)?.column ?? 1;
    const count = countFormula(content, section, wanted, sheetColumn(name, column, first, last));
    return {
      formula: `IFERROR(${count}=0,TRUE)`,
      what: describeRequiredRows(content.instrument, section, wanted),
      text: missingAnswerText(content.instrument, section, wanted),
    };
  });
}

function writeNeeded(sheet: Worksheet, content: WorkbookContent): void {
  const { layout, checklist } = content;
  const { titleRow, headerRow, firstRow, lastRow } = layout.checklist.needed;
  if (lastRow < firstRow) return;
  put(sheet, titleRow, 1, 'What is needed', 'heading');
  addTable(sheet, { name: 'checklist_needed', row: headerRow, headings, rows: lastRow - firstRow + 1 });
  layout.collected.rows.forEach((row, index) => {
    const [first] = checklist.items[index]?.unmet ?? [];
    const { items: open } = layout.collected.columns;
    const collected = (column: number): string => sheetCell(sheetNames.collected, row.row, column);
    writeLine(sheet, firstRow + index, {
      sheet: row.items.name,
      what: questionLabel(row),
      toDo: {
        formula: collected(open.toDo),
        result: first === undefined ? '' : toDoText(content.instrument, first.requirement),
      },
      cell: {
        formula: collected(open.cell),
        result: first === undefined ? '' : `${letterOf(row.items.columns, first.requirement.field)}${row.itemRow}`,
      },
      isOpen: first !== undefined,
    });
  });
  const lines = checkedEntries(content).flatMap((entries) => entriesLines(content, entries));
  lines.forEach((line, index) => {
    writeLine(sheet, firstRow + layout.collected.rows.length + index, line);
  });
}

const headings = ['Sheet', 'What', 'To do', 'State', 'Go there'] as const;

/** One required thing. What to do and where are empty texts once it is done. */
interface Line {
  readonly sheet: string;
  readonly what: string;
  readonly toDo: Formula;
  readonly cell: Formula;
  readonly isOpen: boolean;
}

/** How many rows are needed, and which kinds of them. */
function entriesLines(content: WorkbookContent, { sheet, check }: CheckedEntries): readonly Line[] {
  const { section, name } = sheet;
  const cell = firstEmptyEntry(content, sheet);
  const line = (what: string, text: string, condition: string, isOpen: boolean): Line => ({
    sheet: name,
    what,
    toDo: { formula: `IF(${condition},${quotedText(text)},"")`, result: isOpen ? text : '' },
    cell: { formula: cell.formula, result: isOpen ? cell.result : '' },
    isOpen,
  });
  const fields = section.optional === undefined ? 'every field' : 'every required field';
  const rows = section.required === 1 ? 'a row' : `${section.required} rows`;
  const tooFew = line(section.title, `Fill in ${rows}, ${fields}`, tooFewFormula(content, sheet), check.tooFew);
  return [
    ...(section.required === 0 ? [] : [tooFew]),
    ...lackingFormulas(content, sheet).map(({ formula, what, text }, index) => {
      const wanted = section.mustInclude?.[index];
      return line(what, text, formula, wanted !== undefined && check.lacking.includes(wanted));
    }),
  ];
}

function writeLine(sheet: Worksheet, row: number, { sheet: name, what, toDo, cell, isOpen }: Line): void {
  put(sheet, row, columns.sheet, name, 'text');
  put(sheet, row, columns.what, what, 'text');
  put(sheet, row, columns.toDo, toDo, 'text');
  const done = `${address(row, columns.toDo)}=""`;
  put(sheet, row, columns.state, stateFormula(done, !isOpen), 'position');
  const link = `HYPERLINK(${quotedText(`#'${name}'!`)}&${cell.formula},"Go to "&${cell.formula})`;
  put(
    sheet,
    row,
    columns.link,
    { formula: `IF(${done},"",${link})`, result: isOpen ? `Go to ${cell.result}` : '' },
    'link',
  );
}

/** Lists open rows that partners added, up to a maximum, and how many more there are. */
function writeRows(sheet: Worksheet, content: WorkbookContent, block: BlockRows): void {
  const { layout } = content;
  const { titleRow, headerRow, firstRow, lastRow } = block;
  put(sheet, titleRow, 1, 'Rows to complete or correct (blank when there are none)', 'heading');
  addTable(sheet, { name: 'checklist_rows', row: headerRow, headings, rows: lastRow - firstRow + 1 });
  const { entries, columns: from, headerRow: above } = layout.collected;
  const total = entries.reduce((sum, { sheet: own }) => sum + own.rows.length, 0);
  const all = (column: number): string => sheetColumn(sheetNames.collected, column, above + 1, above + total);
  const order = all(from.entryOrder);
  const open = checkedEntries(content).flatMap(({ sheet: own, check }) =>
    check.rows.map(({ entry, unmet }) => ({ own, entry, first: unmet[0]?.requirement })),
  );
  const lines = lastRow - firstRow + 1;
  for (let row = firstRow; row <= lastRow; row += 1) {
    const nth = row - firstRow + 1;
    const found = open[nth - 1];
    const isLast = row === lastRow && total > lines;
    const listed = (what: string): string => `IF(COUNT(${order})<${nth},"",${what})`;
    const at = (column: number): string =>
      total === 1 ? all(column) : `INDEX(${all(column)},MATCH(SMALL(${order},${nth}),${order},0))`;
    const text = (column: number, formula: string, result: Content): void => {
      const isMore = isLast && open.length > lines;
      const shown = isLast && column !== columns.what ? `IF(COUNT(${order})>${lines},"",${formula})` : formula;
      put(
        sheet,
        row,
        column,
        {
          formula: listed(shown),
          result: found === undefined || (isMore && column !== columns.what) ? '' : String(result),
        },
        column === columns.link ? 'link' : column === columns.state ? 'position' : 'text',
      );
    };
    const more = ' more: they appear as these are done.';
    const number = `"No. "&${at(from.entryNumber)}`;
    text(columns.sheet, at(from.entrySheet), found?.own.name ?? '');
    text(
      columns.what,
      isLast ? `IF(COUNT(${order})>${lines},"And "&(COUNT(${order})-${lines - 1})&"${more}",${number})` : number,
      isLast && open.length > lines ? `And ${open.length - lines + 1}${more}` : `No. ${found?.entry}`,
    );
    text(
      columns.toDo,
      at(from.entries.toDo),
      found?.first === undefined ? '' : toDoText(content.instrument, found.first),
    );
    text(columns.state, `"${words.open}"`, words.open);
    const cell = at(from.entries.cell);
    const place =
      found?.first === undefined
        ? ''
        : `${letterOf(found.own.columns, found.first.field)}${found.own.rows[found.entry - 1] ?? ''}`;
    text(columns.link, `HYPERLINK("#'"&${at(from.entrySheet)}&"'!"&${cell},"Go to "&${cell})`, `Go to ${place}`);
  }
}

const stateFormula = (done: string, isDone: boolean): Formula => ({
  formula: `IF(${done},"${words.done}","${words.open}")`,
  result: isDone ? words.done : words.open,
});
