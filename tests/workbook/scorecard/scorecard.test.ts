import { describe, expect, test } from 'vitest';
import { instruments } from '../../../definitions/index.ts';
import type { Instrument } from '../../../src/instrument/model/schema.ts';
import { answered, emptyResponse, notApplicable, type Response } from '../../../src/response/response.ts';
import { lastRoundOf } from '../../../src/scoring/plans/lastRound.ts';
import { heightOf, pageHeight } from '../../../src/spreadsheet/plan/printedPage.ts';
import type { SheetPlan } from '../../../src/spreadsheet/plan/sheetPlan.ts';
import { layoutOf } from '../../../src/workbook/layout/layoutOf.ts';
import { issuedFor } from '../../issued.ts';
import { planFor, plannedSheet, textAt } from '../../planned.ts';
import { sampleInstrument } from '../../sampleInstrument.ts';
import { edgeOf, laptop, printedSize } from '../../tools/measures.ts';

const lastRoundFor = (instrument: Instrument) =>
  lastRoundOf(instrument, { round: 'demo-2025', instrument, response: emptyResponse(instrument) });

const scorecardFor = (instrument: Instrument, isRepeated = false, known?: Response): SheetPlan =>
  plannedSheet(
    planFor(instrument, issuedFor(instrument, isRepeated ? { lastRound: lastRoundFor(instrument) } : {}), known),
    'Scorecard',
  );

/** The sample with these scores, in the order of its five questions; `z` does not apply, `-` is blank. */
function scored(scores: string): Response {
  const keys = ['1.1.1', '1.1.2', '1.2.1', '2.1.1', '2.1.2'];
  const given = scores.split(' ').flatMap((score, index) => {
    if (score === '-') return [];
    return [
      [keys[index] ?? '', new Map([['score', score === 'z' ? notApplicable : answered(Number(score))]])] as const,
    ];
  });
  return { ...emptyResponse(sampleInstrument), items: new Map(given) };
}

describe('what the Scorecard says of the whole', () => {
  test.each([
    ['- - - - -', 'Overall: Not scored (too few answers)', '5 questions unanswered'],
    ['2 2 3 3 3', 'Overall: Green', '2 questions at level 2, 3 at level 3, nothing unanswered'],
    ['1 1 1 3 -', 'Overall: Red', '3 questions at level 1, 1 at level 3, 1 unanswered'],
    ['1 z z z 3', 'Overall: Red', '1 question at level 1, 1 at level 3, 3 not applicable, nothing unanswered'],
    ['z z z z z', 'Overall: Not scored (too few answers)', '5 questions not applicable, nothing unanswered'],
  ])('%s', (scores, position, counts) => {
    const sheet = scorecardFor(sampleInstrument, false, scored(scores));
    expect([textAt(sheet, 4, 1), textAt(sheet, 5, 1)]).toEqual([position, counts]);
  });

  test('names levels that are chosen by their labels', () => {
    const instrument = instruments.find(({ key }) => key === 'staffordshire-commissioning-practice');
    if (instrument === undefined) throw new Error('There is no such instrument');
    const items = new Map([
      ['1.1', new Map([['answer', answered(1)]])],
      ['1.2', new Map([['answer', answered(0)]])],
      ['1.3', new Map([['answer', answered(0)]])],
    ]);
    const sheet = scorecardFor(instrument, false, { ...emptyResponse(instrument), items });
    expect(textAt(sheet, 5, 1)).toBe('2 questions answered No, 1 answered Yes, 60 unanswered');
  });
});

const scoredInstruments = instruments.filter(({ scorecard }) => scorecard !== undefined);

describe.each(
  scoredInstruments.flatMap((instrument) =>
    [false, true].map((isRepeated) => [instrument.key, isRepeated ? 'a' : 'no', instrument, isRepeated] as const),
  ),
)('the Scorecard of %s with %s last round', (_key, _has, instrument, isRepeated) => {
  const sheet = scorecardFor(instrument, isRepeated);
  const { scorecard } = layoutOf(instrument, { lastRound: isRepeated });
  const parts = scorecard.views.reduce((sum, { firstRow, lastRow }) => sum + lastRow - firstRow + 1, 0);
  /** More parts than a screen, or a page with charts, has room for. */
  const isLong = parts > 12;

  test('shows every position on the first screen of a laptop, or of many those of the first view', () => {
    const last = scorecard.views.at(isLong ? 0 : -1)?.lastRow ?? 0;
    const { right, bottom } = edgeOf(sheet, last, scorecard.columns.last?.position ?? scorecard.columns.unanswered);
    expect(right).toBeLessThanOrEqual(laptop.width);
    expect(bottom).toBeLessThanOrEqual(laptop.height);
  });

  test('has the position directly behind the name', () => {
    for (const { headerRow } of scorecard.views) expect(textAt(sheet, headerRow, 2)).toBe('Position');
    expect(edgeOf(sheet, 1, 1).right).toBeLessThan(laptop.width / 3);
  });

  test('prints at 9 points or more, tables and charts on one page, or charts of many parts on a page of their own', () => {
    expect(printedSize(sheet)).toBeGreaterThanOrEqual(9);
    const first = scorecard.charts[0]?.firstRow ?? 0;
    const end = scorecard.charts.at(-1)?.lastRow ?? 0;
    const page = pageHeight(sheet);
    if (isLong)
      for (const [from, to] of [
        [1, first - 1],
        [first, end],
      ] as const)
        expect(heightOf(sheet, from, to)).toBeLessThanOrEqual(page);
    else expect(heightOf(sheet, 1, end)).toBeLessThanOrEqual(page);
    expect(sheet.print?.breaks.filter((row) => row < end)).toEqual(isLong ? [first - 1] : []);
  });

  test.skipIf(isLong)('prints the rule on the page of its table if charts can be small enough', () => {
    const page = pageHeight(sheet);
    const drawn = scorecard.charts.map(({ firstRow, lastRow }) => [
      lastRow - firstRow + 1,
      heightOf(sheet, firstRow, lastRow),
    ]);
    const [rows, height] = [0, 1].map((at) => drawn.reduce((sum, one) => sum + (one[at] ?? 0), 0));
    const end = scorecard.rule.lastRow;
    const isPossible = heightOf(sheet, 1, end) - (height ?? 0) + (rows ?? 0) * 14 <= page;
    expect(sheet.print?.breaks).toEqual(isPossible ? [] : [scorecard.rule.titleRow - 1]);
    if (isPossible) expect(heightOf(sheet, 1, end)).toBeLessThanOrEqual(page);
  });

  test('gives every bar of a chart room for its label', () => {
    for (const { view, firstRow, lastRow } of scorecard.charts) {
      const { firstRow: first = 0, lastRow: last = 0 } = scorecard.views[view] ?? {};
      // Points for title, axis, its title and legend, and for one line of 9 points on each bar.
      expect(heightOf(sheet, firstRow, lastRow)).toBeGreaterThanOrEqual(50 + (last - first + 1) * 12);
    }
  });
});
