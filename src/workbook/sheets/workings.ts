import type { Workbook, Worksheet } from 'exceljs';
import { scoredScaleOf } from '../../instrument/traverse.ts';
import { comparableLevel, type Movement, movementOf } from '../../scoring/lastRound.ts';
import { bandWords } from '../../scoring/position.ts';
import { type DevelopmentArea, partsOf, scoreOf } from '../../scoring/scorecard.ts';
import { address, sheetCell, sheetColumn } from '../../spreadsheet/address.ts';
import { fitRows } from '../../spreadsheet/rowHeight.ts';
import { type Formula, protect, put } from '../../spreadsheet/worksheet.ts';
import type { WorkbookContent } from '../content.ts';
import { partLabel, sheetNames, shortPartLabel, type WorkingsRow } from '../layout.ts';
import { lastLevelRow, listOf } from './answers.ts';

/** What stands in the state column instead of a level. */
export const stateWords = { notApplicable: 'Not applicable', unanswered: 'Unanswered' } as const;

/** Ranks of one level stay below those of the next: more than any instrument has items. */
const rankStep = 100_000;

/** One row for each scored item: its level or why it has none, and where it stands among the areas for development. */
export async function writeWorkings(workbook: Workbook, content: WorkbookContent): Promise<void> {
  const { instrument, layout } = content;
  const { columns, headerRow, rows } = layout.workings;
  const { views } = instrument.scorecard;
  const lastWidths = columns.last === undefined ? [] : [4, 12, 12];
  const sheet = workbook.addWorksheet(sheetNames.workings, { state: 'hidden' });
  [6, 60, 16, 12, ...views.map(() => 40), 4, 40, 40, ...lastWidths].forEach((width, index) => {
    sheet.getColumn(index + 1).width = width;
  });
  put(sheet, 1, 1, 'Workings', 'title');
  put(
    sheet,
    2,
    1,
    'What the Scorecard counts, one row for each question. Rank orders the areas for development.',
    'note',
  );
  ['No.', 'Question', 'Level or state', 'Rank', ...views.map((view) => view.title)].forEach((heading, index) => {
    put(sheet, headerRow, index + 1, heading, 'header');
  });
  const labels = views.map(
    (view) =>
      new Map(
        partsOf(instrument, view).flatMap((part) => part.items.map(({ item }) => [item.key, partLabel(view, part)])),
      ),
  );
  rows.forEach((row, index) => {
    put(sheet, row.row, columns.number, index + 1, 'number');
    put(sheet, row.row, columns.question, questionLabel(row), 'text');
    put(sheet, row.row, columns.state, stateFormula(content, row), 'number');
    put(sheet, row.row, columns.rank, rankFormula(content, row, index + 1), 'number');
    labels.forEach((label, view) => {
      put(sheet, row.row, columns.firstView + view, label.get(row.item.key) ?? '', 'text');
    });
  });
  writeChartLabels(sheet, content);
  writeMovements(sheet, content);
  // No print area: LibreOffice would print the hidden sheet for it.
  fitRows(sheet);
  await protect(sheet);
}

/** Parts as the charts call them: in few words, and with the position that the scorecard works out. */
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
      put(sheet, row, columns.chartLabel, { formula, result: `${short}: ${bandWords[part.band]}` }, 'text');
    });
  });
}

/** The level of the last round where it can be compared, and whether the question moved since, beside each question. */
function writeMovements(sheet: Worksheet, content: WorkbookContent): void {
  const { instrument, layout, lastRound } = content;
  const { headerRow, rows, columns } = layout.workings;
  if (columns.last === undefined || lastRound === undefined) return;
  const list = listOf(layout, scoredScaleOf(instrument).key);
  const levels = sheetColumn(sheetNames.lists, list.column, list.firstRow, lastLevelRow(list));
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
          `IFERROR(IF(AND(ISNUMBER(${now}),ISNUMBER(${then})),IF(${moved}=0,"${movementWords.same}",` +
          `IF(${moved}>0,"${movementWords.better}","${movementWords.worse}")),""),"")`,
        result: movementWord(movementOf(instrument, last, typeof state === 'number' ? state : undefined)),
      },
      'text',
    );
  }
}

/** How questions moved, as the workings say it and the scorecard counts it. */
export const movementWords: Readonly<Record<Movement, string>> = { better: 'up', worse: 'down', same: 'the same' };

const movementWord = (movement: Movement | undefined): string =>
  movement === undefined ? '' : movementWords[movement];

/** A question as the list of areas for development shows it. */
export const questionLabel = ({ item }: Pick<DevelopmentArea, 'item'>): string => `${item.key} ${item.question}`;

/** The cells of one column of the workings. */
export function workingsColumn({ layout }: WorkbookContent, column: number): string {
  const { firstRow, rows } = layout.workings;
  return sheetColumn(sheetNames.workings, column, firstRow, firstRow + rows.length - 1);
}

function stateFormula(content: WorkbookContent, row: WorkingsRow): Formula {
  const list = listOf(content.layout, content.instrument.scorecard.scale);
  const score = sheetCell(row.score.sheet, row.score.row, row.score.column);
  const levels = sheetColumn(sheetNames.lists, list.column, list.firstRow, lastLevelRow(list));
  const otherwise =
    list.notApplicable === undefined
      ? `"${stateWords.unanswered}"`
      : `IF(${score}=${sheetCell(sheetNames.lists, lastLevelRow(list) + 1, list.column)},"${stateWords.notApplicable}","${stateWords.unanswered}")`;
  return {
    formula: `IFERROR(IF(ISNUMBER(${score}),IF(SUMPRODUCT((${levels}=${score})*1)>0,${score},"${stateWords.unanswered}"),${otherwise}),"${stateWords.unanswered}")`,
    result: stateOf(content, row),
  };
}

export function stateOf({ response }: WorkbookContent, row: WorkingsRow): number | string {
  const score = scoreOf(response, row);
  if (score.state === 'answered') return Number(score.value);
  return score.state === 'not-applicable' ? stateWords.notApplicable : stateWords.unanswered;
}

function rankFormula(content: WorkbookContent, row: WorkingsRow, number: number): Formula {
  const { columns } = content.layout.workings;
  const list = listOf(content.layout, content.instrument.scorecard.scale);
  const state = address(row.row, columns.state);
  const highest = sheetCell(sheetNames.lists, lastLevelRow(list), list.column);
  const level = stateOf(content, row);
  const top = scoredScaleOf(content.instrument).options.at(-1)?.level ?? 0;
  return {
    formula: `IF(ISNUMBER(${state}),IF(${state}<${highest},${state}*${rankStep}+${address(row.row, columns.number)},""),"")`,
    result: typeof level === 'number' && level < top ? level * rankStep + number : '',
  };
}
