import type { EntriesSection } from '../../instrument/model/schema.ts';
import { answeredQuestions } from '../../scoring/answeredQuestions.ts';
import { address, sheetCell } from '../../spreadsheet/model/address.ts';
import type { Formula } from '../../spreadsheet/plan/content.ts';
import {
  cell,
  colourWhen,
  joinParts,
  resultCell,
  type SheetPart,
  tableHeadings,
} from '../../spreadsheet/plan/sheetParts.ts';
import type { PlannedCell } from '../../spreadsheet/plan/sheetPlan.ts';
import { completeness } from '../checklist/checklistLines.ts';
import { type CheckedSheet, checkedSheets, sheetColumns } from '../checklist/checklistSheets.ts';
import { answeredCounts, shareFormula } from '../checklist/progress.ts';
import type { WorkbookContent } from '../layout/content.ts';
import { hasActionPlan, isScored, sheetNames } from '../layout/layout.ts';
import { startedRows } from '../numbers/startedRows.ts';
import { quotedText } from '../parts/bands.ts';
import { columnRange } from '../parts/listCells.ts';
import { wordsOf } from '../words/wordsOf.ts';
import { guideSubjects } from './guide.ts';
import { sourceSubjects } from './source.ts';

/** Name of a visible sheet, and its contents in few words. */
type Entry = readonly [name: string, about: string];

/** Entry in the list of sheets, only in a workbook with corrections. */
export const correctionsEntry: Entry = [
  sheetNames.corrections,
  'What to put right in the workbook that you returned, with links to the cells.',
];

/** Names of all visible sheets besides the cover. */
export const visibleSheets = (content: WorkbookContent): readonly string[] =>
  [...sheetsToRead(content), ...sheetsToFillIn(content)].map(([name]) => name);

/** Rows that the tables of contents take, with their headings and the row between them. */
export const contentsRows = (content: WorkbookContent): number =>
  sheetsToFillIn(content).length + sheetsToRead(content).length + 3;

/** Lists the visible sheets, each with a link to it: those to fill in, with how far each has come, and the others. */
export function contentsTables(content: WorkbookContent, headerRow: number): SheetPart {
  const words = wordsOf(content.instrument).contents;
  const filled = sheetsToFillIn(content);
  const others = sheetsToRead(content);
  const secondRow = headerRow + filled.length + 2;
  const [first, last] = [headerRow + 1, headerRow + filled.length];
  return joinParts([
    tableHeadings({
      name: 'contents_fill_in',
      row: headerRow,
      headings: words.fillInHeadings,
      rows: filled.length,
    }),
    { cells: filled.flatMap((entry, index) => entryCells(first + index, entry)) },
    { cells: checkedSheets(content).flatMap((sheet, index) => progressCells(content, first + index, sheet)) },
    barsIn(columnRange(columns.done, first, last)),
    colourWhen(columnRange(columns.state, first, last), [
      { formula: `${address(first, columns.state)}="${completeness.complete}"`, colour: 'paleGreen' },
    ]),
    tableHeadings({
      name: 'contents_read',
      row: secondRow,
      headings: words.readHeadings,
      rows: others.length,
    }),
    { cells: others.flatMap((entry, index) => entryCells(secondRow + 1 + index, entry)) },
  ]);
}

/** Shows shares as bars. */
export const barsIn = (range: string): SheetPart => ({ formats: [{ range, bars: { colour: 'paleGreen', to: 1 } }] });

const columns = { name: 1, about: 2, answered: 3, done: 4, state: 5 } as const;

function entryCells(row: number, [name, about]: Entry): readonly PlannedCell[] {
  const link = { formula: `HYPERLINK(${quotedText(`#'${name}'!A1`)},${quotedText(name)})`, result: name };
  return [cell(row, columns.name, link, 'link'), cell(row, columns.about, about, 'text')];
}

function progressCells(content: WorkbookContent, row: number, sheet: CheckedSheet): readonly PlannedCell[] {
  const at = (column: number): string => sheetCell(sheetNames.checklist, sheet.row, column);
  const open = { formula: at(sheetColumns.open), result: sheet.open.result };
  const needed = { formula: at(sheetColumns.needed), result: sheet.needed.result };
  const { complete, incomplete } = completeness;
  return [
    resultCell(row, columns.answered, answeredIn(content, sheet.name), 'text'),
    resultCell(row, columns.done, shareFormula(open, needed), 'percent'),
    resultCell(
      row,
      columns.state,
      {
        formula: `IF(${open.formula}=0,"${complete}","${incomplete}")`,
        result: open.result === 0 ? complete : incomplete,
      },
      'position',
    ),
  ];
}

/** How much is answered on a sheet: `6 of 11 questions`, `3 rows`. */
function answeredIn(content: WorkbookContent, name: string): Formula {
  const { layout, instrument, response } = content;
  const items = layout.items.find((sheet) => sheet.name === name);
  if (items !== undefined) {
    const counts = answeredCounts(
      content,
      layout.collected.rows.filter((row) => row.items === items),
    );
    const { answered, unanswered } = answeredQuestions({ ...instrument, sections: [items.section] }, response);
    return {
      formula: `${counts.answered}&" of "&${counts.applicable}&" questions"`,
      result: `${answered} of ${answered + unanswered} questions`,
    };
  }
  const entries = layout.entries.find((sheet) => sheet.name === name);
  if (entries === undefined) throw new Error(`Nothing is answered on the sheet ${name}`);
  const rows = startedRows(content.layout, entries);
  const count = begunRows(content, entries.section);
  return { formula: `${rows}&IF(${rows}=1," row"," rows")`, result: `${count} ${count === 1 ? 'row' : 'rows'}` };
}

const begunRows = ({ response }: WorkbookContent, { key }: EntriesSection): number =>
  response.entries.get(key)?.length ?? 0;

const sheetsToFillIn = ({ layout }: WorkbookContent): readonly Entry[] =>
  [...layout.items, ...layout.entries].map(({ name, section }): Entry => [name, section.title]);

function sheetsToRead({ instrument, layout, corrections }: WorkbookContent): readonly Entry[] {
  const words = wordsOf(instrument).contents;
  return [
    ...(corrections.length === 0 ? [] : [correctionsEntry]),
    [sheetNames.guide, guideSubjects(instrument)],
    [sheetNames.checklist, words.checklist],
    ...(isScored(layout) ? [[sheetNames.scorecard, words.scorecard] as const] : []),
    ...(layout.perspectives.blocks.length === 0 ? [] : [[sheetNames.perspectives, words.perspectives] as const]),
    ...(isScored(layout) ? [[sheetNames.areas, words.areas] as const] : []),
    ...(layout.answers.rows.length === 0 ? [] : [[sheetNames.answers, words.answers] as const]),
    ...(hasActionPlan(layout) ? [[sheetNames.actionPlan, words.actionPlan] as const] : []),
    ...layout.references.map(({ name, reference }): Entry => [name, reference.title]),
    ...(instrument.resources.length === 0
      ? []
      : [[sheetNames.resources, instrument.resources.map((list) => list.title).join(', ')] as const]),
    ...(instrument.sourceNote.length === 0 ? [] : [[sheetNames.source, sourceSubjects(instrument)] as const]),
  ];
}
