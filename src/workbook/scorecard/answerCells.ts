import type { ScoreField } from '../../instrument/model/schema.ts';
import { describeOption, isChosenByLabel, scaleOf, scoreFieldOf } from '../../instrument/model/traverse.ts';
import { type ItemAction, itemActions } from '../../scoring/plans/itemActions.ts';
import { comparableLevel, movementOf } from '../../scoring/plans/lastRound.ts';
import type { ActionPurpose } from '../../scoring/plans/plannedRows.ts';
import { sheetCell, sheetColumn } from '../../spreadsheet/model/address.ts';
import type { Formula } from '../../spreadsheet/plan/content.ts';
import { quotedText, sentenceFormula } from '../../spreadsheet/plan/formulaText.ts';
import { resultCell } from '../../spreadsheet/plan/sheetParts.ts';
import type { PlannedCell } from '../../spreadsheet/plan/sheetPlan.ts';
import { stateOf } from '../calculations/states.ts';
import { itemState } from '../checklist/collected.ts';
import type { WorkbookContent } from '../layout/content.ts';
import type { CollectedRow, WorkingsRow } from '../layout/layout.ts';
import { levelLabel, levelText } from '../parts/levelWords.ts';
import { lastLevelRow, listOf } from '../parts/listCells.ts';
import { shownGiven } from '../planned/plannedGiven.ts';

/** An answer in words: the level with its name, or why there is none. */
export function answerCell(content: WorkbookContent, row: CollectedRow): PlannedCell {
  const { words, instrument, layout } = content;
  const { row: at = 0 } = layout.collected.rows.find(({ item }) => item.key === row.item.key) ?? {};
  const state = sheetCell(words.sheets.collected, at, layout.collected.columns.state);
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
function levelWords({ words, instrument, layout }: WorkbookContent, field: ScoreField, state: string): string {
  const list = listOf(layout, field.scale);
  if (isChosenByLabel(list.scale)) return levelText(words, list, state);
  const levels = sheetColumn(words.sheets.lists, list.levelColumn, list.firstRow, lastLevelRow(list));
  const options = list.scale.options.map((option) => quotedText(describeOption(list.scale, option)));
  if (field.scale !== instrument.scorecard?.scale) return `CHOOSE(MATCH(${state},${levels},0),${options.join(',')})`;
  const { firstRow, columns } = layout.workings;
  const names = sheetColumn(words.sheets.workings, columns.levelName, firstRow, firstRow + options.length - 1);
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
  const { words, instrument, layout, lastRound } = content;
  const { movements, sheets } = words;
  const { last } = layout.workings.columns;
  const list = listOf(layout, instrument.scorecard?.scale ?? '');
  const [then = '', moved = ''] = [last?.level ?? 0, last?.movement ?? 0].map((column) =>
    sheetCell(sheets.workings, row.row, column),
  );
  const before = comparableLevel(lastRound?.items.get(row.item.key));
  const state = stateOf(content, row);
  const movement = movementOf(
    instrument,
    lastRound?.items.get(row.item.key),
    typeof state === 'number' ? state : undefined,
  );
  const from = isChosenByLabel(list.scale) ? levelText(words, list, then) : then;
  const level =
    before === undefined || isChosenByLabel(list.scale) ? levelLabel(words, list.scale, before ?? 0) : before;
  return {
    formula: `IF(OR(${moved}="",${moved}=${quotedText(movements.same)}),${moved},${sentenceFormula(movements.from, moved, from)})`,
    result:
      movement === undefined ? '' : movement === 'same' ? movements.same : movements.from(movements[movement], level),
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
  const giver = sheetCell(content.words.sheets.planned, row, columns.giver);
  const column = columns.firstPurpose + purposes.indexOf(purpose);
  const details = sheetColumn(content.words.sheets.planned, column, firstRow, firstRow + rows - 1);
  const action = actions.get(key);
  return {
    // Gnumeric fails to find the only row of a range.
    formula: `IF(${giver}="","",${rows === 1 ? details : `INDEX(${details},${giver})`})`,
    result: action === undefined ? '' : shownGiven(action.given)[purpose],
  };
}
