import { answeredQuestions } from '../../scoring/answeredQuestions.ts';
import { fixed, sheetCell } from '../../spreadsheet/model/address.ts';
import type { Formula } from '../../spreadsheet/plan/content.ts';
import { countFormula, countText, quotedText, sentenceFormula } from '../../spreadsheet/plan/formulaText.ts';
import { uncountedWords } from '../calculations/states.ts';
import type { WorkbookContent } from '../layout/content.ts';
import type { CollectedRow } from '../layout/layout.ts';
import { checkedSheets, sheetColumns } from './checklistSheets.ts';
import { collectedColumn } from './collected.ts';

/** Whether the workbook is complete, and what is still to be done. */
export function readinessFormula(content: WorkbookContent): Formula {
  const { layout, checklist, instrument, response } = content;
  const words = content.words.checklist;
  const open = sumOf(content, sheetColumns.open);
  const things = countFormula(open, words.thing, words.things);
  const thingsNow = countText(checklist.open, words.thing, words.things);
  const ready = `${words.complete}: ${words.send}`;
  const left = (what: string): string => `${words.incomplete}. ${words.left(what)}`;
  const both = (questions: string, what: string): string => `${words.incomplete}. ${questions} ${words.left(what)}`;
  const hasQuestions = layout.collected.rows.length > 0;
  const { answered, unanswered } = answeredQuestions(instrument, response);
  const incomplete = hasQuestions
    ? sentenceFormula(both, answeredFormula(content, layout.collected.rows), things)
    : sentenceFormula(left, things);
  const incompleteNow = hasQuestions
    ? both(words.answered(answered, answered + unanswered), thingsNow)
    : left(thingsNow);
  return {
    formula: `IF(${open}=0,${quotedText(ready)},${incomplete})`,
    result: checklist.open === 0 ? ready : incompleteNow,
  };
}

/** The share of everything needed in the workbook that is done. */
export function shareDoneFormula(content: WorkbookContent): Formula {
  const needed = checkedSheets(content).reduce((sum, sheet) => sum + sheet.needed.result, 0);
  return shareFormula(
    { formula: sumOf(content, sheetColumns.open), result: content.checklist.open },
    { formula: sumOf(content, sheetColumns.needed), result: needed },
  );
}

interface Count {
  readonly formula: string;
  readonly result: number;
}

/** A share in whole per cent; it is 100 % only when nothing is open. */
export const shareFormula = (open: Count, needed: Count): Formula => ({
  formula: `IF(${open.formula}=0,1,INT(100*(${needed.formula}-${open.formula})/${needed.formula})/100)`,
  result: open.result === 0 ? 1 : Math.floor((100 * (needed.result - open.result)) / needed.result) / 100,
});

function sumOf({ words, layout }: WorkbookContent, column: number): string {
  const { firstRow, lastRow } = layout.checklist.sheets;
  return `SUM(${sheetCell(words.sheets.checklist, firstRow, column)}:${fixed(lastRow, column)})`;
}

/** Counts how many of some questions are answered, of those that apply. */
function answeredFormula(content: WorkbookContent, rows: readonly CollectedRow[]): string {
  const { answered, applicable } = answeredCounts(content, rows);
  return sentenceFormula(content.words.checklist.answered, answered, applicable);
}

/** How many of some questions are answered, and how many apply, as formulas. */
export function answeredCounts(
  content: WorkbookContent,
  rows: readonly CollectedRow[],
): { readonly answered: string; readonly applicable: string } {
  const states = collectedColumn(content, content.layout.collected.columns.state, rows);
  const count = (word: string): string => `COUNTIF(${states},${quotedText(word)})`;
  const applicable = `(${[rows.length, ...uncountedWords(content).map(count)].join('-')})`;
  return { applicable, answered: `(${applicable}-${count(content.words.states.unanswered)})` };
}
