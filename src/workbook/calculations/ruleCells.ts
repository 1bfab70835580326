import { scoredScaleOf } from '../../instrument/model/traverse.ts';
import { scoreOf } from '../../scoring/scorecard.ts';
import { weightOf } from '../../scoring/tally.ts';
import { gapOf, targetOf } from '../../scoring/targets.ts';
import { address, sheetColumn } from '../../spreadsheet/model/address.ts';
import { quotedText } from '../../spreadsheet/plan/formulaText.ts';
import { cell, resultCell } from '../../spreadsheet/plan/sheetParts.ts';
import type { PlannedCell } from '../../spreadsheet/plan/sheetPlan.ts';
import type { WorkbookContent } from '../layout/content.ts';
import { lastLevelRow, listOf } from '../parts/listCells.ts';
import { thresholdCell } from '../parts/thresholdCells.ts';
import { stateOf, uncountedWords } from './states.ts';

/** Beside each question, what the rule needs besides its level. */
export const ruleCells = (content: WorkbookContent): readonly PlannedCell[] => [
  ...weightCells(content),
  ...statementCells(content),
  ...targetCells(content),
];

/** In thousandths, so that programs add them up alike. */
function weightCells(content: WorkbookContent): readonly PlannedCell[] {
  const { headerRow, rows, columns } = content.layout.workings;
  const { weighted } = columns;
  if (weighted === undefined) return [];
  const words = content.words.workings;
  return [
    cell(headerRow, weighted.weight, words.weight, 'header'),
    cell(headerRow, weighted.answered, words.ifAnswered, 'header'),
    cell(headerRow, weighted.levels, words.timesLevel, 'header'),
    ...rows.flatMap((row) => {
      const state = address(row.row, columns.state);
      const [weight, level] = [weightOf(row.item), stateOf(content, row)];
      const isAnswered = typeof level === 'number';
      const own = {
        formula: `IF(ISNUMBER(${state}),${address(row.row, weighted.weight)},0)`,
        result: isAnswered ? weight : 0,
      };
      const times = {
        formula: `IF(ISNUMBER(${state}),${address(row.row, weighted.answered)}*${state},0)`,
        result: isAnswered ? weight * level : 0,
      };
      return [
        cell(row.row, weighted.weight, weight, 'number'),
        resultCell(row.row, weighted.answered, own, 'number'),
        resultCell(row.row, weighted.levels, times, 'number'),
      ];
    }),
  ];
}

function statementCells(content: WorkbookContent): readonly PlannedCell[] {
  const { instrument, layout } = content;
  const { sheets, workings: words } = content.words;
  const { headerRow, rows, columns } = layout.workings;
  const { statements } = columns;
  const { rule } = instrument.scorecard ?? {};
  if (statements === undefined || rule?.by !== 'all-below-met') return [];
  const list = listOf(layout, scoredScaleOf(instrument).key);
  const levels = sheetColumn(sheets.lists, list.levelColumn, list.firstRow, lastLevelRow(list));
  const uncounted = uncountedWords(content);
  const isUncounted = (state: string): string => {
    const all = uncounted.map((word) => `${state}=${quotedText(word)}`);
    return all.length === 1 ? all.join('') : `OR(${all.join(',')})`;
  };
  const order = list.scale.options.map(({ level }) => level);
  const metFrom = `'${sheets.scorecard}'!${thresholdCell(content, 'metFrom')}`;
  return [
    cell(headerRow, statements.under, words.under, 'header'),
    cell(headerRow, statements.applies, words.applies, 'header'),
    cell(headerRow, statements.met, words.isMet, 'header'),
    ...rows.flatMap((row) => {
      const state = address(row.row, columns.state);
      const level = stateOf(content, row);
      const applies = {
        formula: `IF(${isUncounted(state)},0,1)`,
        result: uncounted.some((word) => word === level) ? 0 : 1,
      };
      const met = {
        formula: `IF(ISNUMBER(${state}),IF(MATCH(${state},${levels},0)>=MATCH(${metFrom},${levels},0),1,0),0)`,
        result: typeof level === 'number' && order.indexOf(level) >= order.indexOf(rule.metFrom) ? 1 : 0,
      };
      return [
        cell(row.row, statements.under, row.item.under ?? 1, 'number'),
        resultCell(row.row, statements.applies, applies, 'number'),
        resultCell(row.row, statements.met, met, 'number'),
      ];
    }),
  ];
}

/** The target of each question, and how many steps its answer is below it. */
function targetCells(content: WorkbookContent): readonly PlannedCell[] {
  const { instrument, layout, response } = content;
  const { sheets, workings: words } = content.words;
  const { headerRow, rows, columns } = layout.workings;
  const { target: places } = columns;
  if (places === undefined) return [];
  const list = listOf(layout, scoredScaleOf(instrument).key);
  const levels = sheetColumn(sheets.lists, list.levelColumn, list.firstRow, lastLevelRow(list));
  return [
    cell(headerRow, places.level, words.target, 'header'),
    cell(headerRow, places.gap, words.gap, 'header'),
    ...rows.flatMap((row) => {
      const [state, target] = [address(row.row, columns.state), address(row.row, places.level)];
      const steps = `MATCH(${target},${levels},0)-MATCH(${state},${levels},0)`;
      const gap = {
        formula: `IF(AND(ISNUMBER(${state}),ISNUMBER(${target})),MAX(0,${steps}),"")`,
        result: gapOf(instrument, row, scoreOf(response, row)) ?? '',
      };
      return [
        cell(row.row, places.level, targetOf(instrument, row), 'number'),
        resultCell(row.row, places.gap, gap, 'number'),
      ];
    }),
  ];
}
