import type { Workbook, Worksheet } from 'exceljs';
import type { Missing } from '../../scoring/checklist.ts';
import { answeredOf, applicableOf } from '../../scoring/position.ts';
import { address, fixed, sheetCell } from '../../spreadsheet/address.ts';
import {
  addTable,
  type ColourRule,
  colourWhen,
  completeSheet,
  type Formula,
  protect,
  put,
} from '../../spreadsheet/worksheet.ts';
import type { WorkbookContent } from '../content.ts';
import { type CollectedRow, type EntriesSheet, isScored, scoreColumn, sheetNames } from '../layout.ts';
import { columnRange } from './answers.ts';
import { quotedText } from './bands.ts';
import { collectedColumn, toDoWords } from './collected.ts';
import { completeRows, firstOpen, firstOpenEntry, incompleteRows } from './openEntries.ts';
import { startSheet } from './start.ts';
import { questionLabel } from './workings.ts';

const words = { done: 'Done', open: 'Open' } as const;

/** Done and open, in words and colour (practice T9). */
const stateRules = (cell: string): readonly ColourRule[] => [
  { formula: `${cell}="${words.done}"`, colour: 'green' },
  { formula: `${cell}="${words.open}"`, colour: 'amber' },
];

/** What is still to be done: by sheet, with a link to where to go on, and then one row for each thing that is needed. */
export async function writeChecklist(workbook: Workbook, content: WorkbookContent): Promise<void> {
  const { layout } = content;
  const { statusRow, sheets, needed } = layout.checklist;
  const sheet = startSheet(workbook, content, {
    name: sheetNames.checklist,
    title: 'Checklist',
    note: 'It fills itself in. When nothing is open any more, the workbook is ready to be returned.',
    widths: [26, 92, 30, 12],
    headerRow: needed.headerRow,
  });
  put(sheet, statusRow, 1, statusFormula(content), 'status');
  writeSheets(sheet, content);
  writeNeeded(sheet, content);
  for (const { firstRow, lastRow } of [sheets, needed]) {
    colourWhen(sheet, columnRange(4, firstRow, lastRow), stateRules(address(firstRow, 4)));
  }
  completeSheet(sheet);
  await protect(sheet);
}

/** How far the workbook is answered, and whether it is ready to be returned; the cover shows the same. */
export function statusFormula({ layout, checklist, scorecard }: WorkbookContent): Formula {
  const { firstRow, lastRow } = layout.checklist.needed;
  const states = `${sheetCell(sheetNames.checklist, firstRow, 4)}:${fixed(lastRow, 4)}`;
  const open = `SUMPRODUCT((${states}="${words.open}")*1)`;
  const ready = 'Ready to return: everything is filled in.';
  const formula = `IF(${open}=0,"${ready}","Still to do: "&${open}&", listed on the Checklist.")`;
  const result = checklist.open === 0 ? ready : `Still to do: ${checklist.open}, listed on the Checklist.`;
  if (!isScored(layout)) return { formula, result };
  const { columns, overall } = layout.scorecard;
  const cell = (column: number): string => sheetCell(sheetNames.scorecard, overall.firstRow, column);
  const answered = `SUM(${cell(columns.firstLevel)}:${fixed(overall.firstRow, columns.notApplicable - 1)})`;
  const { tally } = scorecard.overall;
  return {
    formula: `"Answered "&${answered}&" of "&(${answered}+${cell(columns.unanswered)})&" questions that apply. "&${formula}`,
    result: `Answered ${answeredOf(tally)} of ${applicableOf(tally)} questions that apply. ${result}`,
  };
}

/** A sheet on which something is required: where its rows stand among those that are needed, and its first open cell. */
interface Part {
  readonly name: string;
  readonly title: string;
  readonly open: Formula & { readonly result: number };
  readonly cell: string;
}

function writeSheets(sheet: Worksheet, content: WorkbookContent): void {
  const { titleRow, headerRow, firstRow } = content.layout.checklist.sheets;
  const parts = [...itemParts(content), ...entryParts(content)];
  put(sheet, titleRow, 1, 'Where to go on', 'heading');
  addTable(sheet, {
    name: 'checklist_sheets',
    row: headerRow,
    headings: ['Sheet', 'Go to the first open cell', 'Still to do', 'State'],
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

const nothingOpen = 'Nothing is open';

function itemParts(content: WorkbookContent): readonly Part[] {
  const { layout, checklist } = content;
  const { columns, rows } = layout.collected;
  return layout.items
    .filter((items) => scoreColumn(items) !== undefined)
    .map((items) => {
      const own = rows.filter((row) => row.items === items);
      const range = (column: number): string => collectedColumn(content, column, own);
      const open = checklist.items.filter(
        ({ section, missing }) => section.key === items.section.key && missing !== undefined,
      ).length;
      return {
        name: items.name,
        title: `${items.section.key} ${items.section.title}`,
        open: { formula: `COUNT(${range(columns.open)})`, result: open },
        cell: firstOpen(range(columns.cell), range(columns.open), own.length),
      };
    });
}

function entryParts(content: WorkbookContent): readonly Part[] {
  const { layout, checklist } = content;
  return checklist.entries.flatMap(({ section, missing }) => {
    const sheet = layout.entries.find((candidate) => candidate.section.key === section.key);
    if (sheet === undefined) return [];
    return [
      {
        name: sheet.name,
        title: section.title,
        open: { formula: `IF(${doneFormula(content, sheet)},0,1)`, result: missing === undefined ? 0 : 1 },
        cell: firstOpenEntry(content, sheet),
      },
    ];
  });
}

const doneFormula = (content: WorkbookContent, sheet: EntriesSheet): string =>
  `AND(${completeRows(content, sheet)}>=${sheet.section.required},${incompleteRows(content, sheet)}=0)`;

function writeNeeded(sheet: Worksheet, content: WorkbookContent): void {
  const { layout, checklist } = content;
  const { titleRow, headerRow, firstRow, lastRow } = layout.checklist.needed;
  put(sheet, titleRow, 1, 'What is needed', 'heading');
  addTable(sheet, {
    name: 'checklist_needed',
    row: headerRow,
    headings: ['Sheet', 'What', 'To do', 'State'],
    rows: lastRow - firstRow + 1,
  });
  layout.collected.rows.forEach((row, index) => {
    writeItem(sheet, content, firstRow + index, row, checklist.items[index]?.missing);
  });
  checklist.entries.forEach(({ section, missing }, index) => {
    const row = firstRow + layout.collected.rows.length + index;
    const entries = layout.entries.find((candidate) => candidate.section.key === section.key);
    if (entries === undefined) return;
    const fields = section.optional === undefined ? 'every field' : 'every field that is needed';
    const toDo = {
      rows: `Fill in ${section.required === 1 ? 'a row' : `${section.required} rows`}, ${fields}`,
      'rest of rows': 'Complete the rows that are begun',
    } as const;
    const [done, isDone] = [doneFormula(content, entries), missing === undefined];
    const open = `IF(${incompleteRows(content, entries)}>0,"${toDo['rest of rows']}","${toDo.rows}")`;
    put(sheet, row, 1, entries.name, 'text');
    put(sheet, row, 2, section.title, 'text');
    put(
      sheet,
      row,
      3,
      { formula: `IF(${done},"",${open})`, result: missing === undefined ? '' : toDo[missing] },
      'text',
    );
    put(sheet, row, 4, stateFormula(done, isDone), 'position');
  });
}

function writeItem(
  sheet: Worksheet,
  { layout }: WorkbookContent,
  row: number,
  item: CollectedRow,
  missing: Missing | undefined,
): void {
  const toDo = sheetCell(sheetNames.collected, item.row, layout.collected.columns.toDo);
  put(sheet, row, 1, item.items.name, 'text');
  put(sheet, row, 2, questionLabel(item), 'text');
  put(sheet, row, 3, { formula: toDo, result: missing === undefined ? '' : toDoWords(missing) }, 'text');
  put(sheet, row, 4, stateFormula(`${toDo}=""`, missing === undefined), 'position');
}

const stateFormula = (done: string, isDone: boolean): Formula => ({
  formula: `IF(${done},"${words.done}","${words.open}")`,
  result: isDone ? words.done : words.open,
});
