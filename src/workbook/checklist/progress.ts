import { answeredQuestions } from '../../scoring/answeredQuestions.ts';
import { fixed, sheetCell } from '../../spreadsheet/model/address.ts';
import type { Formula } from '../../spreadsheet/plan/content.ts';
import { stateNames, uncountedWords } from '../calculations/states.ts';
import type { WorkbookContent } from '../layout/content.ts';
import { type CollectedRow, sheetNames } from '../layout/layout.ts';
import { completeness } from './checklistLines.ts';
import { checkedSheets, sheetColumns } from './checklistSheets.ts';
import { collectedColumn } from './collected.ts';

/** Whether the workbook is complete, and what is still to be done. */
export function readinessFormula(content: WorkbookContent): Formula {
  const { layout, checklist, instrument, response } = content;
  const open = sumOf(content, sheetColumns.open);
  const left = checklist.open === 1 ? '1 thing' : `${checklist.open} things`;
  const questions = { formula: '', result: '' };
  if (layout.collected.rows.length > 0) {
    const { answered, unanswered } = answeredQuestions(instrument, response);
    questions.formula = `${answeredFormula(content, layout.collected.rows)}&" "&`;
    questions.result = `${answeredText(answered, answered + unanswered)} `;
  }
  return {
    formula: `IF(${open}=0,"${ready}","${completeness.incomplete}. "&${questions.formula}IF(${open}=1,"1 thing",${open}&" things")&" to do.")`,
    result: checklist.open === 0 ? ready : `${completeness.incomplete}. ${questions.result}${left} to do.`,
  };
}

const ready = `${completeness.complete}: send the workbook.`;

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

function sumOf({ layout }: WorkbookContent, column: number): string {
  const { firstRow, lastRow } = layout.checklist.sheets;
  return `SUM(${sheetCell(sheetNames.checklist, firstRow, column)}:${fixed(lastRow, column)})`;
}

/** Counts how many of some questions are answered, of those that apply. */
export function answeredFormula(content: WorkbookContent, rows: readonly CollectedRow[]): string {
  const { answered, applicable } = answeredCounts(content, rows);
  return `"Answered "&${answered}&" of "&${applicable}&" questions that apply."`;
}

export const answeredText = (answered: number, applicable: number): string =>
  `Answered ${answered} of ${applicable} questions that apply.`;

/** How many of some questions are answered, and how many apply, as formulas. */
export function answeredCounts(
  content: WorkbookContent,
  rows: readonly CollectedRow[],
): { readonly answered: string; readonly applicable: string } {
  const states = collectedColumn(content, content.layout.collected.columns.state, rows);
  const count = (word: string): string => `COUNTIF(${states},"${word}")`;
  const applicable = `(${[rows.length, ...uncountedWords(content.instrument).map(count)].join('-')})`;
  return { applicable, answered: `(${applicable}-${count(stateNames.unanswered)})` };
}
