import type { View } from '../../instrument/model/schema.ts';
import {
  describeOption,
  type ItemInContext,
  isChosenByLabel,
  scoredScaleOf,
  scoreFieldOf,
  viewsOf,
} from '../../instrument/model/traverse.ts';
import { bandName } from '../../scoring/bands.ts';
import { comparableLevel, movementOf } from '../../scoring/plans/lastRound.ts';
import { type Part, type PartScore, partsOf } from '../../scoring/scorecard.ts';
import { address, sheetCell, sheetColumn } from '../../spreadsheet/model/address.ts';
import type { Formula } from '../../spreadsheet/plan/content.ts';
import { quotedText, sentenceFormula } from '../../spreadsheet/plan/formulaText.ts';
import { planHiddenSheet } from '../../spreadsheet/plan/planSheet.ts';
import { cell, resultCell } from '../../spreadsheet/plan/sheetParts.ts';
import type { PlannedCell, SheetPlan } from '../../spreadsheet/plan/sheetPlan.ts';
import type { WorkbookContent } from '../layout/content.ts';
import { type ListColumn, partLabel, shortPartLabel, type WorkingsRow } from '../layout/layout.ts';
import { lastLevelRow, listOf } from '../parts/listCells.ts';
import { ifAsked } from './asked.ts';
import { isEmpty } from './requirementFormulas.ts';
import { ruleCells } from './ruleCells.ts';
import { notAskedState, ownStateOf, stateOf } from './states.ts';

/** Ranks of one level stay below those of the next: more than any instrument has items. */
const rankStep = 100_000;

/** One row for each scored item: its level or why it has none, and its rank among the areas for development. */
export function calculationsSheet(content: WorkbookContent): SheetPlan {
  const { instrument, layout } = content;
  const views = viewsOf(instrument).map((view) => partsOf(instrument, view).map((part) => ({ view, part })));
  const lastWidths = layout.workings.columns.last === undefined ? [] : [4, 12, 12];
  const { weighted, statements } = layout.workings.columns;
  const ruleWidths = weighted === undefined && statements === undefined ? [] : [12, 12, 12, 4];
  return planHiddenSheet(
    {
      name: content.words.sheets.workings,
      title: content.words.sheets.workings,
      note: content.words.workings.note,
      widths: [
        6,
        10,
        60,
        16,
        12,
        30,
        ...views.flat().map(() => 10),
        4,
        40,
        40,
        30,
        ...lastWidths,
        4,
        ...ruleWidths,
        ...(layout.workings.columns.target === undefined ? [] : [12, 12, 4]),
        ...layout.workings.columns.partRanks.flat().map(() => 12),
      ],
      isProtected: true,
    },
    'hidden',
    [
      { cells: questionCells(content, views) },
      { cells: chartLabelCells(content) },
      { cells: levelNameCells(content) },
      { cells: movementCells(content) },
      { cells: ruleCells(content) },
      { cells: partRankCells(content) },
    ],
  );
}

interface PartOfView {
  readonly view: View;
  readonly part: Part;
}

function questionCells(content: WorkbookContent, views: readonly (readonly PartOfView[])[]): readonly PlannedCell[] {
  const { columns, headerRow, rows } = content.layout.workings;
  const parts = views.flat().map(({ view, part }) => partLabel(view, part));
  return [
    ...[...content.words.workings.headings, ...parts].map((heading, index) =>
      cell(headerRow, index + 1, heading, 'header'),
    ),
    ...rows.flatMap((row, index) => [
      cell(row.row, columns.number, index + 1, 'number'),
      cell(row.row, columns.reference, row.item.key, 'reference'),
      cell(row.row, columns.question, questionText(row), 'text'),
      resultCell(row.row, columns.state, scoreState(content, row), 'number'),
      resultCell(row.row, columns.rank, rankFormula(content, row, index + 1), 'number'),
      cell(row.row, columns.place, scorePlace(row), 'text'),
      ...views.flatMap((ofView, view) =>
        ofView.map(({ part }, at) => {
          const counts = part.items.some(({ item }) => item.key === row.item.key);
          return cell(row.row, columns.members[view]?.[at] ?? 0, counts ? 1 : undefined, 'number');
        }),
      ),
    ]),
  ];
}

/** The labels of the parts for the charts: short, and with the position computed on the scorecard. */
function chartLabelCells(content: WorkbookContent): readonly PlannedCell[] {
  const { words, layout, instrument, scorecard } = content;
  const { headerRow, columns, chartLabels } = layout.workings;
  return [
    cell(headerRow, columns.chartPart, words.workings.chartPart, 'header'),
    cell(headerRow, columns.chartLabel, words.workings.chartLabel, 'header'),
    ...scorecard.views.flatMap(({ view, parts }, index) =>
      parts.flatMap((part, offset) => {
        const row = (chartLabels[index]?.firstRow ?? 0) + offset;
        const scored = (layout.scorecard.views[index]?.firstRow ?? 0) + offset;
        const position = sheetCell(words.sheets.scorecard, scored, layout.scorecard.columns.position);
        const formula = sentenceFormula(words.workings.chartName, address(row, columns.chartPart), position);
        return [
          cell(row, columns.chartPart, shortPartLabel(instrument, view, part), 'text'),
          resultCell(row, columns.chartLabel, { formula, result: chartLabel(content, view, part) }, 'text'),
        ];
      }),
    ),
  ];
}

/** The words for each level, and for no answer, as charts name their series and lists name levels. */
function levelNameCells(content: WorkbookContent): readonly PlannedCell[] {
  const { headerRow, firstRow, columns } = content.layout.workings;
  return [
    cell(headerRow, columns.levelName, content.words.workings.levelNames, 'header'),
    ...seriesNames(content).map((name, index) => cell(firstRow + index, columns.levelName, name, 'text')),
  ];
}

/** The ranks of the questions of each perspective: the least is that of its weakest question. */
function partRankCells(content: WorkbookContent): readonly PlannedCell[] {
  const { instrument, layout } = content;
  const { headerRow, rows, columns } = layout.workings;
  return viewsOf(instrument).flatMap((view, index) =>
    (columns.partRanks[index] ?? []).flatMap((column, at) => {
      const part = partsOf(instrument, view)[at];
      const member = columns.members[index]?.[at] ?? 0;
      return [
        cell(headerRow, column, content.words.workings.rankIn(part?.title ?? ''), 'header'),
        ...rows.map((row, number) => {
          const counts = part?.items.some(({ item }) => item.key === row.item.key) === true;
          const formula = `IF(${address(row.row, member)}=1,${address(row.row, columns.rank)},"")`;
          return resultCell(
            row.row,
            column,
            { formula, result: counts ? rankOf(content, row, number + 1) : '' },
            'number',
          );
        }),
      ];
    }),
  );
}

/** The levels in words, from the lowest to the highest, and the word for no answer. */
export function seriesNames({ words, instrument }: WorkbookContent): readonly string[] {
  const scale = scoredScaleOf(instrument);
  return [...scale.options.map((option) => describeOption(scale, option)), words.states.unanswered];
}

/** The place of a question's score, as links name it. */
const scorePlace = ({ score }: WorkingsRow): string => `'${score.sheet}'!${address(score.row, score.column)}`;

/** A part as charts call it, with its position. */
export const chartLabel = ({ words, instrument }: WorkbookContent, view: View, part: PartScore): string =>
  words.workings.chartName(shortPartLabel(instrument, view, part), bandName(part.band, words.bands));

/** Beside each question, its level in the last round if comparable, and how it moved since. */
export function movementCells(content: WorkbookContent): readonly PlannedCell[] {
  const { words, instrument, layout, lastRound } = content;
  const { better, worse, same } = words.movements;
  const { headerRow, rows, columns } = layout.workings;
  const { last: places } = columns;
  if (places === undefined || lastRound === undefined) return [];
  const list = listOf(layout, scoredScaleOf(instrument).key);
  const levels = sheetColumn(words.sheets.lists, list.levelColumn, list.firstRow, lastLevelRow(list));
  return [
    cell(headerRow, places.level, words.workings.lastLevel, 'header'),
    cell(headerRow, places.movement, words.workings.sinceThen, 'header'),
    ...rows.flatMap((row) => {
      const last = lastRound.items.get(row.item.key);
      const [now, then] = [address(row.row, columns.state), address(row.row, places.level)];
      const moved = `MATCH(${now},${levels},0)-MATCH(${then},${levels},0)`;
      const state = stateOf(content, row);
      const formula =
        `IFERROR(IF(AND(ISNUMBER(${now}),ISNUMBER(${then})),IF(${moved}=0,${quotedText(same)},` +
        `IF(${moved}>0,${quotedText(better)},${quotedText(worse)})),""),"")`;
      const movement = movementOf(instrument, last, typeof state === 'number' ? state : undefined);
      const result = movement === undefined ? '' : words.movements[movement];
      return [
        resultCell(row.row, places.level, comparableLevel(last), 'number'),
        resultCell(row.row, places.movement, { formula, result }, 'text'),
      ];
    }),
  ];
}

/** A question with its reference. */
export const questionLabel = ({ item }: Pick<ItemInContext, 'item'>): string => `${item.key} ${item.question}`;

/** Characters of a question in lists with rows that are filled by formulas and cannot grow. */
const longestQuestion = 240;

/** The same for lists: a long question is cut after a word. Its sheet shows all of it. */
function shortQuestion(context: Pick<ItemInContext, 'item'>): string {
  const label = questionLabel(context);
  if (label.length <= longestQuestion) return label;
  return `${label.slice(0, longestQuestion).replace(/[\s,;:(]*\s\S*$/, '')}…`;
}

/** The same without the reference. */
export const questionText = (context: Pick<ItemInContext, 'item'>): string =>
  shortQuestion(context).slice(context.item.key.length + 1);

/** The cells of one column of the calculations. */
export function calculationsColumn({ layout }: WorkbookContent, column: number): string {
  const { firstRow, rows } = layout.workings;
  return sheetColumn(layout.words.sheets.workings, column, firstRow, firstRow + rows.length - 1);
}

/** For a section with a scale of its own, the level as which its answer counts. */
function scoreState(content: WorkbookContent, row: WorkingsRow): Formula {
  const { layout, instrument } = content;
  const { countsAs } = scoreFieldOf(row.section) ?? {};
  if (countsAs === undefined)
    return stateFormula(
      content,
      row,
      listOf(layout, scoredScaleOf(instrument).key),
      sheetCell(row.score.sheet, row.score.row, row.score.column),
    );
  const at = layout.collected.rows.find(({ item }) => item.key === row.item.key)?.row ?? 0;
  const own = sheetCell(content.words.sheets.collected, at, layout.collected.columns.state);
  const formula = Object.entries(countsAs).reduce((rest, [level, as]) => `IF(${own}=${level},${as},${rest})`, own);
  return { formula, result: stateOf(content, row) };
}

/**
 * The level in a score's cell, or why there is none. A text typed over the list that is none of its answers counts as
 * unanswered, and so does a number pasted as text.
 */
export function stateFormula(content: WorkbookContent, item: ItemInContext, list: ListColumn, score: string): Formula {
  const { sheets, states } = content.words;
  const [unanswered, notApplicable] = [quotedText(states.unanswered), quotedText(states.notApplicable)];
  const last = lastLevelRow(list);
  const chosen = sheetColumn(sheets.lists, list.column, list.firstRow, last);
  const levels = sheetColumn(sheets.lists, list.levelColumn, list.firstRow, last);
  const none =
    list.notApplicable === undefined
      ? unanswered
      : `IF(${score}=${sheetCell(sheets.lists, last + 1, list.column)},${notApplicable},${unanswered})`;
  const level = isChosenByLabel(list.scale)
    ? `IF(${score}="",${unanswered},IF(SUMPRODUCT((${chosen}=${score})*1)>0,SUMPRODUCT((${chosen}=${score})*${levels}),${none}))`
    : `IF(ISNUMBER(${score}),IF(SUMPRODUCT((${chosen}=${score})*1)>0,${score},${unanswered}),${none})`;
  const given = item.item.optional === true ? `IF(${isEmpty(score)},${quotedText(states.optional)},${level})` : level;
  const formula = ifAsked(content.layout, item, `IFERROR(${given},${unanswered})`, quotedText(notAskedState(content)));
  return { formula, result: ownStateOf(content, item) };
}

/** Ranks by the order of the scale, which need not be that of its numbers, and then by the order of the questions. */
function rankFormula(content: WorkbookContent, row: WorkingsRow, number: number): Formula {
  const { columns } = content.layout.workings;
  const { sheets } = content.words;
  const scale = scoredScaleOf(content.instrument);
  const list = listOf(content.layout, scale.key);
  const last = lastLevelRow(list);
  const state = address(row.row, columns.state);
  const levels = sheetColumn(sheets.lists, list.levelColumn, list.firstRow, last);
  const best = sheetCell(sheets.lists, last, list.levelColumn);
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
