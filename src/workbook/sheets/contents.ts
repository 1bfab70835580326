import { answeredQuestions } from '../../scoring/answeredQuestions.ts';
import { address, sheetCell } from '../../spreadsheet/model/address.ts';
import type { Formula } from '../../spreadsheet/plan/content.ts';
import { quotedText, sentenceFormula } from '../../spreadsheet/plan/formulaText.ts';
import {
  cell,
  colourWhen,
  joinParts,
  resultCell,
  type SheetPart,
  tableHeadings,
} from '../../spreadsheet/plan/sheetParts.ts';
import type { PlannedCell } from '../../spreadsheet/plan/sheetPlan.ts';
import type { Words } from '../../words/words.ts';
import { type CheckedSheet, checkedSheets, sheetColumns } from '../checklist/checklistSheets.ts';
import { begunRows } from '../checklist/openEntries.ts';
import { answeredCounts, shareFormula } from '../checklist/progress.ts';
import type { WorkbookContent } from '../layout/content.ts';
import { hasActionPlan, isScored } from '../layout/layout.ts';
import { startedRows } from '../numbers/startedRows.ts';
import { columnRange } from '../parts/listCells.ts';
import { guideSubjects } from './guide.ts';

/** Name of a visible sheet, and its contents in few words. */
type Entry = readonly [name: string, about: string];

/** Entry in the list of sheets, only in a workbook with corrections. */
export const correctionsEntry = ({ sheets, contents }: Words): Entry => [sheets.corrections, contents.corrections];

/** Names of all visible sheets besides the cover. */
export const visibleSheets = (content: WorkbookContent): readonly string[] =>
  [...sheetsToRead(content), ...sheetsToFillIn(content)].map(([name]) => name);

/** Rows that the tables of contents take, with their headings and the row between them. */
export const contentsRows = (content: WorkbookContent): number =>
  sheetsToFillIn(content).length + sheetsToRead(content).length + 3;

/** Lists the visible sheets, each with a link to it: those to fill in, with how far each has come, and the others. */
export function contentsTables(content: WorkbookContent, headerRow: number): SheetPart {
  const { contents: words, checklist } = content.words;
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
      { formula: `${address(first, columns.state)}=${quotedText(checklist.complete)}`, colour: 'paleGreen' },
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
  const at = (column: number): string => sheetCell(content.words.sheets.checklist, sheet.row, column);
  const open = { formula: at(sheetColumns.open), result: sheet.open.result };
  const needed = { formula: at(sheetColumns.needed), result: sheet.needed.result };
  const { complete, incomplete } = content.words.checklist;
  return [
    resultCell(row, columns.answered, answeredIn(content, sheet.name), 'text'),
    resultCell(row, columns.done, shareFormula(open, needed), 'percent'),
    resultCell(
      row,
      columns.state,
      {
        formula: `IF(${open.formula}=0,${quotedText(complete)},${quotedText(incomplete)})`,
        result: open.result === 0 ? complete : incomplete,
      },
      'position',
    ),
  ];
}

/** How much is answered on a sheet: `6 of 11 questions`, `3 rows`. */
function answeredIn(content: WorkbookContent, name: string): Formula {
  const { words, layout, instrument, response } = content;
  const { questions, row, rows: several } = words.contents;
  const items = layout.items.find((sheet) => sheet.name === name);
  if (items !== undefined) {
    const counts = answeredCounts(
      content,
      layout.collected.rows.filter((row) => row.items === items),
    );
    const { answered, unanswered } = answeredQuestions({ ...instrument, sections: [items.section] }, response);
    return {
      formula: sentenceFormula(questions, counts.answered, counts.applicable),
      result: questions(answered, answered + unanswered),
    };
  }
  const entries = layout.entries.find((sheet) => sheet.name === name);
  if (entries === undefined) throw new Error(`Nothing is answered on the sheet ${name}`);
  const rows = startedRows(content.layout, entries);
  const count = begunRows(content, entries.section).length;
  return {
    formula: `${rows}&IF(${rows}=1,${quotedText(` ${row}`)},${quotedText(` ${several}`)})`,
    result: `${count} ${count === 1 ? row : several}`,
  };
}

const sheetsToFillIn = ({ layout }: WorkbookContent): readonly Entry[] =>
  [...layout.items, ...layout.entries].map(({ name, section }): Entry => [name, section.title]);

function sheetsToRead(content: WorkbookContent): readonly Entry[] {
  const { instrument, layout, corrections } = content;
  const { contents: words, sheets, source } = content.words;
  return [
    ...(corrections.length === 0 ? [] : [correctionsEntry(content.words)]),
    [sheets.guide, guideSubjects(content)],
    [sheets.checklist, words.checklist],
    ...(isScored(layout) ? [[sheets.scorecard, words.scorecard] as const] : []),
    ...(layout.perspectives.blocks.length === 0 ? [] : [[sheets.perspectives, words.perspectives] as const]),
    ...(isScored(layout) ? [[sheets.areas, words.areas] as const] : []),
    ...(layout.answers.rows.length === 0 ? [] : [[sheets.answers, words.answers] as const]),
    ...(hasActionPlan(layout) ? [[sheets.actionPlan, words.actionPlan] as const] : []),
    ...layout.references.map(({ name, reference }): Entry => [name, reference.title]),
    ...(instrument.resources.length === 0
      ? []
      : [[sheets.resources, instrument.resources.map((list) => list.title).join(', ')] as const]),
    ...(instrument.sourceNote.length === 0 ? [] : [[sheets.source, source.subjects] as const]),
  ];
}
