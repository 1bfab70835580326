import type { Worksheet } from 'exceljs';
import type { Field } from '../../instrument/model/schema.ts';
import type { Answers } from '../../response/response.ts';
import { type Relation, requiredFields } from '../../scoring/plans/requirements.ts';
import { maxMatchedCharacters, serves, type UnmetRequirement } from '../../scoring/plans/unmetRequirement.ts';
import { address, fixed, sheetColumn } from '../../spreadsheet/model/address.ts';
import { type Formula, put } from '../../spreadsheet/write/worksheet.ts';
import { type FormulaRow, isEmpty, isMet } from '../calculations/requirementFormulas.ts';
import type { WorkbookContent } from '../layout/content.ts';
import { type CollectedEntries, type EntriesSheet, sheetNames } from '../layout/layout.ts';
import { cellsOf, letterOf, openHeadings, writeOpen } from './openColumns.ts';

/**
 * Writes, for each row that a partner can add, the first unmet requirement and where, and how it relates to rows of
 * other sheets.
 */
export function writeCollectedEntries(sheet: Worksheet, content: WorkbookContent): void {
  const { entries, headerRow, columns } = content.layout.collected;
  if (entries.length === 0) return;
  for (const [heading, column] of [
    ['Sheet', columns.entrySheet],
    ['No.', columns.entryNumber],
    ['Order', columns.entryOrder],
    ...openHeadings(columns.entries),
    ...columns.relations.map(({ column }) => ['Matched by', column] as const),
    ...columns.demands.map(({ column }) => ['Meets a need', column] as const),
  ] as const)
    put(sheet, headerRow, column, heading, 'header');
  for (const collected of entries) {
    const { section, rows } = collected.sheet;
    const known = new Map(
      content.response.entries.get(section.key)?.map(({ entry, answers }) => [entry, answers] as const),
    );
    const open = new Map(
      content.checklist.entries
        .find((check) => check.section.key === section.key)
        ?.rows.map(({ entry, unmet }) => [entry, unmet] as const),
    );
    for (const [index, ownRow] of rows.entries()) {
      const row = collected.firstRow + index;
      const [answers, unmet] = [known.get(index + 1), open.get(index + 1) ?? []];
      const written = { collected, row, ownRow, index };
      put(sheet, row, columns.entrySheet, collected.sheet.name, 'text');
      put(sheet, row, columns.entryNumber, index + 1, 'number');
      writeOpenEntry(sheet, content, written, answers, unmet);
      writeRelations(sheet, content, written, answers);
      const [order, own] = [row - headerRow, address(row, columns.entries.open)];
      const formula = `IF(${own}="","",IF(${own}>${rows.length},"",${order}))`;
      put(sheet, row, columns.entryOrder, { formula, result: unmet.length === 0 ? '' : order }, 'number');
    }
  }
}

/** A row of the collected answers and of the partner's own sheet. */
interface WrittenRow {
  readonly collected: CollectedEntries;
  readonly row: number;
  readonly ownRow: number;
  /** Counted from 0. */
  readonly index: number;
}

/**
 * Open rows are numbered before empty ones, over all sheets, so that the smallest number is the row to continue with.
 */
function writeOpenEntry(
  sheet: Worksheet,
  content: WorkbookContent,
  { collected, row, ownRow, index }: WrittenRow,
  answers: Answers | undefined,
  unmet: readonly UnmetRequirement[],
): void {
  const { columns } = content.layout.collected;
  const { columns: own, rows } = collected.sheet;
  const fields = own.filter(({ content: { is } }) => is === 'field');
  const condition = `COUNTA(${range(collected.sheet.name, ownRow, fields.at(0)?.column, fields.at(-1)?.column)})=0`;
  const cell = `${firstLetter(collected.sheet)}${ownRow}`;
  const [begun, empty] = [index + 1, rows.length + index + 1];
  const at = address(row, columns.entries.cell);
  const isOpen = answers === undefined || unmet.length > 0;
  writeOpen(sheet, content, columns.entries, {
    row,
    ownRow,
    columns: own,
    formulaRow: formulaRow(content, { collected, row, ownRow, index }),
    unmet,
    open: {
      formula: `IF(${condition},${empty},IF(${at}="","",${begun}))`,
      result: answers === undefined ? empty : isOpen ? begun : '',
    },
    empty: { condition, holds: answers === undefined, cell },
  });
}

function missingField(section: string): never {
  throw new Error(`Section ${section} has no fields, which the schema rules out`);
}

const range = (sheet: string, row: number, first = 1, last = first): string =>
  `'${sheet.replaceAll("'", "''")}'!${fixed(row, first)}:${fixed(row, last)}`;

function formulaRow({ layout }: WorkbookContent, { collected, row, ownRow, index }: WrittenRow): FormulaRow {
  const { columns, entries } = layout.collected;
  const columnOf = (relation: Relation): number =>
    columns.relations.find((one) => isSame(one.relation, relation))?.column ?? 1;
  const rowsOf = (key: string): CollectedEntries | undefined => entries.find(({ sheet }) => sheet.section.key === key);
  const run = (column: number, of: CollectedEntries | undefined): string | undefined =>
    of && sheetColumn(sheetNames.collected, column, of.firstRow, of.firstRow + of.sheet.rows.length - 1);
  return {
    section: collected.sheet.section,
    cellOf: cellsOf(collected.sheet.name, collected.sheet.columns, ownRow),
    state: '""',
    identityOf: (relation) => address(row, columnOf(relation)),
    identitiesOf: (relation, which) => {
      const column = columnOf(relation);
      if (which === 'above')
        return index === 0 ? undefined : sheetColumn(sheetNames.collected, column, collected.firstRow, row - 1);
      return run(column, rowsOf(relation[which].key));
    },
    servingOf: (demand) => {
      const found = columns.demands.find((one) => JSON.stringify(one.demand) === JSON.stringify(demand));
      return run(found?.column ?? 1, rowsOf(demand.relation.child.key)) ?? '0';
    },
  };
}

const isSame = (one: Relation, other: Relation): boolean =>
  one.child.key === other.child.key && one.owner.key === other.owner.key;

/** Writes the answers by which a row is matched with others, and whether it serves them. */
function writeRelations(
  sheet: Worksheet,
  content: WorkbookContent,
  written: WrittenRow,
  answers: Answers | undefined,
): void {
  const { columns } = content.layout.collected;
  const { section } = written.collected.sheet;
  const own = formulaRow(content, written);
  for (const { relation, column } of columns.relations) {
    if (![relation.child.key, relation.owner.key].includes(section.key)) continue;
    const cells = relation.by.map(({ key }) => own.cellOf(key));
    const joined = cells
      .map((cell) => `LEFT(TRIM(SUBSTITUTE(${cell},CHAR(10)," ")),${maxMatchedCharacters})`)
      .join('&CHAR(10)&');
    const formula = `IFERROR(IF(OR(${cells.map(isEmpty).join(',')}),"",${joined}),"")`;
    put(sheet, written.row, column, { formula, result: joinedAnswers(relation.by, answers) }, 'text');
  }
  for (const { demand, column } of columns.demands) {
    if (demand.relation.child.key !== section.key) continue;
    const filled = demand.needs.map(({ key }) => `TRIM(${own.cellOf(key)})<>""`);
    const formula = `IF(IFERROR(AND(${[isMet(content, own, demand.when), ...filled].join(',')}),FALSE),1,0)`;
    const result = answers !== undefined && serves(answers, demand) ? 1 : 0;
    put(sheet, written.row, column, { formula, result }, 'number');
  }
}

/** Joined in the same way as by the formula. */
function joinedAnswers(by: readonly Field[], answers: Answers | undefined): string {
  const values = by.map(({ key }) => answers?.get(key));
  return values.every((answer) => answer?.state === 'answered')
    ? values.map((answer) => trimmed(String(answer.value)).slice(0, maxMatchedCharacters)).join('\n')
    : '';
}

/**
 * The text that the formula leaves. Excel's TRIM removes no line breaks and Gnumeric's removes some, so they become
 * spaces.
 */
const trimmed = (text: string): string => text.replace(/[ \n]+/g, ' ').replace(/^ | $/g, '');

/** The number of rows of a sheet that have been started. */
export const startedRows = (content: WorkbookContent, sheet: EntriesSheet): string =>
  `(${sheet.rows.length}-COUNTIF(${openRange(content, sheet)},">"&${sheet.rows.length}))`;

/** The number of rows of a sheet that have been started and do not meet all their requirements. */
export const openRows = (content: WorkbookContent, sheet: EntriesSheet): string =>
  `COUNTIF(${openRange(content, sheet)},"<="&${sheet.rows.length})`;

/**
 * The address, on its own sheet, of the first open cell: in a row that has been started, or else in the first empty
 * row.
 */
export const firstOpenEntry = (content: WorkbookContent, sheet: EntriesSheet): string =>
  nthOpenEntry(content, sheet, '1');

/** The address of the first cell to fill in of the first empty row; if no row is empty, that of the first row. */
export function firstEmptyEntry(content: WorkbookContent, sheet: EntriesSheet): Formula & { readonly result: string } {
  const begun = new Set(content.response.entries.get(sheet.section.key)?.map(({ entry }) => entry));
  const empty = sheet.rows.find((_row, index) => !begun.has(index + 1)) ?? sheet.rows[0] ?? 1;
  const letter = firstLetter(sheet);
  const first = `"${letter}${sheet.rows[0] ?? 1}"`;
  return {
    formula:
      sheet.rows.length === 1
        ? first
        : `IFERROR(${nthOpenEntry(content, sheet, `${openRows(content, sheet)}+1`)},${first})`,
    result: `${letter}${empty}`,
  };
}

/** The column of the first required field. */
const firstLetter = ({ section, columns }: EntriesSheet): string =>
  letterOf(columns, requiredFields(section)[0] ?? section.fields[0] ?? missingField(section.key));

function nthOpenEntry({ layout }: WorkbookContent, sheet: EntriesSheet, nth: string): string {
  const { columns, entries } = layout.collected;
  const first = entries.find((candidate) => candidate.sheet === sheet)?.firstRow ?? 0;
  const run = (column: number): string =>
    sheetColumn(sheetNames.collected, column, first, first + sheet.rows.length - 1);
  return nthOpen(run(columns.entries.cell), run(columns.entries.open), sheet.rows.length, nth);
}

/**
 * The cell of the row with the nth smallest number. Gnumeric fails to find the only row of a range, so that one is
 * referenced directly.
 */
export const nthOpen = (cells: string, open: string, rows: number, nth: string): string =>
  rows === 1 ? cells : `INDEX(${cells},MATCH(SMALL(${open},${nth}),${open},0))`;

function openRange({ layout }: WorkbookContent, sheet: EntriesSheet): string {
  const first = layout.collected.entries.find((candidate) => candidate.sheet === sheet)?.firstRow ?? 0;
  return sheetColumn(sheetNames.collected, layout.collected.columns.entries.open, first, first + sheet.rows.length - 1);
}
