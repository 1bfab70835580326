import type { ScoreField } from '../../instrument/model/schema.ts';
import { describeOption, isChosenByLabel, scaleOf, scoreFieldOf } from '../../instrument/model/traverse.ts';
import { type ItemAction, itemActions } from '../../scoring/plans/itemActions.ts';
import { comparableLevel, movementOf } from '../../scoring/plans/lastRound.ts';
import type { ActionPurpose } from '../../scoring/plans/plannedRows.ts';
import { sheetCell, sheetColumn } from '../../spreadsheet/model/address.ts';
import type { Formula } from '../../spreadsheet/plan/content.ts';
import { resultCell } from '../../spreadsheet/plan/sheetParts.ts';
import type { PlannedCell } from '../../spreadsheet/plan/sheetPlan.ts';
import { movementNames } from '../calculations/calculations.ts';
import { stateOf } from '../calculations/states.ts';
import { itemState } from '../checklist/collected.ts';
import type { WorkbookContent } from '../layout/content.ts';
import { type CollectedRow, sheetNames, type WorkingsRow } from '../layout/layout.ts';
import { levelLabel, levelText } from '../parts/levelWords.ts';
import { lastLevelRow, listOf } from '../parts/listCells.ts';
import { shownGiven } from '../planned/plannedGiven.ts';

/** An answer in words: the level with its name, or why there is none. */
export function answerCell(content: WorkbookContent, row: CollectedRow): PlannedCell {
  const { instrument, layout } = content;
  const { row: at = 0 } = layout.collected.rows.find(({ item }) => item.key === row.item.key) ?? {};
  const state = sheetCell(sheetNames.collected, at, layout.collected.columns.state);
  const { result } = itemState(content, row);
  const field = scoreFieldOf(row.section);
  const option =
    field === undefined ? undefined : scaleOf(instrument, field).options.find(({ level }) => level === result);
  return resultCell(
    row.row,
    layout.answers.columns.answer,
    {
      formula: field === undefined ? state : `IF(ISNUMBER(${state}),${levelWords(content, field, state)},${state})`,
      result: field === undefined || option === undefined ? result : describeOption(scaleOf(instrument, field), option),
    },
    'text',
  );
}

/** The words for a level that a cell holds, as a formula. */
function levelWords({ instrument, layout }: WorkbookContent, field: ScoreField, state: string): string {
  const list = listOf(layout, field.scale);
  if (isChosenByLabel(list.scale)) return levelText(list, state);
  const levels = sheetColumn(sheetNames.lists, list.levelColumn, list.firstRow, lastLevelRow(list));
  const words = list.scale.options.map((option) => `"${describeOption(list.scale, option).replaceAll('"', '""')}"`);
  if (field.scale !== instrument.scorecard?.scale) return `CHOOSE(MATCH(${state},${levels},0),${words.join(',')})`;
  const { firstRow, columns } = layout.workings;
  const names = sheetColumn(sheetNames.workings, columns.levelName, firstRow, firstRow + words.length - 1);
  return `INDEX(${names},MATCH(${state},${levels},0))`;
}

/** How each scored question moved since the last round. Another partner has these cells with other results. */
export function sinceCells(content: WorkbookContent): readonly PlannedCell[] {
  const { layout } = content;
  const { rows, columns } = layout.answers;
  const { since } = columns;
  if (since === undefined) return [];
  const scored = new Map(layout.workings.rows.map((row) => [row.item.key, row]));
  return rows.map((row) => {
    const counted = scored.get(row.item.key);
    return resultCell(row.row, since, counted === undefined ? '' : sinceFormula(content, counted), 'text');
  });
}

function sinceFormula(content: WorkbookContent, row: WorkingsRow): Formula {
  const { instrument, layout, lastRound } = content;
  const { last } = layout.workings.columns;
  const list = listOf(layout, instrument.scorecard?.scale ?? '');
  const [then, moved] = [last?.level ?? 0, last?.movement ?? 0].map((column) =>
    sheetCell(sheetNames.workings, row.row, column),
  );
  const before = comparableLevel(lastRound?.items.get(row.item.key));
  const state = stateOf(content, row);
  const movement = movementOf(
    instrument,
    lastRound?.items.get(row.item.key),
    typeof state === 'number' ? state : undefined,
  );
  const from = isChosenByLabel(list.scale) ? levelText(list, then ?? '') : then;
  const word = before === undefined || isChosenByLabel(list.scale) ? levelLabel(list.scale, before ?? 0) : before;
  return {
    formula: `IF(OR(${moved}="",${moved}="${movementNames.same}"),${moved},${moved}&" from "&${from})`,
    result:
      movement === undefined
        ? ''
        : movement === 'same'
          ? movementNames.same
          : `${movementNames[movement]} from ${word}`,
  };
}

/** The action and the lead of each question that has an action. */
export function actionCells(content: WorkbookContent): readonly PlannedCell[] {
  const { layout } = content;
  const { rows, columns } = layout.answers;
  const planned = new Set(layout.planned.items.map(({ item }) => item.key));
  const actions = itemActions(content.instrument, content.response);
  const places = [
    ['action', columns.action],
    ['lead', columns.lead],
  ] as const;
  return places.flatMap(([purpose, column]) => {
    if (column === undefined) return [];
    return rows.map((row) =>
      resultCell(
        row.row,
        column,
        planned.has(row.item.key) ? actionFormula(content, row.item.key, actions, purpose) : '',
        'text',
      ),
    );
  });
}

/** A detail of the action for a question; empty text if there is none. */
function actionFormula(
  content: WorkbookContent,
  key: string,
  actions: ReadonlyMap<string, ItemAction>,
  purpose: ActionPurpose,
): Formula {
  const { items, rows, firstRow, columns, purposes } = content.layout.planned;
  const { row = 0 } = items.find(({ item }) => item.key === key) ?? {};
  const giver = sheetCell(sheetNames.planned, row, columns.giver);
  const column = columns.firstPurpose + purposes.indexOf(purpose);
  const details = sheetColumn(sheetNames.planned, column, firstRow, firstRow + rows - 1);
  const action = actions.get(key);
  return {
    // Gnumeric fails to find the only row of a range.
    formula: `IF(${giver}="","",${rows === 1 ? details : `INDEX(${details},${giver})`})`,
    result: action === undefined ? '' : shownGiven(action.given)[purpose],
  };
}
