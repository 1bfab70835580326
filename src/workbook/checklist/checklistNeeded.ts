import { isReview } from '../../instrument/reviewInstrument.ts';
import { isLeftBlank, isSectionTakenAway, isTakenAway } from '../../response/response.ts';
import { sheetCell } from '../../spreadsheet/model/address.ts';
import { quotedText } from '../../spreadsheet/plan/formulaText.ts';
import { cell, joinParts, resultCell, type SheetPart, tableHeadings } from '../../spreadsheet/plan/sheetParts.ts';
import type { PlannedCell } from '../../spreadsheet/plan/sheetPlan.ts';
import { notAskedFormula } from '../calculations/asked.ts';
import { sheetNotAsked } from '../calculations/askedFields.ts';
import { questionLabel } from '../calculations/calculations.ts';
import type { WorkbookContent } from '../layout/content.ts';
import type { CollectedRow } from '../layout/layout.ts';
import {
  type CheckedEntries,
  checkedEntries,
  columns,
  type Line,
  lackingFormulas,
  lineCells,
  tooFewFormula,
} from './checklistLines.ts';
import { letterOf } from './openColumns.ts';
import { firstEmptyEntry } from './openEntries.ts';
import { requiredRowsText, toDoText } from './toDo.ts';

/** One row for each question, then for each section of entries those that it requires. */
export function neededBlock(content: WorkbookContent): SheetPart {
  const { layout } = content;
  const { titleRow, headerRow, firstRow, lastRow } = layout.checklist.needed;
  if (lastRow < firstRow) return {};
  const lines = [
    ...layout.collected.rows.map((row, index) => itemLine(content, row, index)),
    ...neededEntries(content).map(({ line }) => line),
  ];
  return joinParts([
    { cells: [cell(titleRow, 1, content.words.checklist.needed, 'heading')] },
    tableHeadings({
      name: 'checklist_needed',
      row: headerRow,
      headings: content.words.checklist.lineHeadings,
      rows: lastRow - firstRow + 1,
    }),
    { cells: lines.flatMap((line, index) => lineCells(content.words, firstRow + index, line)) },
  ]);
}

/** All texts that the rows may show as what to do. */
export function neededTexts(content: WorkbookContent): readonly PlannedCell[] {
  const { collected, checklist } = content.layout;
  const { firstRow } = checklist.needed;
  const text = (index: number, toDo: string): PlannedCell => resultCell(firstRow + index, columns.toDo, toDo, 'text');
  return [
    ...collected.rows.flatMap(({ section }, index) =>
      (collected.requirements.find((one) => one.section === section.key)?.requirements ?? []).map((requirement) =>
        text(index, toDoText(content, requirement)),
      ),
    ),
    ...neededEntries(content).map(({ toDo }, index) => text(collected.rows.length + index, toDo)),
  ];
}

function itemLine(content: WorkbookContent, row: CollectedRow, index: number): Line {
  const { words, layout, checklist, instrument, response } = content;
  const [first] = checklist.items[index]?.unmet ?? [];
  const { items: open } = layout.collected.columns;
  const notAsked = notAskedFormula(layout, row);
  const answers = response.items.get(row.item.key);
  const collected = (column: number): string => sheetCell(words.sheets.collected, row.row, column);
  const isLeftOpen = `${collected(layout.collected.columns.state)}=${quotedText(words.states.optional)}`;
  return {
    sheet: row.items.name,
    what: questionLabel(row),
    toDo: {
      formula: collected(open.toDo),
      result: first === undefined ? '' : toDoText(content, first.requirement),
    },
    cell: {
      formula: collected(open.cell),
      result: first === undefined ? '' : `${letterOf(row.items.columns, first.requirement.field)}${row.itemRow}`,
    },
    isOpen: first !== undefined,
    unless: [
      ...(notAsked === undefined
        ? []
        : [
            {
              formula: notAsked,
              holds: isTakenAway(answers),
              state: isReview(instrument) ? words.checklist.notNeeded : words.checklist.notAsked,
            },
          ]),
      ...(row.item.optional === true
        ? [
            {
              formula: `AND(${isLeftOpen},${collected(open.toDo)}="")`,
              holds: isLeftBlank(answers) && first === undefined,
              state: words.checklist.optional,
            },
          ]
        : []),
    ],
  };
}

/** A line about rows, with its text while it is open. */
interface NeededEntries {
  readonly line: Line;
  readonly toDo: string;
}

const neededEntries = (content: WorkbookContent): readonly NeededEntries[] =>
  checkedEntries(content).flatMap((entries) => entriesLines(content, entries));

/** How many rows are needed, and which kinds of them. */
function entriesLines(content: WorkbookContent, { sheet, check }: CheckedEntries): readonly NeededEntries[] {
  const { section, name } = sheet;
  const cell = firstEmptyEntry(content, sheet);
  const notAsked = sheetNotAsked(content.words, sheet);
  const holds = isSectionTakenAway(content.response, section.key);
  const unless = notAsked === undefined ? [] : [{ formula: notAsked, holds, state: content.words.checklist.notAsked }];
  const needed = (what: string, toDo: string, condition: string, isOpen: boolean): NeededEntries => ({
    line: {
      sheet: name,
      what,
      toDo: { formula: `IF(${condition},${quotedText(toDo)},"")`, result: isOpen ? toDo : '' },
      cell: { formula: cell.formula, result: isOpen ? cell.result : '' },
      isOpen,
      unless,
    },
    toDo,
  });
  const tooFew = needed(section.title, requiredRowsText(content, section), tooFewFormula(content, sheet), check.tooFew);
  return [
    ...(section.required === 0 ? [] : [tooFew]),
    ...lackingFormulas(content, sheet).map(({ formula, what, text }, index) => {
      const wanted = section.mustInclude?.[index];
      return needed(what, text, formula, wanted !== undefined && check.lacking.includes(wanted));
    }),
  ];
}
