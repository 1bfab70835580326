import { detailsOf, type PlanLine } from '../../scoring/plans/actionPlan.ts';
import { type ItemAction, itemActions } from '../../scoring/plans/itemActions.ts';
import { itemOrder, lastPlace, partOrder } from '../../scoring/plans/plannedRows.ts';
import { developmentPlaces } from '../../scoring/scorecard.ts';
import { address, sheetCell, sheetColumn } from '../../spreadsheet/model/address.ts';
import type { Formula } from '../../spreadsheet/plan/content.ts';
import { cell, resultCell } from '../../spreadsheet/plan/sheetParts.ts';
import type { PlannedCell } from '../../spreadsheet/plan/sheetPlan.ts';
import { notAskedFormula } from '../calculations/asked.ts';
import { questionText } from '../calculations/calculations.ts';
import { fieldNotAsked } from '../calculations/fieldNotAsked.ts';
import { cellsOf } from '../checklist/openColumns.ts';
import type { WorkbookContent } from '../layout/content.ts';
import { type CollectedRow, scoreColumn } from '../layout/layout.ts';
import { levelText } from '../parts/levelWords.ts';
import { lastLevelRow, listOf } from '../parts/listCells.ts';
import { anyDetailGiven, givenCells } from './plannedGiven.ts';
import { itemSubject } from './plannedLines.ts';
import { markFormula, markOf } from './plannedMarks.ts';

/** The lines of questions: one row for each that the plan may have. */
export function plannedItemCells(content: WorkbookContent, lines: readonly PlanLine[]): readonly PlannedCell[] {
  const { layout, instrument, response } = content;
  const { items, columns } = layout.planned;
  const places = developmentPlaces(instrument, response);
  const actions = itemActions(instrument, response);
  const shown = new Map(
    lines.flatMap((line) => (line.entry === undefined && line.item !== undefined ? [[line.item.item.key, line]] : [])),
  );
  return items.flatMap((item, index) => {
    const { row } = item;
    const place = places.get(item.item.key) ?? lastPlace(instrument);
    const listed = shown.get(item.item.key);
    const cellOf = cellsOf(item.items.name, item.items.columns, item.itemRow);
    const base = address(row, columns.base);
    const { isNamed, isCovered } = coveredFormulas(content, item);
    const isWeak = `${base}<${itemOrder(lastPlace(instrument), 0)}`;
    return [
      resultCell(row, columns.subject.level, levelFormula(content, item), 'text'),
      cell(row, columns.subject.reference, item.item.key, 'reference'),
      cell(row, columns.subject.about, questionText(item), 'text'),
      ...givenCells(
        content,
        row,
        item.section,
        cellOf,
        detailsOf(item.section, response.items.get(item.item.key)),
        (field) => [notAskedFormula(layout, item) ?? [], fieldNotAsked(layout, item.items, field, cellOf) ?? []].flat(),
      ),
      resultCell(
        row,
        columns.base,
        { formula: baseFormula(content, item, index), result: itemOrder(place, index) },
        'number',
      ),
      resultCell(
        row,
        columns.order,
        {
          formula: `IF(OR(${anyDetailGiven(content, row)},AND(${isWeak},(${isNamed})=FALSE)),${base},"")`,
          result: listed?.order ?? '',
        },
        'number',
      ),
      resultCell(
        row,
        columns.mark,
        {
          formula: markFormula(content, row, item.section, isCovered),
          result: listed === undefined ? '' : markOf(content, listed),
        },
        'text',
      ),
      resultCell(row, columns.giver, giverFormula(content, item, index, actions.get(item.item.key)), 'number'),
    ];
  });
}

/**
 * Whether rows of lists of actions name a question; and whether it needs no action of its own, as they name it or a part
 * that contains it, or it has reached its target.
 */
function coveredFormulas(
  content: WorkbookContent,
  item: CollectedRow,
): { readonly isNamed: string; readonly isCovered: string } {
  const { columns, lists } = content.layout.planned;
  const { sheets } = content.words;
  const bases = lists.map(({ firstRow, sheet: { rows } }) =>
    sheetColumn(sheets.planned, columns.base, firstRow, firstRow + rows.length - 1),
  );
  const countOf = (base: string | number): string => `(${bases.map((range) => `COUNTIF(${range},${base})`).join('+')})`;
  const isNamed = bases.length === 0 ? 'FALSE' : `${countOf(address(item.row, columns.base))}>0`;
  const covering = [
    isNamed,
    ...containingParts(content, item).map((base) => `${countOf(base)}>0`),
    ...reachedFormula(content, item),
  ];
  return { isNamed, isCovered: covering.length === 1 ? isNamed : `OR(${covering.join(',')})` };
}

/** Whether the answer is not below its target; none without a target. */
function reachedFormula({ layout, words }: WorkbookContent, { item }: CollectedRow): readonly string[] {
  const { target } = layout.workings.columns;
  const counted = layout.workings.rows.find((row) => row.item.key === item.key);
  if (target === undefined || counted === undefined) return [];
  return [`${sheetCell(words.sheets.workings, counted.row, target.gap)}=0`];
}

/** The orders of the larger parts that contain a question and that rows can name. */
function containingParts({ layout, instrument }: WorkbookContent, { item }: CollectedRow): readonly number[] {
  const parts = layout.planned.names.flatMap(({ names }) => names.map(({ part }) => part));
  const containing = parts.filter(
    ({ items }) => items.length > 1 && items.some((other) => other.item.key === item.key),
  );
  return [...new Set(containing.map((part) => partOrder(instrument, part)))];
}

/**
 * The number of the row that gives the action for a question: its own or, without an action there, the first row of a list
 * that names it or else a part that contains it.
 */
function giverFormula(
  content: WorkbookContent,
  item: CollectedRow,
  index: number,
  action: ItemAction | undefined,
): Formula {
  const { columns, lists, purposes, items, rows, firstRow } = content.layout.planned;
  const own = `IFERROR(${address(item.row, columns.firstPurpose + purposes.indexOf('action'))}<>"",TRUE)`;
  const firstListed = firstRow + items.length;
  // The row below stays empty: Gnumeric fails to find the only row of a range.
  const bases = sheetColumn(content.words.sheets.planned, columns.base, firstListed, firstRow + rows);
  const listed = [address(item.row, columns.base), ...containingParts(content, item)];
  const list = lists.find(({ sheet }) => sheet.section.key === action?.entry?.list.key);
  const found = listed.reduceRight(
    (otherwise, base) => `IFERROR(MATCH(${base},${bases},0)+${items.length},${otherwise})`,
    '""',
  );
  return {
    formula: `IF(${own},${index + 1},${lists.length === 0 ? '""' : found})`,
    result:
      action === undefined
        ? ''
        : action.entry === undefined
          ? index + 1
          : (list?.firstRow ?? 0) - firstRow + action.entry.entry,
  };
}

/** The level of a question, or why it has none; empty text if it is not scored. */
function levelFormula(content: WorkbookContent, item: CollectedRow): Formula {
  const { level: result } = itemSubject(content, item);
  const score = scoreColumn(item.items);
  if (score === undefined) return { formula: '""', result };
  const state = collectedState(content, item);
  const list = listOf(content.layout, score.field.scale);
  return { formula: `IF(ISNUMBER(${state}),${levelText(content.words, list, state)},${state})`, result };
}

function collectedState({ layout }: WorkbookContent, { item }: CollectedRow): string {
  const row = layout.collected.rows.find((other) => other.item.key === item.key)?.row ?? 0;
  return sheetCell(layout.words.sheets.collected, row, layout.collected.columns.state);
}

/**
 * The order of the lines about a question: by its level if that is below the highest, and then by the order of the
 * questions.
 */
function baseFormula(content: WorkbookContent, item: CollectedRow, index: number): string {
  const { words, layout, instrument } = content;
  const last = itemOrder(lastPlace(instrument), index);
  const counted = layout.workings.rows.find((row) => row.item.key === item.item.key);
  if (counted === undefined) return String(last);
  const list = listOf(layout, instrument.scorecard?.scale ?? '');
  const state =
    scoreColumn(item.items)?.field.countsAs === undefined
      ? collectedState(content, item)
      : sheetCell(words.sheets.workings, counted.row, layout.workings.columns.state);
  const levels = sheetColumn(words.sheets.lists, list.levelColumn, list.firstRow, lastLevelRow(list));
  const step = itemOrder(2, index) - itemOrder(1, index);
  return `IF(ISNUMBER(${state}),MATCH(${state},${levels},0)*${step}+${itemOrder(0, index)},${last})`;
}
