import { describe, expect, test } from 'vitest';
import { instruments } from '../../../definitions/index.ts';
import { pctSelfAssessment } from '../../../definitions/pct-self-assessment.ts';
import { answered, emptyResponse, type Response } from '../../../src/response/response.ts';
import type { SheetPlan } from '../../../src/spreadsheet/plan/sheetPlan.ts';
import { issuedFor } from '../../issued.ts';
import { planFor, plannedSheet, textAt } from '../../planned.ts';
import { sampleInstrument } from '../../sampleInstrument.ts';
import { printedSize } from '../../tools/measures.ts';

const name = 'Areas needing development';

/** The rows of the list, by its three columns. */
const linesOf = (sheet: SheetPlan): readonly string[] =>
  [5, 6, 7, 8, 9].map((row) => [1, 2, 3].map((column) => textAt(sheet, row, column)).join(' | '));

function areasFor(levels: Readonly<Record<string, number>>): readonly string[] {
  const items = new Map(Object.entries(levels).map(([key, level]) => [key, new Map([['score', answered(level)]])]));
  const response: Response = { ...emptyResponse(sampleInstrument), items };
  return linesOf(plannedSheet(planFor(sampleInstrument, issuedFor(sampleInstrument), response), name));
}

describe('the areas needing development', () => {
  test('are in three columns, the lowest level first, then in the order of the questions', () => {
    expect(areasFor({ '1.1.1': 2, '1.1.2': 3, '1.2.1': 1, '2.1.1': 2 })).toEqual([
      '1 Weak | 1.2.1 | How good is 1.2.1?',
      '2 Fair | 1.1.1 | How good is 1.1.1?',
      '2 Fair | 2.1.1 | How good is 2.1.1?',
      ' |  | ',
      ' |  | ',
    ]);
  });

  test('say that there are none', () => {
    const none = ['None yet |  | Answered questions below the highest level appear here.'];
    expect(areasFor({})).toEqual([...none, ...Array.from({ length: 4 }, () => ' |  | ')]);
    expect(areasFor({ '1.1.1': 3 })[0]).toBe(none[0]);
  });

  test('have room for every question', () => {
    const sheet = plannedSheet(planFor(pctSelfAssessment), name);
    expect(sheet.tables.map(({ headings, rows }) => [headings, rows])).toEqual([[['Level', 'Ref', 'Question'], 44]]);
  });
});

test.each(
  instruments
    .filter(({ scorecard }) => scorecard !== undefined)
    .map((instrument) => [instrument.key, instrument] as const),
)('%s prints them at 9 points or more', (_key, instrument) => {
  expect(printedSize(plannedSheet(planFor(instrument), name))).toBeGreaterThanOrEqual(9);
});
