import { chosenValue } from '../../instrument/model/traverse.ts';
import { planHiddenSheet } from '../../spreadsheet/plan/planSheet.ts';
import { cell } from '../../spreadsheet/plan/sheetParts.ts';
import type { PlannedCell, SheetPlan } from '../../spreadsheet/plan/sheetPlan.ts';
import { type ChoiceColumn, type Layout, type ListColumn, sheetNames } from '../layout/layout.ts';
import { levelFormat } from '../parts/bands.ts';

/** The sheet with the allowed answers of every scale, to which the drop-down lists refer. */
export const listsSheet = ({ lists, choices }: Layout): SheetPlan =>
  planHiddenSheet(
    {
      name: sheetNames.lists,
      title: 'Lists',
      note: 'The allowed answers, by scale. The drop-down lists refer to this sheet: do not change it.',
      widths: [],
      isProtected: false,
    },
    'veryHidden',
    [{ cells: lists.flatMap(listCells) }, { cells: choices.flatMap(choiceCells) }],
  );

function listCells({ scale, column, levelColumn, firstRow, notApplicable }: ListColumn): readonly PlannedCell[] {
  const hasLevels = levelColumn !== column;
  return [
    cell(firstRow - 1, column, scale.title, 'header'),
    ...(hasLevels ? [cell(firstRow - 1, levelColumn, `${scale.title}: level`, 'header')] : []),
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
