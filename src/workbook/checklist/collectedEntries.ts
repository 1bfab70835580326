import { isComputed } from '../../instrument/model/fieldKinds.ts';
import type { Field } from '../../instrument/model/schema.ts';
import type { Answers } from '../../response/response.ts';
import type { Relation } from '../../scoring/plans/requirements.ts';
import { maxMatchedCharacters, serves, type UnmetRequirement } from '../../scoring/plans/unmetRequirement.ts';
import { address, fixed, sheetColumn } from '../../spreadsheet/model/address.ts';
import { cell, resultCell } from '../../spreadsheet/plan/sheetParts.ts';
import type { PlannedCell } from '../../spreadsheet/plan/sheetPlan.ts';
import { sheetNotAsked } from '../calculations/askedFields.ts';
import { fieldNotAsked } from '../calculations/fieldNotAsked.ts';
import { type FormulaRow, isEmpty, isMet } from '../calculations/requirementFormulas.ts';
import type { Column } from '../columns/column.ts';
import type { WorkbookContent } from '../layout/content.ts';
import type { CollectedEntries, EntriesSheet } from '../layout/layout.ts';
import { cellsOf, openCells, openHeadings } from './openColumns.ts';
import { begunRows, firstLetter } from './openEntries.ts';

/**
 * For each row that a partner can add, the first unmet requirement and where, and how it relates to rows of other
 * sheets.
 */
export function collectedEntryCells(content: WorkbookContent): readonly PlannedCell[] {
  const { entries, headerRow, columns } = content.layout.collected;
  if (entries.length === 0) return [];
  const words = content.words.collected;
  const headings = [
    [words.sheet, columns.entrySheet],
    [words.number, columns.entryNumber],
    [words.order, columns.entryOrder],
    ...openHeadings(words, columns.entries),
    ...columns.relations.map(({ column }) => [words.matchedBy, column] as const),
    ...columns.demands.map(({ column }) => [words.meetsNeed, column] as const),
  ] as const;
  return [
    ...headings.map(([heading, column]) => cell(headerRow, column, heading, 'header')),
    ...entries.flatMap((collected) => entryCells(content, collected)),
  ];
}

function entryCells(content: WorkbookContent, collected: CollectedEntries): readonly PlannedCell[] {
  const { headerRow, columns } = content.layout.collected;
  const { section, rows, name } = collected.sheet;
  const known = new Map(begunRows(content, section).map(({ entry, answers }) => [entry, answers] as const));
  const open = new Map(
    content.checklist.entries
      .find((check) => check.section.key === section.key)
      ?.rows.map(({ entry, unmet }) => [entry, unmet] as const),
  );
  return rows.flatMap((ownRow, index) => {
    const row = collected.firstRow + index;
    const [answers, unmet] = [known.get(index + 1), open.get(index + 1) ?? []];
    const place = { collected, row, ownRow, index };
    const [order, own] = [row - headerRow, address(row, columns.entries.open)];
    const formula = `IF(${own}="","",IF(${own}>${rows.length},"",${order}))`;
    return [
      cell(row, columns.entrySheet, name, 'text'),
      cell(row, columns.entryNumber, index + 1, 'number'),
      ...openEntryCells(content, place, answers, unmet),
      ...relationCells(content, place, answers),
      resultCell(row, columns.entryOrder, { formula, result: unmet.length === 0 ? '' : order }, 'number'),
    ];
  });
}

/** A row of the collected answers and of the partner's own sheet. */
interface EntryPlace {
  readonly collected: CollectedEntries;
  readonly row: number;
  readonly ownRow: number;
  /** Counted from 0. */
  readonly index: number;
}

/**
 * Open rows are numbered before empty ones, over all sheets, so that the smallest number is the row to continue with.
 */
function openEntryCells(
  content: WorkbookContent,
  { collected, row, ownRow, index }: EntryPlace,
  answers: Answers | undefined,
  unmet: readonly UnmetRequirement[],
): readonly PlannedCell[] {
  const { columns } = content.layout.collected;
  const { columns: own, rows } = collected.sheet;
  const condition = notStarted(content, collected.sheet, ownRow);
  const [begun, empty] = [index + 1, rows.length + index + 1];
  const at = address(row, columns.entries.cell);
  const isOpen = answers === undefined || unmet.length > 0;
  return openCells(content, columns.entries, {
    row,
    ownRow,
    columns: own,
    formulaRow: formulaRow(content, { collected, row, ownRow, index }),
    unmet,
    open: {
      formula: `IF(${condition},${empty},IF(${at}="","",${begun}))`,
      result: answers === undefined ? empty : isOpen ? begun : '',
    },
    empty: { condition, holds: answers === undefined, cell: `${firstLetter(collected.sheet)}${ownRow}` },
  });
}

/** A condition that holds as long as a row has not been started, or its sheet is not asked. */
export function notStarted({ words }: Pick<WorkbookContent, 'words'>, sheet: EntriesSheet, row: number): string {
  const given = givenRanges(sheet.columns).map(([first, last]) => range(sheet.name, row, first, last));
  const none = `COUNTA(${given.join(',')})=0`;
  const notAsked = sheetNotAsked(words, sheet);
  return notAsked === undefined ? none : `OR(${notAsked},${none})`;
}

/** The first and the last of columns beside each other that are filled in: a formula is content to a program, whatever it shows. */
function givenRanges(columns: readonly Column[]): readonly (readonly [first: number, last: number])[] {
  const ranges: [number, number][] = [];
  for (const { column, content } of columns) {
    if (content.is !== 'field' || isComputed(content.field)) continue;
    const before = ranges.at(-1);
    if (before?.[1] === column - 1) before[1] = column;
    else ranges.push([column, column]);
  }
  return ranges;
}

const range = (sheet: string, row: number, first: number, last: number): string =>
  `'${sheet.replaceAll("'", "''")}'!${fixed(row, first)}:${fixed(row, last)}`;

function formulaRow({ layout }: WorkbookContent, { collected, row, ownRow, index }: EntryPlace): FormulaRow {
  const { columns, entries } = layout.collected;
  const columnOf = (relation: Relation): number =>
    columns.relations.find((one) => isSame(one.relation, relation))?.column ?? 1;
  const rowsOf = (key: string): CollectedEntries | undefined => entries.find(({ sheet }) => sheet.section.key === key);
  const run = (column: number, of: CollectedEntries | undefined): string | undefined =>
    of && sheetColumn(layout.words.sheets.collected, column, of.firstRow, of.firstRow + of.sheet.rows.length - 1);
  const cellOf = cellsOf(collected.sheet.name, collected.sheet.columns, ownRow);
  return {
    section: collected.sheet.section,
    cellOf,
    asksFor: () => true,
    notAsked: (key) => fieldNotAsked(layout, collected.sheet, key, cellOf),
    lastOf: () => undefined,
    state: '""',
    identityOf: (relation) => address(row, columnOf(relation)),
    identitiesOf: (relation, which) => {
      const column = columnOf(relation);
      if (which === 'above')
        return index === 0
          ? undefined
          : sheetColumn(layout.words.sheets.collected, column, collected.firstRow, row - 1);
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

/** The answers by which a row is matched with others, and whether it serves them. */
function relationCells(
  content: WorkbookContent,
  place: EntryPlace,
  answers: Answers | undefined,
): readonly PlannedCell[] {
  const { columns } = content.layout.collected;
  const { section } = place.collected.sheet;
  const own = formulaRow(content, place);
  const matched = columns.relations.flatMap(({ relation, column }) => {
    if (![relation.child.key, relation.owner.key].includes(section.key)) return [];
    const cells = relation.by.map(({ key }) => own.cellOf(key));
    const joined = cells
      .map((one) => `LEFT(TRIM(SUBSTITUTE(${one},CHAR(10)," ")),${maxMatchedCharacters})`)
      .join('&CHAR(10)&');
    const formula = `IFERROR(IF(OR(${cells.map(isEmpty).join(',')}),"",${joined}),"")`;
    return [resultCell(place.row, column, { formula, result: joinedAnswers(relation.by, answers) }, 'text')];
  });
  const serving = columns.demands.flatMap(({ demand, column }) => {
    if (demand.relation.child.key !== section.key) return [];
    const filled = demand.needs.map(({ key }) => `TRIM(${own.cellOf(key)})<>""`);
    const formula = `IF(IFERROR(AND(${[isMet(content, own, demand.when), ...filled].join(',')}),FALSE),1,0)`;
    const result = answers !== undefined && serves(answers, demand) ? 1 : 0;
    return [resultCell(place.row, column, { formula, result }, 'number')];
  });
  return [...matched, ...serving];
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
