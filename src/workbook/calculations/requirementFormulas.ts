import { yesNoWord } from '../../instrument/model/answerForms.ts';
import { type ByKind, byKind, isFreeText } from '../../instrument/model/fieldKinds.ts';
import { cellNumber, numberLimits, usualLimits } from '../../instrument/model/numbers.ts';
import type { Condition, Field, FigureElsewhere, Section } from '../../instrument/model/schema.ts';
import { chosenValue, fieldOf, fieldScale, isNumberField } from '../../instrument/model/traverse.ts';
import { firstDay, lastDay } from '../../response/readDate.ts';
import {
  type AskedRow,
  concerns,
  type Demand,
  fieldsAsked,
  type Relation,
  type Requirement,
  type RequirementKind,
  type RequirementOf,
} from '../../scoring/plans/requirements.ts';
import { sheetColumn } from '../../spreadsheet/model/address.ts';
import { daySerial } from '../../spreadsheet/model/daySerial.ts';
import { quotedText } from '../../spreadsheet/plan/formulaText.ts';
import type { WorkbookContent } from '../layout/content.ts';
import type { Layout } from '../layout/layout.ts';
import { comparisonFormulas, jumpFormulas } from '../numbers/checkFormulas.ts';
import { type CellOf, figureCell, isNumberFormula } from '../numbers/computedFormula.ts';
import { areOptionsFormula, choiceOf, isAddressFormula, lastListRow, listOf } from '../parts/listCells.ts';
import { conditionFormulas } from '../parts/requiredMarks.ts';

/** The cells of a section's row, for formulas. */
export interface FormulaRow extends AskedRow {
  readonly section: Section;
  /** The cell in which the row answers a field. */
  readonly cellOf: CellOf;
  /** A condition that holds while a field is not asked; undefined if it always is. */
  readonly notAsked: (field: string) => string | undefined;
  /** The cell with its number in the last round; undefined if the workbook does not show it. */
  readonly lastOf: (field: string) => string | undefined;
  /** The cell with the level of an item, or why it has none; empty for rows that partners add. */
  readonly state: string;
  /** The cell with the answers by which the row is matched with those of another section. */
  readonly identityOf: (relation: Relation) => string;
  /**
   * The same for all rows of a section, or for the rows of the owner above this one if `above`; undefined if there are
   * none.
   */
  readonly identitiesOf: (relation: Relation, which: 'owner' | 'child' | 'above') => string | undefined;
  /** The cells that mark which rows serve a demand. */
  readonly servingOf: (demand: Demand) => string;
}

/** Used as the number of the first unmet requirement if a row meets all: more than any row has. */
export const allMet = 9999;

/**
 * The number of the first requirement that a row does not meet, counted from 1; `allMet` if it meets all.
 *
 * @param before Number of requirements before these.
 */
export function firstUnmetFormula(
  content: WorkbookContent,
  requirements: readonly Requirement[],
  row: FormulaRow,
  before = 0,
): string {
  const terms = requirements.flatMap((requirement, index) => {
    if (!concerns(requirement, row)) return [];
    const term = `IF(${unmetFormula(content, requirement, row)},${before + index + 1},${allMet})`;
    const notAsked = [...new Set(fieldsAsked(requirement).flatMap((field) => row.notAsked(field) ?? []))];
    return [notAsked.reduce((inner, condition) => `IF(${condition},${allMet},${inner})`, term)];
  });
  return terms.length === 0 ? String(allMet) : `MIN(${terms.join(',')})`;
}

/** Shows a part of a row's first unmet requirement, and nothing if the row meets all. */
export const ifUnmet = (cell: string, shown: string): string => `IF(${cell}=${allMet},"",${shown})`;

/** True if the row does not meet the requirement. An error in a cell is no answer, and meets no condition. */
function unmetFormula(content: WorkbookContent, requirement: Requirement, row: FormulaRow): string {
  // The record has the function for each kind; the compiler cannot see that they match.
  const formula = formulas[requirement.kind] as (
    requirement: Requirement,
    row: FormulaRow,
    content: WorkbookContent,
  ) => string;
  return formula(requirement, row, content);
}

const formulas: {
  readonly [Kind in RequirementKind]: (
    requirement: RequirementOf<Kind>,
    row: FormulaRow,
    content: WorkbookContent,
  ) => string;
} = {
  answered: (_requirement, { state }, { words }) => `${state}=${quotedText(words.states.unanswered)}`,
  readable: ({ field }, row, content) => isUnreadable(content, field, row),
  reason: ({ field }, { state, cellOf }, { words }) =>
    falseIfError(`AND(${state}=${quotedText(words.states.notApplicable)},${isEmpty(cellOf(field.key))})`),
  filled: ({ field }, { cellOf }) => falseIfError(isEmpty(cellOf(field.key))),
  needed: ({ field, when }, row, content) =>
    falseIfError(`AND(${isMet(content, row, when)},${isEmpty(row.cellOf(field.key))})`),
  allowed: ({ not, when }, row, content) =>
    falseIfError(`AND(${isMet(content, row, when)},${isMet(content, row, not)})`),
  usual: ({ field, figure }, { cellOf }) => {
    const cell = cellOf(figure.key);
    const { least, greatest } = usualLimits(figure) ?? numberLimits(figure);
    const limits = `OR(${cell}<${cellNumber(figure, least)},${cell}>${cellNumber(figure, greatest)})`;
    return falseIfError(`AND(ISNUMBER(${cell}),${limits},${isEmpty(cellOf(field.key))})`);
  },
  compared: ({ section, comparison }, row, content) => {
    const when = comparison.when === undefined ? [] : [isMet(content, row, comparison.when)];
    const elsewhere = (figure: FigureElsewhere): string => figureCell(content.layout, figure);
    const { instrument } = content;
    return falseIfError(
      `AND(${[...when, ...comparisonFormulas({ instrument, section }, comparison, row.cellOf, elsewhere)].join(',')})`,
    );
  },
  explained: ({ field, section, jump }, { cellOf, lastOf }) => {
    const last = lastOf(jump.figure);
    if (last === undefined) return 'FALSE';
    return falseIfError(`AND(${[...jumpFormulas(section, jump, cellOf, last), isEmpty(cellOf(field.key))].join(',')})`);
  },
  'followed up': ({ action, missing }, { cellOf }) =>
    falseIfError(`AND(TRIM(${cellOf(action.key)})<>"",${missing.map(({ key }) => isEmpty(cellOf(key))).join(',')})`),
  distinct: ({ relation }, { identityOf, identitiesOf }) => {
    const [own, above] = [identityOf(relation), identitiesOf(relation, 'above')];
    return above === undefined ? 'FALSE' : `AND(${own}<>"",SUMPRODUCT((${above}=${own})*1)>0)`;
  },
  belonging: ({ relation }, { identityOf, identitiesOf }) => {
    const own = identityOf(relation);
    return `OR(${own}="",SUMPRODUCT((${identitiesOf(relation, 'owner')}=${own})*1)=0)`;
  },
  served: ({ demand }, { identityOf, identitiesOf, servingOf }) => {
    const [own, others] = [identityOf(demand.relation), identitiesOf(demand.relation, 'child')];
    return `OR(${own}="",SUMPRODUCT((${others}=${own})*${servingOf(demand)})=0)`;
  },
};

/** Whether an answer meets a condition. */
export function isMet(
  { layout }: WorkbookContent,
  { section, cellOf }: Pick<FormulaRow, 'section' | 'cellOf'>,
  when: Condition,
): string {
  const conditions = conditionFormulas(layout, section, when, cellOf(when.field));
  return conditions.length === 1 ? conditions.join('') : `OR(${conditions.join(',')})`;
}

/** Counts the cells of a range with an answer that meets a condition. */
export function countFormula(
  { words, instrument }: WorkbookContent,
  section: Section,
  { field: key, is }: Condition,
  cells: string,
): string {
  const field = fieldOf(section, key);
  const found = isFreeText(field) ? `TRIM(${cells})` : cells;
  const scale = fieldScale(instrument, field);
  const counts = is.map((value) => {
    const option = scale?.options.find(({ level }) => level === value);
    const typed =
      scale !== undefined && option !== undefined
        ? chosenValue(scale, option)
        : isNumberField(field) && typeof value === 'number'
          ? cellNumber(field, value)
          : field.kind === 'yes-no'
            ? yesNoWord(words.cells, value)
            : value;
    return `SUMPRODUCT((${found}=${typeof typed === 'number' ? typed : quotedText(typed)})*1)`;
  });
  return `(${counts.join('+')})`;
}

/** White space is no answer. */
export const isEmpty = (cell: string): string => `TRIM(${cell})=""`;

const falseIfError = (condition: string): string => `IFERROR(${condition},FALSE)`;
const trueIfError = (condition: string): string => `IFERROR(${condition},TRUE)`;

/** Whether a cell has content that is no answer to its field. */
export const isUnreadable = (
  content: WorkbookContent,
  field: Field,
  row: Pick<FormulaRow, 'section' | 'cellOf'>,
): string => byKind(unreadable, field, row.cellOf(field.key), content.layout, row.section);

const unreadable: ByKind<[cell: string, layout: Layout, section: Section], string> = {
  score: ({ scale }, cell, layout) => {
    const list = listOf(layout, scale);
    return isNotAmong(cell, sheetColumn(layout.words.sheets.lists, list.column, list.firstRow, lastListRow(list)));
  },
  text: (_field, cell) => `ISERROR(${cell})`,
  // AND evaluates all its arguments, and a text is greater than any number.
  date: (_field, cell) =>
    trueIfError(
      `AND(TRIM(${cell})<>"",AND(ISNUMBER(${cell}),${cell}>=${daySerial(firstDay)},${cell}<${daySerial(lastDay) + 1})=FALSE)`,
    ),
  'yes-no': (_field, cell, { words }) =>
    trueIfError(`AND(TRIM(${cell})<>"",${words.cells.yesNo.map((word) => `${cell}<>${quotedText(word)}`).join(',')})`),
  link: (_field, cell) => trueIfError(`AND(TRIM(${cell})<>"",${isAddressFormula(cell)}=FALSE)`),
  choices: (field, cell) => trueIfError(`AND(TRIM(${cell})<>"",(${areOptionsFormula(field, cell)})=FALSE)`),
  number: (field, cell) => trueIfError(`AND(TRIM(${cell})<>"",${isNumberFormula(field, cell)}=FALSE)`),
  computed: () => 'FALSE',
  choice: ({ key, options }, cell, layout, section) => {
    const { column, firstRow } = choiceOf(layout, section.key, key);
    return isNotAmong(cell, sheetColumn(layout.words.sheets.lists, column, firstRow, firstRow + options.length - 1));
  },
};

const isNotAmong = (cell: string, answers: string): string =>
  trueIfError(`AND(TRIM(${cell})<>"",SUMPRODUCT((${answers}=${cell})*1)=0)`);
