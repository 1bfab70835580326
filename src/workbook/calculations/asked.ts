import type { Instrument, OnlyIf } from '../../instrument/model/schema.ts';
import { conditionsOn, type ItemInContext, itemsOf } from '../../instrument/model/traverse.ts';
import { isTakenAway } from '../../response/response.ts';
import { type AnswerCondition, isAboutAnswer, isAboutPartner, meetsPartner } from '../../scoring/conditions/askedBy.ts';
import { describeConditions } from '../../scoring/conditions/describeConditions.ts';
import { sheetCell } from '../../spreadsheet/model/address.ts';
import type { Formula } from '../../spreadsheet/plan/content.ts';
import { quotedText } from '../../spreadsheet/plan/formulaText.ts';
import type { PlannedCell } from '../../spreadsheet/plan/sheetPlan.ts';
import type { Words } from '../../words/words.ts';
import { type Column, type ColumnContent, columnOfField } from '../columns/column.ts';
import type { WorkbookContent } from '../layout/content.ts';
import { type CollectedRow, type Layout, scoreColumn } from '../layout/layout.ts';
import { beginsWithout } from '../parts/describeLastAnswer.ts';
import { conditionFormulas } from '../parts/requiredMarks.ts';
import { fieldNotAsked } from './fieldNotAsked.ts';

/** A condition that holds while a question is not asked; undefined if it always is. */
export function notAskedFormula(layout: Layout, item: ItemInContext): string | undefined {
  const asked = askedCell(layout, item);
  return asked === undefined ? nothingToJudge(layout, item) : `${asked}<>${quotedText(wordFor(layout.words, item))}`;
}

/** What the column says of a question that is asked. */
const wordFor = ({ sections }: Words, { item }: Pick<ItemInContext, 'item'>): string =>
  item.optional === true ? sections.isOptional : sections.isAsked;

/** In a review: the partner gave neither an answer nor evidence, and the assessor no level. */
function nothingToJudge(layout: Layout, { item }: ItemInContext): string | undefined {
  const row = rowOf(layout, item.key);
  if (row === undefined) return undefined;
  const columnOf = (is: ColumnContent['is']) => row.items.columns.find(({ content }) => content.is === is);
  const [self, evidence, score] = [columnOf('lastRound'), columnOf('lastEvidence'), scoreColumn(row.items)];
  if (self === undefined || evidence === undefined || score === undefined) return undefined;
  const at = ({ column }: Pick<Column, 'column'>): string => sheetCell(row.items.name, row.itemRow, column);
  const without = beginsWithout(layout.words);
  const none = `LEFT(${at(self)},${without.length})=${quotedText(without)}`;
  return `IFERROR(AND(TRIM(${at(score)})="",${none},${at(evidence)}=""),FALSE)`;
}

/** The cell that says whether a question is asked; undefined if that depends on no condition. */
function askedCell({ collected }: Layout, item: ItemInContext): string | undefined {
  if (conditionsOn(item).length === 0) return undefined;
  const row = rowOf({ collected }, item.item.key);
  const column = row?.items.columns.find(({ content }) => content.is === 'asked')?.column;
  return row === undefined || column === undefined ? undefined : sheetCell(row.items.name, row.itemRow, column);
}

const rowOf = ({ collected }: Pick<Layout, 'collected'>, key: string): CollectedRow | undefined =>
  collected.rows.find(({ item }) => item.key === key);

/** A formula that holds for a question if it is asked, and what holds otherwise. */
export function ifAsked(layout: Layout, item: ItemInContext, formula: string, otherwise: string | number): string {
  const notAsked = notAskedFormula(layout, item);
  return notAsked === undefined ? formula : `IF(${notAsked},${otherwise},${formula})`;
}

/** Whether a question is asked, in words. */
export const askedContent = (content: WorkbookContent, item: ItemInContext): ConditionContent =>
  conditionContent(content, conditionsOn(item), {
    met: wordFor(content.words, item),
    otherwise: describeConditions(content.instrument, conditionsOn(item), content.words),
    isMet: !isTakenAway(content.response.items.get(item.item.key)),
  });

/** The content of a cell that says whether something is asked. */
export interface ConditionContent {
  readonly content: string | Formula;
  readonly origin: PlannedCell['origin'];
}

interface ConditionWords {
  readonly met: string;
  readonly otherwise: string;
  /** Whether the conditions are met at present. */
  readonly isMet: boolean;
}

/** Whether conditions are met, in words. What depends on the partner is decided when the workbook is issued. */
export function conditionContent(
  content: WorkbookContent,
  conditions: readonly OnlyIf[],
  { met, otherwise, isMet }: ConditionWords,
): ConditionContent {
  const ofPartner = conditions.filter(isAboutPartner);
  const ofAnswers = conditions.filter(isAboutAnswer);
  const origin = ofPartner.length > 0 ? 'partner' : ofAnswers.length > 0 ? 'answer' : 'definition';
  if (!ofPartner.every((condition) => meetsPartner(content.partner, condition))) return { content: otherwise, origin };
  if (ofAnswers.length === 0) return { content: met, origin };
  const all = ofAnswers.map((condition) => isMetFormula(content, condition));
  return {
    content: {
      formula: `IF(IFERROR(AND(${all.join(',')}),FALSE),${quotedText(met)},${quotedLong(otherwise)})`,
      result: isMet ? met : otherwise,
    },
    origin,
  };
}

/** An answer to a question that is not asked itself meets no condition. */
function isMetFormula({ words, instrument, layout }: WorkbookContent, condition: AnswerCondition): string {
  const row = rowOf(layout, condition.item);
  const context = itemsOf(instrument).find(({ item }) => item.key === condition.item);
  if (row === undefined || context === undefined) return 'FALSE';
  const { items, itemRow } = row;
  const cellOf = (key: string): string => sheetCell(items.name, itemRow, columnOfField(items.columns, key));
  const [asked, notAsked] = [askedCell(layout, context), fieldNotAsked(layout, items, condition.field, cellOf)];
  const met = `OR(${conditionFormulas(layout, context.section, condition, cellOf(condition.field)).join(',')})`;
  return [
    ...(asked === undefined ? [] : [`${asked}=${quotedText(wordFor(words, context))}`]),
    ...(notAsked === undefined ? [] : [`(${notAsked})=FALSE`]),
    met,
  ].join(',');
}

/** Excel accepts texts of 255 characters in formulas. */
const longestText = 250;

const quotedLong = (text: string): string =>
  (text.match(new RegExp(`[\\s\\S]{1,${longestText}}`, 'gu')) ?? ['']).map(quotedText).join('&');

/** The text of the column while the question is not asked, which its row needs room for. */
export const longestAsked = (words: Words, instrument: Instrument, item: ItemInContext): string =>
  describeConditions(instrument, conditionsOn(item), words) || wordFor(words, item);
