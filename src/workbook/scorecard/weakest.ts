import { type ItemInContext, scoredScaleOf } from '../../instrument/model/traverse.ts';
import { itemActions } from '../../scoring/plans/itemActions.ts';
import { answeredOf } from '../../scoring/position.ts';
import { weakestOf } from '../../scoring/scorecard.ts';
import { address, sheetCell, sheetColumn } from '../../spreadsheet/model/address.ts';
import { quotedText, sentenceFormula } from '../../spreadsheet/plan/formulaText.ts';
import { resultCell } from '../../spreadsheet/plan/sheetParts.ts';
import type { PlannedCell } from '../../spreadsheet/plan/sheetPlan.ts';
import { calculationsColumn, questionText } from '../calculations/calculations.ts';
import type { WorkbookContent } from '../layout/content.ts';
import { levelLabel, levelText } from '../parts/levelWords.ts';
import { listOf } from '../parts/listCells.ts';
import { shownGiven } from '../planned/plannedGiven.ts';
import type { Perspective } from './perspective.ts';

/**
 * The weakest question of a perspective, with its level, and the action and the lead for it: by the least of the ranks that
 * the calculations give its questions.
 */
export function weakestCells(content: WorkbookContent, perspective: Perspective): readonly PlannedCell[] {
  const { instrument, layout, scorecard, response } = content;
  const { perspectives: words, sheets } = content.words;
  const { part, score, view, at, column, rows, scoredRow } = perspective;
  const { columns } = layout.scorecard;
  const ranks = calculationsColumn(content, layout.workings.columns.partRanks[view]?.[at] ?? 0);
  const nth = (of: number): string => `INDEX(${calculationsColumn(content, of)},MATCH(MIN(${ranks}),${ranks},0))`;
  const { reference, question, state } = layout.workings.columns;
  const scale = scoredScaleOf(instrument);
  const list = listOf(layout, scale.key);
  const answered = `SUM(${sheetCell(sheets.scorecard, scoredRow, columns.firstLevel)}:${address(scoredRow, columns.notApplicable - 1)})`;
  const isAnswered = answeredOf(score.tally) > 0;
  const weakest = weakestOf(scorecard, part);
  const action = weakest === undefined ? undefined : itemActions(instrument, response).get(weakest.item.key);
  const given = action === undefined ? undefined : shownGiven(action.given);
  const unless = (otherwise: string, formula: string): string =>
    `IF(COUNT(${ranks})=0,IF(${answered}=0,${quotedText(words.nothingAnswered)},${quotedText(otherwise)}),${formula})`;
  const none = (otherwise: string): string => (isAnswered ? otherwise : words.nothingAnswered);
  const detail = (row: number | undefined, from: number | undefined, purpose: 'action' | 'lead', missing: string) => {
    if (row === undefined || from === undefined) return [];
    const found = answersAt(content, from, nth(reference));
    return [
      resultCell(
        row,
        column,
        {
          formula: unless(words.notNeeded, `IF(${found}="",${quotedText(missing)},${found})`),
          result: weakest === undefined ? none(words.notNeeded) : given?.[purpose] || missing,
        },
        'text',
      ),
    ];
  };
  const level = levelText(content.words, list, nth(state));
  return [
    resultCell(
      rows.weakest,
      column,
      {
        formula: unless(words.noneWeak, sentenceFormula(words.weakestAt, level, nth(reference), nth(question))),
        result: weakest === undefined ? none(words.noneWeak) : weakestText(content, weakest.level, weakest),
      },
      'text',
    ),
    ...detail(rows.action, layout.answers.columns.action, 'action', words.noAction),
    ...detail(rows.lead, layout.answers.columns.lead, 'lead', words.noLead),
  ];
}

/** What a column of all answers says of a question. */
function answersAt({ words, layout }: WorkbookContent, column: number, key: string): string {
  const { headerRow, rows, columns } = layout.answers;
  const cells = (of: number): string => sheetColumn(words.sheets.answers, of, headerRow + 1, headerRow + rows.length);
  return `INDEX(${cells(column)},MATCH(${key},${cells(columns.reference)},0))`;
}

/** The longest text that may be shown as the weakest question of a perspective. */
export function longestWeakest(content: WorkbookContent, { part }: Perspective): string {
  const scale = scoredScaleOf(content.instrument);
  return part.items
    .flatMap((item) => scale.options.map(({ level }) => weakestText(content, level, item)))
    .reduce((longest, text) => (text.length > longest.length ? text : longest), content.words.perspectives.noneWeak);
}

const weakestText = ({ words, instrument }: WorkbookContent, level: number, item: ItemInContext): string =>
  words.perspectives.weakestAt(levelLabel(words, scoredScaleOf(instrument), level), item.item.key, questionText(item));
