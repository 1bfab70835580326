import type { Workbook, Worksheet } from 'exceljs';
import { type ItemInContext, isChosenByLabel, scoredScaleOf, viewsOf } from '../../instrument/model/traverse.ts';
import { comparableLevel, type Movement, movementOf } from '../../scoring/plans/lastRound.ts';
import { bandNames } from '../../scoring/position.ts';
import { partsOf, scoreOf } from '../../scoring/scorecard.ts';
import { address, sheetCell, sheetColumn } from '../../spreadsheet/model/address.ts';
import { fitRows } from '../../spreadsheet/style/rowHeight.ts';
import { openHiddenSheet } from '../../spreadsheet/write/openHiddenSheet.ts';
import { type Formula, protect, put } from '../../spreadsheet/write/worksheet.ts';
import type { WorkbookContent } from '../layout/content.ts';
import { type ListColumn, partLabel, sheetNames, shortPartLabel, type WorkingsRow } from '../layout/layout.ts';
import { lastLevelRow, listOf } from '../parts/answers.ts';

/** The words in the state column for an item without a level. */
export const stateNames = { notApplicable: 'Not applicable', unanswered: 'Unanswered' } as const;

/** Ranks of one level stay below those of the next: more than any instrument has items. */
const rankStep = 100_000;

/** Writes one row for each scored item: its level or why it has none, and its rank among the areas for development. */
export async function writeCalculations(workbook: Workbook, content: WorkbookContent): Promise<void> {
  const { instrument, layout } = content;
  const { columns, headerRow, rows } = layout.workings;
  const views = viewsOf(instrument).map((view) => partsOf(instrument, view).map((part) => ({ view, part })));
  const lastWidths = columns.last === undefined ? [] : [4, 12, 12];
  const sheet = openHiddenSheet(workbook, {
    name: sheetNames.workings,
    title: 'Workings',
    note: 'Data of the Scorecard: one row for each question. Areas for development are listed by rank.',
    widths: [6, 60, 16, 12, ...views.flat().map(() => 10), 4, 40, 40, ...lastWidths],
  });
  const parts = views.flat().map(({ view, part }) => partLabel(view, part));
  ['No.', 'Question', 'Level or state', 'Rank', ...parts].forEach((heading, index) => {
    put(sheet, headerRow, index + 1, heading, 'header');
  });
  rows.forEach((row, index) => {
    put(sheet, row.row, columns.number, index + 1, 'number');
    put(sheet, row.row, columns.question, shortQuestion(row), 'text');
    put(sheet, row.row, columns.state, scoreState(content, row), 'number');
    put(sheet, row.row, columns.rank, rankFormula(content, row, index + 1), 'number');
    views.forEach((ofView, view) => {
      ofView.forEach(({ part }, at) => {
        const counts = part.items.some(({ item }) => item.key === row.item.key);
        put(sheet, row.row, columns.members[view]?.[at] ?? 0, counts ? 1 : undefined, 'number');
      });
    });
  });
  writeChartLabels(sheet, content);
  writeMovements(sheet, content);
  // No print area, because LibreOffice would print the hidden sheet for it.
  fitRows(sheet);
  await protect(sheet);
}

/** Writes the labels of the parts for the charts: short, and with the position computed on the scorecard. */
function writeChartLabels(sheet: Worksheet, { layout, instrument, scorecard }: WorkbookContent): void {
  const { headerRow, columns, chartLabels } = layout.workings;
  put(sheet, headerRow, columns.chartPart, 'Part, as charts call it', 'header');
  put(sheet, headerRow, columns.chartLabel, 'With its position', 'header');
  scorecard.views.forEach(({ view, parts }, index) => {
    parts.forEach((part, offset) => {
      const row = (chartLabels[index]?.firstRow ?? 0) + offset;
      const short = shortPartLabel(instrument, view, part);
      const scored = (layout.scorecard.views[index]?.firstRow ?? 0) + offset;
      const position = sheetCell(sheetNames.scorecard, scored, layout.scorecard.columns.position);
      const formula = `${address(row, columns.chartPart)}&": "&${position}`;
      put(sheet, row, columns.chartPart, short, 'text');
      put(sheet, row, columns.chartLabel, { formula, result: `${short}: ${bandNames[part.band]}` }, 'text');
    });
  });
}

/** Writes, beside each question, its level in the last round if comparable, and how it moved since. */
function writeMovements(sheet: Worksheet, content: WorkbookContent): void {
  const { instrument, layout, lastRound } = content;
  const { headerRow, rows, columns } = layout.workings;
  if (columns.last === undefined || lastRound === undefined) return;
  const list = listOf(layout, scoredScaleOf(instrument).key);
  const levels = sheetColumn(sheetNames.lists, list.levelColumn, list.firstRow, lastLevelRow(list));
  put(sheet, headerRow, columns.last.level, 'Level in the last round', 'header');
  put(sheet, headerRow, columns.last.movement, 'Since then', 'header');
  for (const row of rows) {
    const last = lastRound.items.get(row.item.key);
    const [now, then] = [address(row.row, columns.state), address(row.row, columns.last.level)];
    const moved = `MATCH(${now},${levels},0)-MATCH(${then},${levels},0)`;
    const state = stateOf(content, row);
    put(sheet, row.row, columns.last.level, comparableLevel(last), 'number');
    put(
      sheet,
      row.row,
      columns.last.movement,
      {
        formula:
          `IFERROR(IF(AND(ISNUMBER(${now}),ISNUMBER(${then})),IF(${moved}=0,"${movementNames.same}",` +
          `IF(${moved}>0,"${movementNames.better}","${movementNames.worse}")),""),"")`,
        result: movementWord(movementOf(instrument, last, typeof state === 'number' ? state : undefined)),
      },
      'text',
    );
  }
}

/** How questions moved, in the words that the calculations use and the scorecard counts. */
export const movementNames: Readonly<Record<Movement, string>> = { better: 'up', worse: 'down', same: 'the same' };

const movementWord = (movement: Movement | undefined): string =>
  movement === undefined ? '' : movementNames[movement];

/** A question with its reference. */
export const questionLabel = ({ item }: Pick<ItemInContext, 'item'>): string => `${item.key} ${item.question}`;

/** Characters of a question in lists with rows that are filled by formulas and cannot grow. */
const longestQuestion = 240;

/** The same for lists: a long question is cut after a word. Its sheet shows all of it. */
export function shortQuestion(context: Pick<ItemInContext, 'item'>): string {
  const label = questionLabel(context);
  if (label.length <= longestQuestion) return label;
  return `${label.slice(0, longestQuestion).replace(/[\s,;:(]*\s\S*$/, '')}…`;
}

/** The cells of one column of the calculations. */
export function calculationsColumn({ layout }: WorkbookContent, column: number): string {
  const { firstRow, rows } = layout.workings;
  return sheetColumn(sheetNames.workings, column, firstRow, firstRow + rows.length - 1);
}

const scoreState = (content: WorkbookContent, row: WorkingsRow): Formula =>
  stateFormula(
    content,
    row,
    listOf(content.layout, scoredScaleOf(content.instrument).key),
    sheetCell(row.score.sheet, row.score.row, row.score.column),
  );

/**
 * The level in a score's cell, or why there is none. A text typed over the list that is none of its answers counts as
 * unanswered, and so does a number pasted as text.
 */
export function stateFormula(content: WorkbookContent, item: ItemInContext, list: ListColumn, score: string): Formula {
  const { unanswered, notApplicable } = stateNames;
  const last = lastLevelRow(list);
  const chosen = sheetColumn(sheetNames.lists, list.column, list.firstRow, last);
  const levels = sheetColumn(sheetNames.lists, list.levelColumn, list.firstRow, last);
  const none =
    list.notApplicable === undefined
      ? `"${unanswered}"`
      : `IF(${score}=${sheetCell(sheetNames.lists, last + 1, list.column)},"${notApplicable}","${unanswered}")`;
  const level = isChosenByLabel(list.scale)
    ? `IF(${score}="","${unanswered}",IF(SUMPRODUCT((${chosen}=${score})*1)>0,SUMPRODUCT((${chosen}=${score})*${levels}),${none}))`
    : `IF(ISNUMBER(${score}),IF(SUMPRODUCT((${chosen}=${score})*1)>0,${score},"${unanswered}"),${none})`;
  return { formula: `IFERROR(${level},"${unanswered}")`, result: stateOf(content, item) };
}

export function stateOf({ response }: WorkbookContent, item: ItemInContext): number | string {
  const score = scoreOf(response, item);
  if (score.state === 'answered') return Number(score.value);
  return score.state === 'not-applicable' ? stateNames.notApplicable : stateNames.unanswered;
}

/** Ranks by the order of the scale, which need not be that of its numbers, and then by the order of the questions. */
function rankFormula(content: WorkbookContent, row: WorkingsRow, number: number): Formula {
  const { columns } = content.layout.workings;
  const scale = scoredScaleOf(content.instrument);
  const list = listOf(content.layout, scale.key);
  const last = lastLevelRow(list);
  const state = address(row.row, columns.state);
  const levels = sheetColumn(sheetNames.lists, list.levelColumn, list.firstRow, last);
  const best = sheetCell(sheetNames.lists, last, list.levelColumn);
  return {
    formula: `IF(ISNUMBER(${state}),IF(${state}=${best},"",MATCH(${state},${levels},0)*${rankStep}+${address(row.row, columns.number)}),"")`,
    result: rankOf(content, row, number),
  };
}

/** The same, without a formula. */
export function rankOf(content: WorkbookContent, item: ItemInContext, number: number): number | string {
  const { options } = scoredScaleOf(content.instrument);
  const place = options.findIndex(({ level }) => level === stateOf(content, item));
  return place >= 0 && place < options.length - 1 ? (place + 1) * rankStep + number : '';
}
