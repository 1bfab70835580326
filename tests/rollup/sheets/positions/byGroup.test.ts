import { expect, test } from 'vitest';
import { pctSelfAssessment } from '../../../../definitions/pct-self-assessment.ts';
import type { RollUp } from '../../../../src/rollup/load/rollUp.ts';
import { rollUpPlan } from '../../../../src/rollup/writeRollUp.ts';
import { heightOf, pageHeight } from '../../../../src/spreadsheet/plan/printedPage.ts';
import type { SheetPlan } from '../../../../src/spreadsheet/plan/sheetPlan.ts';
import { plannedSheet } from '../../../planned.ts';
import { largeRegion } from '../../largeRegion.ts';
import { plannedTable } from '../../planned.ts';
import { regionOf } from '../../region.ts';

const made = new Date('2027-01-04T09:00:00Z');

/** As many regions, each of one partner. */
const regions = (count: number): RollUp =>
  regionOf(
    Array.from({ length: count }, (_, index) => ({
      ...{ code: `X${index}`, name: `Partner ${index}`, scores: '1 2 3 1 2', region: `Region ${index + 10}` },
    })),
  );

const sheetOf = (count: number): SheetPlan => plannedSheet(rollUpPlan(regions(count), made), 'By region');

const breaksOf = ({ print }: SheetPlan): readonly number[] => print?.breaks ?? [];

/** The pages after the table: first and last row of each. */
function chartPages(plan: SheetPlan): readonly (readonly [first: number, last: number])[] {
  const breaks = breaksOf(plan);
  return breaks.map((row, index) => [row + 1, breaks[index + 1] ?? plan.print?.area.rows ?? 0]);
}

test('there is no such sheet where all partners are in one region', () => {
  expect(rollUpPlan(regions(1), made).sheets.map(({ name }) => name)).not.toContain('By region');
});

test.each([2, 4, 12, 25, 40])('of %i regions, every chart is whole on one page, below the table', (count) => {
  const plan = sheetOf(count);
  const lastOfTable = 4 + plannedTable(rollUpPlan(regions(count), made), 'By region').length;
  const [firstBreak = 0] = breaksOf(plan);
  expect(firstBreak).toBeGreaterThanOrEqual(lastOfTable);
  expect(plan.charts).toHaveLength(3);
  for (const { from, to } of plan.charts) {
    const pages = chartPages(plan).filter(([first, last]) => from.row >= first && to.row - 1 <= last);
    expect(pages).toHaveLength(1);
  }
});

test.each([2, 4, 12, 25])('of %i regions, what is on a page of charts fits on it with the header row', (count) => {
  const plan = sheetOf(count);
  for (const [first, last] of chartPages(plan)) {
    expect(heightOf(plan, 5, 5) + heightOf(plan, first, last)).toBeLessThanOrEqual(pageHeight(plan));
  }
});

test('pages have as many charts as fit: more regions in each chart take more pages', () => {
  // Three charts, two beside each other.
  expect([2, 4, 12, 25, 40].map((count) => breaksOf(sheetOf(count)).length)).toEqual([1, 1, 2, 2, 2]);
});

test('pages have the same number of charts, as far as it can be divided', () => {
  const plan = plannedSheet(rollUpPlan(largeRegion(pctSelfAssessment, 12), made), 'By region');
  const charts = chartPages(plan).map(
    ([first, last]) => plan.charts.filter(({ from }) => from.row >= first && from.row <= last).length,
  );
  const each = charts[0] ?? 0;
  expect(charts.length).toBeGreaterThan(1);
  expect(charts.slice(0, -1)).toEqual(charts.slice(1).map(() => each));
  expect(each - (charts.at(-1) ?? 0)).toBeLessThanOrEqual(2);
  expect(charts.reduce((sum, count) => sum + count, 0)).toBe(plan.charts.length);
});

test('rows below the table are low and equal, for charts to be placed by them', () => {
  const plan = sheetOf(4);
  const [, last = 0] = chartPages(plan).at(-1) ?? [];
  const first = Math.min(...plan.charts.map(({ from }) => from.row));
  const heights = Array.from({ length: last - first + 1 }, (_, index) => plan.heights.get(first + index));
  expect(new Set(heights)).toEqual(new Set([20]));
});

test('a row leads to the first partner of its group on the heat map', () => {
  const rollUp = regionOf([
    { code: 'X1', name: 'One', scores: '1 2 3 1 2', region: 'North' },
    { code: 'X2', name: 'Two', scores: '1 2 3 1 2', region: 'North' },
    { code: 'X3', name: 'Three', scores: '3 3 3 3 3', region: 'South' },
  ]);
  const plan = rollUpPlan(rollUp, made);
  const rows = [...(plannedSheet(plan, 'By region').long?.rows ?? [])];
  const links = rows.slice(0, 2).map((row) => row.at(-1));
  expect(links).toEqual([
    expect.objectContaining({ formula: expect.stringContaining("#'Heat map'!D7\"") }),
    expect.objectContaining({ formula: expect.stringContaining("#'Heat map'!D9\"") }),
  ]);
  const heatMap = plannedTable(plan, 'Heat map');
  expect([heatMap[7 - 5], heatMap[9 - 5]].map((row) => row?.[0])).toEqual(['North', 'South']);
});
