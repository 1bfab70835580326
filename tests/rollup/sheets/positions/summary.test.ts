import { expect, test } from 'vitest';
import { instruments } from '../../../../definitions/index.ts';
import { pctSelfAssessment } from '../../../../definitions/pct-self-assessment.ts';
import { rollUpPlan } from '../../../../src/rollup/writeRollUp.ts';
import { heightOf, pageHeight, printScale } from '../../../../src/spreadsheet/plan/printedPage.ts';
import type { SheetPlan } from '../../../../src/spreadsheet/plan/sheetPlan.ts';
import { plannedSheet } from '../../../planned.ts';
import { largeRegion } from '../../largeRegion.ts';
import { plannedTable } from '../../planned.ts';
import { regionOf } from '../../region.ts';

const made = new Date('2027-01-04T09:00:00Z');

const scored = instruments.filter(({ scorecard }) => scorecard !== undefined);

/** Font size of a table's text, in points. */
const size = 10;

test.each(scored.flatMap((instrument) => [1, 12, 500].map((count) => [instrument.key, count, instrument] as const)))(
  '%s, %i partners: a page at 7.5 points or more, or another for the charts of many parts, and every chart is whole',
  (_key, count, instrument) => {
    const plan: SheetPlan = plannedSheet(rollUpPlan(largeRegion(instrument, count), made), 'Summary');
    const rows = plan.print?.area.rows ?? 0;
    const lastCell = Math.max(...plan.cells.map(({ row }) => row));
    const isLong = lastCell > 20;
    const pages = isLong ? [[1, lastCell] as const, [lastCell + 1, rows] as const] : [[1, rows] as const];
    expect([plan.print?.pages, plan.print?.breaks]).toEqual(isLong ? [undefined, [lastCell]] : [1, []]);
    for (const [from, to] of pages) {
      const scale = printScale(plan) * Math.min(1, pageHeight(plan) / heightOf(plan, from, to));
      expect(size * scale).toBeGreaterThanOrEqual(7.5);
    }
    expect(plan.charts).toHaveLength(instrument.scorecard?.views.length ?? 0);
    for (const { from, to } of plan.charts) {
      expect(from.row).toBeGreaterThan(Math.max(...plan.cells.map(({ row }) => row)));
      expect(to.row - 1).toBeLessThanOrEqual(rows);
      expect(to.column - 1).toBeLessThanOrEqual(plan.print?.area.columns ?? 0);
    }
  },
);

test('parts are sorted by the share at the lowest level, then by that at the highest', () => {
  const rollUp = regionOf([{ code: 'X1', name: 'One', scores: '2 3 3 1 3' }]);
  expect(
    plannedTable(rollUpPlan(rollUp, made), 'Summary').map(([part, , lowest, highest]) => [part, lowest, highest]),
  ).toEqual([
    ['Part', 'Share at level 1', 'Share at level 3'],
    ['Overall', 1 / 5, 3 / 5],
    ['2 Supply', 1 / 2, 1 / 2],
    ['1 Needs', 0, 2 / 3],
    ['Subjects', undefined, undefined],
    ['Part', 'Share at level 1', 'Share at level 3'],
    ['Money', 1 / 2, 1 / 2],
    ['People', 0, 2 / 3],
  ]);
});

test('a part leads to its column on the heat map, in whatever order the parts are', () => {
  const plan = rollUpPlan(largeRegion(pctSelfAssessment, 12), made);
  const [headings = []] = plannedTable(plan, 'Heat map');
  const links = plannedSheet(plan, 'Summary').cells.flatMap(({ role, content }) =>
    role === 'link' && typeof content === 'object' && 'formula' in content ? [content] : [],
  );
  expect(links).toHaveLength(11);
  for (const { formula, result } of links) {
    const [, letter = ''] = /#'Heat map'!([A-Z])6/.exec(formula) ?? [];
    expect(headings[letter.charCodeAt(0) - 'A'.charCodeAt(0)]).toBe(result);
  }
});

test('without a return there are no charts', () => {
  const plan = rollUpPlan(regionOf([{ code: 'X01', name: 'Ashmere' }]), made);
  expect(plannedSheet(plan, 'Summary').charts).toEqual([]);
});
