import type { Field } from '../../instrument/model/schema.ts';
import type { UnmetRequirement } from '../../scoring/plans/unmetRequirement.ts';
import { address, columnLetters, sheetCell, sheetColumn } from '../../spreadsheet/model/address.ts';
import type { Formula } from '../../spreadsheet/plan/content.ts';
import { resultCell } from '../../spreadsheet/plan/sheetParts.ts';
import type { PlannedCell } from '../../spreadsheet/plan/sheetPlan.ts';
import type { Words } from '../../words/words.ts';
import { allMet, type FormulaRow, firstUnmetFormula, ifUnmet } from '../calculations/requirementFormulas.ts';
import { type Column, columnOfField, lastColumnOf } from '../columns/column.ts';
import type { WorkbookContent } from '../layout/content.ts';
import type { OpenColumns } from '../layout/layout.ts';
import { requirementsInFormula } from '../layout/layoutOf.ts';
import { toDoText } from './toDo.ts';

export const openHeadings = (
  words: Words['collected'],
  { requirement, parts, toDo, cell, open }: OpenColumns,
): readonly (readonly [string, number])[] => [
  [words.requirement, requirement],
  ...parts.map((part) => [words.requirementInParts, part] as const),
  [words.toDo, toDo],
  [words.cell, cell],
  [words.open, open],
];

/** A row of the collected answers, and the corresponding row of the partner's sheet. */
export interface CheckedRow {
  readonly row: number;
  readonly ownRow: number;
  readonly columns: readonly Column[];
  readonly formulaRow: FormulaRow;
  readonly unmet: readonly UnmetRequirement[];
  /** Holds while the question is not asked, if that depends on something: then nothing is required. */
  readonly notAsked?: string | undefined;
  /** Its place among the open rows. */
  readonly open: Formula;
  /** Rows that have not been started have no requirements, but a cell to go to. */
  readonly empty?: { readonly condition: string; readonly holds: boolean; readonly cell: string };
}

/** The first requirement that a row does not meet: its number, what to do, and where. */
export function openCells(content: WorkbookContent, columns: OpenColumns, checked: CheckedRow): readonly PlannedCell[] {
  const { row, ownRow, unmet, open, empty } = checked;
  const [first] = unmet;
  const at = address(row, columns.requirement);
  const { requirements, columns: all } = content.layout.collected;
  const own = requirements.find(({ section }) => section === checked.formulaRow.section.key);
  const [firstRow, count] = [own?.firstRow ?? 0, own?.requirements.length ?? 0];
  const listed = (column: number): string =>
    `INDEX(${sheetColumn(content.words.sheets.collected, column, firstRow, firstRow + count)},${at})`;
  const toDo = first === undefined ? '' : toDoText(content, first.requirement);
  const cellIn = first === undefined ? '' : `${letterOf(checked.columns, first.requirement.field)}${ownRow}`;
  const cellFormula = ifBegun(empty, ifUnmet(at, `${listed(all.letter)}&${ownRow}`), `"${empty?.cell ?? ''}"`);
  return [
    ...requirementCells(content, columns, checked),
    resultCell(row, columns.toDo, { formula: ifUnmet(at, listed(all.toDo)), result: toDo }, 'text'),
    resultCell(
      row,
      columns.cell,
      { formula: cellFormula, result: empty?.holds === true ? empty.cell : cellIn },
      'text',
    ),
    resultCell(row, columns.open, open, 'number'),
  ];
}

/** A row that has not been started has no requirements. */
const ifBegun = (empty: CheckedRow['empty'], formula: string, otherwise: string | number): string =>
  empty === undefined ? formula : `IF(${empty.condition},${otherwise},${formula})`;

/** The number of the first requirement that a row does not meet; columns of their own hold parts of its formula. */
function requirementCells(
  content: WorkbookContent,
  { requirement, parts }: OpenColumns,
  { row, formulaRow, unmet, empty, notAsked }: CheckedRow,
): readonly PlannedCell[] {
  const { requirements: all = [] } =
    content.layout.collected.requirements.find(({ section }) => section === formulaRow.section.key) ?? {};
  const result = unmet[0]?.number ?? allMet;
  const unlessAsked = (formula: string): string =>
    notAsked === undefined ? formula : `IF(${notAsked},${allMet},${formula})`;
  if (parts.length === 0) {
    const formula = unlessAsked(ifBegun(empty, firstUnmetFormula(content, all, formulaRow), allMet));
    return [resultCell(row, requirement, { formula, result }, 'number')];
  }
  const formula = `MIN(${parts.map((column) => address(row, column)).join(',')})`;
  return [
    ...parts.map((column, index) => {
      const before = index * requirementsInFormula;
      const some = all.slice(before, before + requirementsInFormula);
      const found = unmet.find(({ number }) => number > before && number <= before + some.length);
      const first = some.length === 0 ? String(allMet) : firstUnmetFormula(content, some, formulaRow, before);
      const inPart = { formula: unlessAsked(ifBegun(empty, first, allMet)), result: found?.number ?? allMet };
      return resultCell(row, column, inPart, 'number');
    }),
    resultCell(row, requirement, { formula, result }, 'number'),
  ];
}

/** The letters of the column in which a field is answered. */
export const letterOf = (columns: readonly Column[], { key }: Field): string =>
  columnLetters(columnOfField(columns, key));

/** The cells of a row, by field. */
export const cellsOf =
  (sheet: string, columns: readonly Column[], row: number): FormulaRow['cellOf'] =>
  (field) =>
    sheetCell(sheet, row, columnOfField(columns, field));

/** The cells of a row with numbers of the last round, by field. */
export const lastCellsOf =
  (sheet: string, columns: readonly Column[], row: number): FormulaRow['lastOf'] =>
  (field) => {
    const column = lastColumnOf(columns, field);
    return column === undefined ? undefined : sheetCell(sheet, row, column);
  };
