import { describe, expect, test } from 'vitest';
import { instruments } from '../../../definitions/index.ts';
import { pctSelfAssessment } from '../../../definitions/pct-self-assessment.ts';
import { itemsOf } from '../../../src/instrument/model/traverse.ts';
import { answered, emptyResponse, notApplicable, type Response } from '../../../src/response/response.ts';
import { lastRoundOf } from '../../../src/scoring/plans/lastRound.ts';
import { heightOf, pageHeight } from '../../../src/spreadsheet/plan/printedPage.ts';
import { issuedFor } from '../../issued.ts';
import { planFor, plannedSheet, textAt } from '../../planned.ts';
import { sampleInstrument } from '../../sampleInstrument.ts';
import { printedSize } from '../../tools/measures.ts';

const scored = (levels: Readonly<Record<string, number>>): Response => ({
  ...emptyResponse(sampleInstrument),
  items: new Map(Object.entries(levels).map(([key, level]) => [key, new Map([['score', answered(level)]])])),
});

describe('all answers', () => {
  const response: Response = {
    ...emptyResponse(sampleInstrument),
    items: new Map([
      [
        '1.1.1',
        new Map([
          ['score', answered(1)],
          ['action', answered('Train staff')],
          ['lead', answered('A. N. Other')],
        ]),
      ],
      ['1.1.2', new Map([['score', answered(3)]])],
      ['1.2.1', new Map([['score', notApplicable]])],
    ]),
  };
  const lastRound = lastRoundOf(sampleInstrument, {
    ...{ round: '2025', instrument: sampleInstrument },
    response: scored({ '1.1.1': 2, '1.1.2': 1, '1.2.1': 3 }),
  });
  const sheet = plannedSheet(
    planFor(sampleInstrument, issuedFor(sampleInstrument, { lastRound }), response),
    'All answers',
  );
  const line = (row: number): string =>
    [1, 2, 3, 4, 5, 6, 7, 8].map((column) => textAt(sheet, row, column)).join(' | ');

  test('show each with its level, its movement, its perspective and its action', () => {
    expect([4, 5, 6, 7, 8].map(line)).toEqual([
      'Section | Ref | Question | Answer | Since last round | Perspective | Action | Lead',
      '1 Needs | 1.1.1 | How good is 1.1.1? | 1 Weak | down from 2 | People | Train staff | A. N. Other',
      '1 Needs | 1.1.2 | How good is 1.1.2? | 3 Good | up from 1 | Money |  | ',
      '1 Needs | 1.2.1 | How good is 1.2.1? | Not applicable |  | People |  | ',
      '2 Supply | 2.1.1 | How good is 2.1.1? | Unanswered |  | Money |  | ',
    ]);
  });

  test('lead to the answers', () => {
    const [first] = sheet.cells.filter(({ row, column }) => row === 5 && column === 2);
    expect(first?.content).toEqual({
      formula: expect.stringMatching(/^HYPERLINK\("#'1 Needs'![A-Z]+\d+","1\.1\.1"\)$/),
      result: '1.1.1',
    });
  });
});

test.each(
  instruments
    .filter((instrument) => itemsOf(instrument).length > 0)
    .map((instrument) => [instrument.key, instrument] as const),
)('all answers of %s have a row each and print at 9 points or more', (_key, instrument) => {
  for (const response of [undefined, emptyResponse(instrument)]) {
    const lastRound = lastRoundOf(instrument, { round: '2025', instrument, response });
    const sheet = plannedSheet(planFor(instrument, issuedFor(instrument, { lastRound })), 'All answers');
    expect(printedSize(sheet)).toBeGreaterThanOrEqual(9);
    expect(sheet.tables.map(({ rows }) => rows)).toEqual([itemsOf(instrument).length]);
  }
});

test('all 44 answers of the PCT workbook are printed on three pages, and no row has more than six lines', () => {
  const pct = plannedSheet(planFor(pctSelfAssessment), 'All answers');
  const rows = Math.max(...pct.cells.map(({ row }) => row));
  expect(heightOf(pct, 1, rows) / pageHeight(pct)).toBeLessThanOrEqual(3);
  for (const instrument of instruments.filter((one) => itemsOf(one).length > 0)) {
    const { heights } = plannedSheet(planFor(instrument), 'All answers');
    expect([instrument.key, Math.max(...heights.values())]).toEqual([instrument.key, expect.toSatisfy((h) => h < 80)]);
  }
});

test('an instrument without questions has no such sheet', () => {
  const without = instruments.filter((instrument) => itemsOf(instrument).length === 0);
  expect(without.length).toBeGreaterThan(0);
  for (const instrument of without) {
    expect(planFor(instrument).sheets.map(({ name }) => name)).not.toContain('All answers');
  }
});
