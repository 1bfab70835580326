import { describe, expect, test } from 'vitest';
import { instruments } from '../../../definitions/index.ts';
import { pctSelfAssessment } from '../../../definitions/pct-self-assessment.ts';
import { answered, emptyResponse, type Response } from '../../../src/response/response.ts';
import { heightOf, pageHeight } from '../../../src/spreadsheet/plan/printedPage.ts';
import type { SheetPlan } from '../../../src/spreadsheet/plan/sheetPlan.ts';
import { issuedFor } from '../../issued.ts';
import { planFor, plannedSheet, textAt } from '../../planned.ts';
import { sampleInstrument } from '../../sampleInstrument.ts';
import { printedSize } from '../../tools/measures.ts';

type Row = Readonly<Record<string, string | number>>;

const perspectivesFor = (answers: Readonly<Record<string, Row>>): SheetPlan => {
  const items = new Map(
    Object.entries(answers).map(([key, row]) => [
      key,
      new Map(Object.entries(row).map(([field, value]) => [field, answered(value)])),
    ]),
  );
  const response: Response = { ...emptyResponse(sampleInstrument), items };
  return plannedSheet(planFor(sampleInstrument, issuedFor(sampleInstrument), response), 'Perspectives');
};

/** The label of a row, and what it says of both perspectives. */
const linesOf = (sheet: SheetPlan): readonly string[] =>
  Array.from({ length: 9 }, (_, index) => [1, 2, 3].map((column) => textAt(sheet, 4 + index, column)).join(' | '));

describe('the page of perspectives', () => {
  test('shows what each means, its answers, and its weakest question with its action and lead', () => {
    const sheet = perspectivesFor({
      '1.1.1': { score: 2 },
      '1.1.2': { score: 3 },
      '1.2.1': { score: 1, action: 'Train staff', lead: 'A. N. Other' },
      '2.1.1': { score: 2 },
      '2.1.2': { score: 1, action: 'Too late for the page' },
    });
    expect(linesOf(sheet)).toEqual([
      'Perspective | People | Money',
      'What it means | About people. | About money.',
      'Position | Red | Amber',
      'Answers | 2 questions at level 1, 1 at level 2, nothing unanswered | 1 question at level 2, 1 at level 3, nothing unanswered',
      'Chart |  | ',
      'Weakest question | Level 1: 1.2.1 How good is 1.2.1? | Level 2: 2.1.1 How good is 2.1.1?',
      'Its action | Train staff | No action given',
      'Its lead | A. N. Other | No lead given',
      'Questions that count | 1.1.1, 1.2.1, 2.1.2 | 1.1.2, 2.1.1',
    ]);
  });

  test('says in words that nothing is answered, or nothing is weak', () => {
    const sheet = perspectivesFor({ '1.1.2': { score: 3 } });
    expect(linesOf(sheet).slice(5, 8)).toEqual([
      'Weakest question | Nothing is answered yet | None: every answered question is at the highest level',
      'Its action | Nothing is answered yet | None needed',
      'Its lead | Nothing is answered yet | None needed',
    ]);
  });

  test('has a bar for each, with unanswered questions in grey', () => {
    const { charts } = perspectivesFor({ '1.1.1': { score: 1 } });
    expect(charts.map(({ title }) => title)).toEqual(['People', 'Money']);
    const [people] = charts;
    expect(people?.series.map(({ values }) => values.values)).toEqual([[1], [0], [0], [2]]);
    expect(people?.series.map((series) => ('colour' in series ? series.colour : ''))).toEqual([
      ...['red', 'amber', 'green', 'grey'],
    ]);
  });

  test('of the PCT self-assessment is one printed page of four, at 9 points or more', () => {
    const sheet = plannedSheet(planFor(pctSelfAssessment), 'Perspectives');
    expect(sheet.charts).toHaveLength(4);
    expect(printedSize(sheet)).toBeGreaterThanOrEqual(9);
    const last = Math.max(...sheet.cells.map(({ row }) => row));
    expect(heightOf(sheet, 1, last)).toBeLessThanOrEqual(pageHeight(sheet));
  });

  test('is only in a workbook with a view by perspective', () => {
    const having = instruments.filter((instrument) =>
      planFor(instrument).sheets.some(({ name }) => name === 'Perspectives'),
    );
    expect(having.map(({ key }) => key)).toEqual(['pct-self-assessment']);
  });
});
