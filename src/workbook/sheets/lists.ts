import { chosenValue } from '../../instrument/model/traverse.ts';
import { planHiddenSheet } from '../../spreadsheet/plan/planSheet.ts';
import { cell } from '../../spreadsheet/plan/sheetParts.ts';
import type { PlannedCell, SheetPlan } from '../../spreadsheet/plan/sheetPlan.ts';
import type { Words } from '../../words/words.ts';
import type { ChoiceColumn, Layout, ListColumn } from '../layout/layout.ts';
import { levelFormat } from '../parts/bands.ts';

/** The sheet with the allowed answers of every scale, to which the drop-down lists refer. */
export const listsSheet = ({ words, lists, choices }: Layout): SheetPlan =>
  planHiddenSheet(
    {
      name: words.sheets.lists,
      title: words.sheets.lists,
      note: words.answerLists.note,
      widths: [],
      isProtected: false,
    },
    'veryHidden',
    [{ cells: lists.flatMap((list) => listCells(words, list)) }, { cells: choices.flatMap(choiceCells) }],
  );

function listCells(
  { answerLists }: Words,
  { scale, column, levelColumn, firstRow, notApplicable }: ListColumn,
): readonly PlannedCell[] {
  const hasLevels = levelColumn !== column;
  return [
    cell(firstRow - 1, column, scale.title, 'header'),
    ...(hasLevels ? [cell(firstRow - 1, levelColumn, answerLists.levelsOf(scale.title), 'header')] : []),
    ...scale.options.flatMap((option, index) => {
      const value = chosenValue(scale, option);
      const isNumber = typeof value === 'number';
      return [
        {
          ...cell(firstRow + index, column, value, isNumber ? 'number' : 'text'),
          // Excel shows the words in the drop-down list, and stores the number. The list of LibreOffice (7.4) has numbers only.
          ...(isNumber ? { numberFormat: levelFormat(option) } : {}),
        },
        ...(hasLevels ? [cell(firstRow + index, levelColumn, option.level, 'number')] : []),
      ];
    }),
    ...(notApplicable === undefined ? [] : [cell(firstRow + scale.options.length, column, notApplicable, 'text')]),
  ];
}

const choiceCells = ({ field, column, firstRow }: ChoiceColumn): readonly PlannedCell[] => [
  cell(firstRow - 1, column, field.heading, 'header'),
  ...field.options.map((option, index) => cell(firstRow + index, column, option, 'text')),
];
