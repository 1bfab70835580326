import type { FigureElsewhere, Section, TotalFigure } from '../../instrument/model/schema.ts';
import { fieldsOfItem, figureOf, scoreFieldOf } from '../../instrument/model/traverse.ts';
import { type FigureRow, type Figures, figuresIn } from '../../scoring/figures/figuresIn.ts';
import { address } from '../../spreadsheet/model/address.ts';
import type { Formula } from '../../spreadsheet/plan/content.ts';
import { quotedText } from '../../spreadsheet/plan/formulaText.ts';
import { cell, resultCell } from '../../spreadsheet/plan/sheetParts.ts';
import type { PlannedCell } from '../../spreadsheet/plan/sheetPlan.ts';
import { notAskedFormula } from '../calculations/asked.ts';
import { fieldNotAsked } from '../calculations/fieldNotAsked.ts';
import { isEmpty, isMet } from '../calculations/requirementFormulas.ts';
import type { WorkbookContent } from '../layout/content.ts';
import {
  type CollectedEntries,
  type CollectedFigure,
  type CollectedRow,
  type CollectedTotal,
  type EntriesSheet,
  figureName,
  type ItemsSheet,
} from '../layout/layout.ts';
import { type CellOf, figureIf, hasNumber, rounded } from '../numbers/computedFormula.ts';
import { notStarted } from './collectedEntries.ts';
import { cellsOf } from './openColumns.ts';
import { begunRows } from './openEntries.ts';

/**
 * The numbers that are needed in other rows than their own, below each other: totals, with what each row counts in a column
 * of its own, and numbers of single questions.
 */
export function figureCells(content: WorkbookContent): readonly PlannedCell[] {
  const { headerRow, columns, totals, figures } = content.layout.collected;
  if (totals.length + figures.length === 0) return [];
  const ofResponse = figuresIn(content.instrument, content.response);
  return [
    cell(headerRow, columns.figure, content.words.collected.figure, 'header'),
    ...totals.flatMap((collected) => cellsOfTotal(content, collected, ofResponse)),
    ...figures.map((collected) => itemFigureCell(content, collected, ofResponse)),
  ];
}

/** The number of one question, if it is asked for. */
function itemFigureCell(content: WorkbookContent, { figure, of, row }: CollectedFigure, figures: Figures): PlannedCell {
  const { section, items, itemRow: ownRow } = of;
  const cellOf = cellsOf(items.name, items.columns, ownRow);
  const number = cellOf(figure.field);
  const passedOver = [
    notAskedFormula(content.layout, of) ?? [],
    fieldNotAsked(content.layout, items, figure.field, cellOf) ?? [],
  ].flat();
  const asked = passedOver.map((condition) => `(${condition})=FALSE`);
  const formula = figureIf([...asked, hasNumber(section, figure.field, number)], number);
  return collectedCell(content, figure, row, { formula, result: figures.elsewhere(figure) ?? '' });
}

const collectedCell = (
  { layout: { collected } }: WorkbookContent,
  figure: FigureElsewhere,
  row: number,
  formula: Formula,
): PlannedCell => ({
  ...resultCell(row, collected.columns.figure, formula, 'number'),
  name: figureName(collected, figure),
});

function cellsOfTotal(content: WorkbookContent, collected: CollectedTotal, figures: Figures): readonly PlannedCell[] {
  const { words, layout } = content;
  const { total, title, section, items, entries, row, column } = collected;
  const field = figureOf(section, total.total);
  const rows = [
    ...items.map((one) => itemRow(content, one, total)),
    ...(entries === undefined ? [] : entryRows(content, entries, total)),
  ];
  const [first, last] = [rows.at(0)?.row ?? row, rows.at(-1)?.row ?? row];
  const counted = `${address(first, column)}:${address(last, column)}`;
  const isWhole = `SUMPRODUCT((${counted}=${quotedText(words.states.unanswered)})*1)=0`;
  const formula = figureIf([`COUNT(${counted})>0`, isWhole], rounded(`SUM(${counted})`, [field]));
  return [
    cell(layout.collected.headerRow, column, words.collected.counted(field.heading, title), 'header'),
    ...rows.map((one) => countedCell(content, collected, one, figures)),
    collectedCell(content, total, row, { formula, result: figures.total(total) ?? '' }),
  ];
}

/** A row of the collected answers that a total may count. */
interface CountedRow {
  readonly row: number;
  readonly cellOf: CellOf;
  /** Conditions, of which one holds if the row counts for nothing. */
  readonly passedOver: readonly string[];
  /** A condition that holds if it may lack its number; undefined if none may. */
  readonly mayLack: string | undefined;
  /** The row as it is answered; undefined if it has not been started. */
  readonly answered: FigureRow | undefined;
}

function itemRow(content: WorkbookContent, collected: CollectedRow, total: TotalFigure): CountedRow {
  const { layout, words, response } = content;
  const { section, item, row, items, itemRow: ownRow } = collected;
  const state = address(row, layout.collected.columns.state);
  const excuses = [
    ...(scoreFieldOf(section)?.notApplicable === undefined ? [] : [words.states.notApplicable]),
    ...(item.optional === true ? [words.states.optional] : []),
  ];
  const cellOf = cellsOf(items.name, items.columns, ownRow);
  return {
    ...{ row, cellOf },
    passedOver: [notAskedFormula(layout, collected) ?? [], fieldsPassedOver(content, items, cellOf, total)].flat(),
    mayLack:
      excuses.length === 0 ? undefined : `OR(${excuses.map((word) => `${state}=${quotedText(word)}`).join(',')})`,
    answered: { section, item: collected, answers: response.items.get(item.key) ?? new Map() },
  };
}

function entryRows(
  content: WorkbookContent,
  { sheet, firstRow }: CollectedEntries,
  total: TotalFigure,
): readonly CountedRow[] {
  const begun = new Map(begunRows(content, sheet.section).map(({ entry, answers }) => [entry, answers]));
  return sheet.rows.map((ownRow, index) => {
    const cellOf = cellsOf(sheet.name, sheet.columns, ownRow);
    const answers = begun.get(index + 1);
    return {
      ...{ row: firstRow + index, cellOf, mayLack: undefined },
      passedOver: [notStarted(content, sheet, ownRow), ...fieldsPassedOver(content, sheet, cellOf, total)],
      answered: answers && { section: sheet.section, answers },
    };
  });
}

/** The number is not asked, or the row is none of those that are meant. */
function fieldsPassedOver(
  content: WorkbookContent,
  sheet: ItemsSheet | EntriesSheet,
  cellOf: CellOf,
  { total, when }: TotalFigure,
): readonly string[] {
  const section: Section = sheet.section;
  const others = when === undefined ? [] : [`IFERROR(${isMet(content, { section, cellOf }, when)},FALSE)=FALSE`];
  const asked = [total, ...(when === undefined ? [] : [when.field])];
  return [...asked.flatMap((key) => fieldNotAsked(content.layout, sheet, key, cellOf) ?? []), ...others];
}

/** What a row counts: its number, nothing, or a word if the number is missing. */
function countedCell(
  { words }: WorkbookContent,
  { total, section, column }: CollectedTotal,
  { row, cellOf, passedOver, mayLack, answered }: CountedRow,
  figures: Figures,
): PlannedCell {
  const hasField = answered?.item === undefined || fieldsOfItem(answered.item).some(({ key }) => key === total.total);
  if (!hasField) return cell(row, column, undefined, 'number');
  const number = cellOf(total.total);
  const missing = quotedText(words.states.unanswered);
  const lacking = mayLack === undefined ? missing : `IF(AND(${mayLack},${isEmpty(number)}),"",${missing})`;
  const own = `IF(${hasNumber(section, total.total, number)},${number},${lacking})`;
  const counted = passedOver.length === 0 ? own : `IF(OR(${passedOver.join(',')}),"",${own})`;
  const result = answered === undefined ? undefined : figures.counted(total, answered);
  return resultCell(
    row,
    column,
    {
      formula: `IFERROR(${counted},${missing})`,
      result: result === 'missing' ? words.states.unanswered : (result ?? ''),
    },
    'number',
  );
}
