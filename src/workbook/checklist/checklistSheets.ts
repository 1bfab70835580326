import { isLeftBlank, isTakenAway } from '../../response/response.ts';
import { address } from '../../spreadsheet/model/address.ts';
import type { Formula } from '../../spreadsheet/plan/content.ts';
import { quotedText } from '../../spreadsheet/plan/formulaText.ts';
import { cell, joinParts, resultCell, type SheetPart, tableHeadings } from '../../spreadsheet/plan/sheetParts.ts';
import type { PlannedCell } from '../../spreadsheet/plan/sheetPlan.ts';
import type { Words } from '../../words/words.ts';
import { notAskedFormula } from '../calculations/asked.ts';
import { allMet } from '../calculations/requirementFormulas.ts';
import { notAskedState } from '../calculations/states.ts';
import type { WorkbookContent } from '../layout/content.ts';
import type { CollectedRow } from '../layout/layout.ts';
import { startedRows } from '../numbers/startedRows.ts';
import { checkedEntries, lackingFormulas, stateFormula, tooFewFormula } from './checklistLines.ts';
import { collectedColumn } from './collected.ts';
import { begunRows, firstEmptyEntry, firstOpenEntry, nthOpen, openRows } from './openEntries.ts';

/** A sheet with something to answer. */
export interface CheckedSheet {
  /** Its row on the checklist. */
  readonly row: number;
  readonly name: string;
  readonly title: string;
  /** How much is needed on it: questions, rows that have been started, and rows that are missing. */
  readonly needed: Count;
  /** How much of that is still to be done. */
  readonly open: Count;
  /** The address of the first open cell, as a formula. */
  readonly cell: string;
}

type Count = Formula & { readonly result: number };

export const sheetColumns = { name: 1, link: 2, open: 3, state: 4, needed: 5 } as const;

/** One row for each sheet, with a link to its first open cell. */
export function sheetsBlock(content: WorkbookContent): SheetPart {
  const { titleRow, headerRow } = content.layout.checklist.sheets;
  const words = content.words.checklist;
  const sheets = checkedSheets(content);
  return joinParts([
    { cells: [cell(titleRow, 1, words.bySheet, 'heading')] },
    tableHeadings({
      name: 'checklist_sheets',
      row: headerRow,
      headings: words.sheetHeadings,
      rows: sheets.length,
    }),
    { cells: sheets.flatMap((sheet) => sheetCells(words, sheet)) },
  ]);
}

function sheetCells(
  words: Words['checklist'],
  { row, name, title, needed, open, cell: place }: CheckedSheet,
): readonly PlannedCell[] {
  const count = address(row, sheetColumns.open);
  const link = words.goTo(title);
  const target = `HYPERLINK(${quotedText(`#'${name}'!`)}&${place},${quotedText(link)})`;
  return [
    cell(row, sheetColumns.name, name, 'text'),
    resultCell(
      row,
      sheetColumns.link,
      { formula: `IF(${count}=0,"",${target})`, result: open.result === 0 ? '' : link },
      'link',
    ),
    resultCell(row, sheetColumns.open, open, 'number'),
    resultCell(row, sheetColumns.state, stateFormula(words, `${count}=0`, open.result === 0), 'position'),
    resultCell(row, sheetColumns.needed, needed, 'number'),
  ];
}

/** The longest texts that the rows may show. */
export const sheetTexts = (content: WorkbookContent): readonly PlannedCell[] =>
  checkedSheets(content).map(({ row, title }) =>
    resultCell(row, sheetColumns.link, content.words.checklist.goTo(title), 'link'),
  );

/** The sheets with something to answer, in their order on the checklist. */
export const checkedSheets = (content: WorkbookContent): readonly CheckedSheet[] =>
  [...itemSheets(content), ...entrySheets(content)].map((sheet, index) => ({
    ...sheet,
    row: content.layout.checklist.sheets.firstRow + index,
  }));

function itemSheets(content: WorkbookContent): readonly Omit<CheckedSheet, 'row'>[] {
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
      needed: neededCount(content, own),
      open: { formula: `COUNT(${range(open.open)})`, result: count },
      cell: nthOpen(range(open.cell), range(open.open), own.length, '1'),
    };
  });
}

/** The questions of a sheet that are asked, without optional ones left blank of which nothing is open. */
function neededCount(content: WorkbookContent, rows: readonly CollectedRow[]): Count {
  const { words, layout, response, checklist } = content;
  const { question, state, items } = layout.collected.columns;
  const [states, unmet] = [state, items.requirement].map((column) => collectedColumn(content, column, rows));
  const open = new Set(checklist.items.flatMap(({ item, unmet: own }) => (own.length === 0 ? [] : [item.key])));
  const needed = rows.filter(({ item: { key } }) => {
    const answers = response.items.get(key);
    return open.has(key) || !(isTakenAway(answers) || isLeftBlank(answers));
  });
  return {
    formula: [
      `COUNTA(${collectedColumn(content, question, rows)})`,
      ...(rows.some((row) => notAskedFormula(layout, row) !== undefined)
        ? [`COUNTIF(${states},${quotedText(notAskedState(content))})`]
        : []),
      ...(rows.some(({ item }) => item.optional === true)
        ? [`SUMPRODUCT((${states}=${quotedText(words.states.optional)})*(${unmet}=${allMet}))`]
        : []),
    ].join('-'),
    result: needed.length,
  };
}

function entrySheets(content: WorkbookContent): readonly Omit<CheckedSheet, 'row'>[] {
  return checkedEntries(content).map(({ sheet, check }) => {
    const lacking = lackingFormulas(content, sheet).map(({ formula }) => `IF(${formula},1,0)`);
    const tooFew = `IF(${tooFewFormula(content, sheet)},1,0)`;
    const missing = [...(sheet.section.required > 0 ? [tooFew] : []), ...lacking];
    const missingNow = check.lacking.length + (check.tooFew ? 1 : 0);
    const begun = begunRows(content, sheet.section).length;
    return {
      name: sheet.name,
      title: sheet.section.title,
      needed: { formula: [startedRows(content.layout, sheet), ...missing].join('+'), result: begun + missingNow },
      open: {
        formula: [openRows(content, sheet), ...missing].join('+'),
        result: check.rows.length + missingNow,
      },
      cell: `IFERROR(${firstOpenEntry(content, sheet)},${firstEmptyEntry(content, sheet).formula})`,
    };
  });
}
