import { answerFieldOf, fieldsOfItem, scoreFieldOf } from '../../instrument/model/traverse.ts';
import { answerOf } from '../../response/response.ts';
import { address, sheetCell, sheetColumn } from '../../spreadsheet/model/address.ts';
import type { Formula } from '../../spreadsheet/plan/content.ts';
import { quotedText } from '../../spreadsheet/plan/formulaText.ts';
import { planHiddenSheet } from '../../spreadsheet/plan/planSheet.ts';
import { cell, resultCell } from '../../spreadsheet/plan/sheetParts.ts';
import type { PlannedCell, SheetPlan } from '../../spreadsheet/plan/sheetPlan.ts';
import { ifAsked, notAskedFormula } from '../calculations/asked.ts';
import { questionLabel, stateFormula } from '../calculations/calculations.ts';
import { fieldNotAsked } from '../calculations/fieldNotAsked.ts';
import { type FormulaRow, ifUnmet, isEmpty, isUnreadable } from '../calculations/requirementFormulas.ts';
import { notAskedState, stateOf, wordOf } from '../calculations/states.ts';
import type { Column } from '../columns/column.ts';
import type { WorkbookContent } from '../layout/content.ts';
import { type CollectedRow, scoreColumn } from '../layout/layout.ts';
import { listOf } from '../parts/listCells.ts';
import { collectedEntryCells } from './collectedEntries.ts';
import { figureCells } from './collectedFigures.ts';
import { cellsOf, lastCellsOf, letterOf, openCells, openHeadings } from './openColumns.ts';
import { toDoText } from './toDo.ts';

/**
 * The data of the checklist, collected from all sections: which questions and rows are answered, and what is still
 * required.
 */
export const collectedSheet = (content: WorkbookContent): SheetPlan =>
  planHiddenSheet(
    {
      name: content.words.sheets.collected,
      title: content.words.sheets.collected,
      note: content.words.collected.note,
      widths: columnWidths(content),
      isProtected: true,
    },
    'hidden',
    [
      { cells: itemCells(content) },
      { cells: collectedEntryCells(content) },
      { cells: requirementCells(content) },
      { cells: figureCells(content) },
    ],
  );

function columnWidths({ layout }: WorkbookContent): readonly number[] {
  const first = [6, 60, 16, 12, 30, 8, 8, 4, 24, 8, 8, 12, 30, 8, 8];
  const { toDo } = layout.collected.columns;
  return [...first, ...Array.from({ length: toDo - first.length - 1 }, () => 9), 60];
}

function itemCells(content: WorkbookContent): readonly PlannedCell[] {
  const { headerRow, rows, columns } = content.layout.collected;
  const words = content.words.collected;
  const headings = [
    [words.number, columns.number],
    [words.question, columns.question],
    [words.state, columns.state],
    ...openHeadings(words, columns.items),
  ] as const;
  return [
    ...headings.map(([heading, column]) => cell(headerRow, column, heading, 'header')),
    ...rows.flatMap((row, index) => {
      const unmet = content.checklist.items[index]?.unmet ?? [];
      const cellOf = cellsOf(row.items.name, row.items.columns, row.itemRow);
      return [
        cell(row.row, columns.number, index + 1, 'number'),
        cell(row.row, columns.question, questionLabel(row), 'text'),
        resultCell(row.row, columns.state, itemState(content, row), 'number'),
        ...openCells(content, columns.items, {
          row: row.row,
          ownRow: row.itemRow,
          columns: row.items.columns,
          formulaRow: {
            ...withoutRelations,
            section: row.section,
            cellOf,
            lastOf: lastCellsOf(row.items.name, row.items.columns, row.itemRow),
            state: address(row.row, columns.state),
            item: row.item.key,
            notAsked: (key) => fieldNotAsked(content.layout, row.items, key, cellOf),
            asksFor: (key) => fieldsOfItem(row).some((field) => field.key === key),
          },
          unmet,
          notAsked: notAskedFormula(content.layout, row),
          open: {
            formula: ifUnmet(address(row.row, columns.items.requirement), address(row.row, columns.number)),
            result: unmet.length === 0 ? '' : index + 1,
          },
        }),
      ];
    }),
  ];
}

/** The rows of items belong to none. */
const withoutRelations: Pick<FormulaRow, 'identityOf' | 'identitiesOf' | 'servingOf'> = {
  identityOf: () => '""',
  identitiesOf: () => undefined,
  servingOf: () => '0',
};

/** The requirements on each section's answers, and the column in which to act. */
function requirementCells(content: WorkbookContent): readonly PlannedCell[] {
  const { headerRow, columns, requirements } = content.layout.collected;
  return [
    cell(headerRow, columns.toDo, content.words.collected.whatToDo, 'header'),
    cell(headerRow, columns.letter, content.words.collected.column, 'header'),
    ...requirements.flatMap(({ section, firstRow, requirements: own }) => {
      const { columns: places } = sheetOf(content, section);
      return own.flatMap((requirement, index) => [
        cell(firstRow + index, columns.toDo, toDoText(content, requirement), 'text'),
        cell(firstRow + index, columns.letter, letterOf(places, requirement.field), 'text'),
      ]);
    }),
  ];
}

const sheetOf = ({ layout }: WorkbookContent, section: string): { readonly columns: readonly Column[] } =>
  [...layout.items, ...layout.entries].find((sheet) => sheet.section.key === section) ?? { columns: [] };

/** The cells of one column of the collected answers. */
export function collectedColumn({ layout }: WorkbookContent, column: number, rows: readonly CollectedRow[]): string {
  const first = rows.at(0)?.row ?? layout.collected.headerRow + 1;
  return sheetColumn(layout.words.sheets.collected, column, first, rows.at(-1)?.row ?? first);
}

/**
 * The level of a question, or whether it is answered. The calculations have the state of scored questions; that of the
 * others is computed here.
 */
export function itemState(content: WorkbookContent, row: CollectedRow): Formula {
  const { words, layout, response } = content;
  const counted = layout.workings.rows.find(({ item }) => item.key === row.item.key);
  if (counted !== undefined && scoreFieldOf(row.section)?.countsAs === undefined) {
    const formula = sheetCell(words.sheets.workings, counted.row, layout.workings.columns.state);
    return { formula, result: stateOf(content, row) };
  }
  const cellOf = cellsOf(row.items.name, row.items.columns, row.itemRow);
  const score = scoreColumn(row.items);
  if (score !== undefined)
    return stateFormula(content, row, listOf(layout, score.field.scale), cellOf(score.field.key));
  const field = answerFieldOf(row);
  const answer = answerOf(response, row.item.key, field.key);
  const { unanswered, answered, optional } = words.states;
  const empty = isEmpty(cellOf(field.key));
  const missing = `OR(${isUnreadable(content, field, { section: row.section, cellOf })},${empty})`;
  const given = `IF(IFERROR(${missing},TRUE),${quotedText(unanswered)},${quotedText(answered)})`;
  const formula = row.item.optional === true ? `IF(IFERROR(${empty},FALSE),${quotedText(optional)},${given})` : given;
  return {
    formula: ifAsked(layout, row, formula, quotedText(notAskedState(content))),
    result: answer.state === 'answered' ? answered : wordOf(content, answer),
  };
}
