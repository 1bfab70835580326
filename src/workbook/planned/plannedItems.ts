import type { Worksheet } from 'exceljs';
import { detailsOf, type PlanLine } from '../../scoring/plans/actionPlan.ts';
import { itemOrder, lastPlace, partOrder } from '../../scoring/plans/plannedRows.ts';
import { developmentPlaces } from '../../scoring/scorecard.ts';
import { address, sheetCell, sheetColumn } from '../../spreadsheet/model/address.ts';
import { type Formula, put } from '../../spreadsheet/write/worksheet.ts';
import { shortQuestion } from '../calculations/calculations.ts';
import { cellsOf } from '../checklist/openColumns.ts';
import type { WorkbookContent } from '../layout/content.ts';
import { type CollectedRow, scoreColumn, sheetNames } from '../layout/layout.ts';
import { lastLevelRow, listOf } from '../parts/answers.ts';
import { levelText } from './development.ts';
import { anyDetailGiven, writeGiven } from './plannedGiven.ts';
import { itemSubject } from './plannedLines.ts';
import { markFormula, markOf } from './plannedMarks.ts';

/** Writes the lines of questions: one row for each that the plan may have. */
export function writePlannedItems(sheet: Worksheet, content: WorkbookContent, lines: readonly PlanLine[]): void {
  const { layout, instrument, response } = content;
  const { items, columns, lists, names } = layout.planned;
  const places = developmentPlaces(instrument, response);
  const shown = new Map(
    lines.flatMap((line) => (line.entry === undefined && line.item !== undefined ? [[line.item.item.key, line]] : [])),
  );
  items.forEach((item, index) => {
    const { row } = item;
    const at = (column: number): string => address(row, column);
    const place = places.get(item.item.key) ?? lastPlace(instrument);
    const listed = shown.get(item.item.key);
    const cellOf = cellsOf(item.items.name, item.items.columns, item.itemRow);
    put(sheet, row, columns.about, itemAbout(content, item), 'text');
    writeGiven(sheet, content, row, item.section, cellOf, detailsOf(item.section, response.items.get(item.item.key)));
    put(
      sheet,
      row,
      columns.base,
      { formula: baseFormula(content, item, index), result: itemOrder(place, index) },
      'number',
    );
    const bases = lists.map(({ firstRow, sheet: { rows } }) =>
      sheetColumn(sheetNames.planned, columns.base, firstRow, firstRow + rows.length - 1),
    );
    const countOf = (base: string | number): string =>
      `(${bases.map((range) => `COUNTIF(${range},${base})`).join('+')})`;
    const isNamed = bases.length === 0 ? 'FALSE' : `${countOf(at(columns.base))}>0`;
    const isWeak = `${at(columns.base)}<${itemOrder(lastPlace(instrument), 0)}`;
    const given = anyDetailGiven(content, row);
    put(
      sheet,
      row,
      columns.order,
      {
        formula: `IF(OR(${given},AND(${isWeak},(${isNamed})=FALSE)),${at(columns.base)},"")`,
        result: listed?.order ?? '',
      },
      'number',
    );
    const parts = names.flatMap(({ names: own }) =>
      own.flatMap(({ part }) =>
        part.items.length > 1 && part.items.some((other) => other.item.key === item.item.key)
          ? [partOrder(instrument, part)]
          : [],
      ),
    );
    const covering = [isNamed, ...[...new Set(parts)].map((base) => `${countOf(base)}>0`)];
    put(
      sheet,
      row,
      columns.mark,
      {
        formula: markFormula(content, row, item.section, covering.length === 1 ? isNamed : `OR(${covering.join(',')})`),
        result: listed === undefined ? '' : markOf(content, listed),
      },
      'text',
    );
  });
}

/** The beginning of a question's lines: its level, or why it has none, and the question. */
function itemAbout(content: WorkbookContent, item: CollectedRow): Formula {
  const label = `"${shortQuestion(item).replaceAll('"', '""')}"`;
  const result = itemSubject(content, item);
  const score = scoreColumn(item.items);
  if (score === undefined) return { formula: label, result };
  const state = collectedState(content, item);
  const list = listOf(content.layout, score.field.scale);
  return { formula: `IF(ISNUMBER(${state}),${levelText(list, state)},${state})&": "&${label}`, result };
}

function collectedState({ layout }: WorkbookContent, { item }: CollectedRow): string {
  const row = layout.collected.rows.find((other) => other.item.key === item.key)?.row ?? 0;
  return sheetCell(sheetNames.collected, row, layout.collected.columns.state);
}

/**
 * The order of the lines about a question: by its level if that is below the highest, and then by the order of the
 * questions.
 */
function baseFormula(content: WorkbookContent, item: CollectedRow, index: number): string {
  const { layout, instrument } = content;
  const last = itemOrder(lastPlace(instrument), index);
  if (!layout.workings.rows.some((row) => row.item.key === item.item.key)) return String(last);
  const list = listOf(layout, instrument.scorecard?.scale ?? '');
  const state = collectedState(content, item);
  const levels = sheetColumn(sheetNames.lists, list.levelColumn, list.firstRow, lastLevelRow(list));
  const step = itemOrder(2, index) - itemOrder(1, index);
  return `IF(ISNUMBER(${state}),MATCH(${state},${levels},0)*${step}+${itemOrder(0, index)},${last})`;
}
