import { describe, expect, test } from 'vitest';
import { pctSelfAssessment } from '../../../../definitions/pct-self-assessment.ts';
import type { RollUp } from '../../../../src/rollup/load/rollUp.ts';
import { rollUpPlan } from '../../../../src/rollup/writeRollUp.ts';
import { dateSerial } from '../../../../src/spreadsheet/model/daySerial.ts';
import { plannedSheet } from '../../../planned.ts';
import { brokenLaws } from '../../../tools/planLaws.ts';
import { comparedWith, comparedWithAll } from '../../comparedRegion.ts';
import { largeRegion } from '../../largeRegion.ts';
import { plannedTable } from '../../planned.ts';
import { regionOf } from '../../region.ts';

const made = new Date('2027-02-01T09:00:00Z');

function roundOf(name: string, region: RollUp): RollUp {
  return { ...region, round: { ...region.round, round: name, due: new Date(`${name}-12-18T12:00:00Z`) } };
}

const answered = (...scores: readonly string[]): RollUp =>
  regionOf(scores.map((own, index) => ({ code: `X0${index}`, name: `Partner ${index}`, scores: own })));

const now = roundOf('2026', answered('2 3 3 3 3', '3 3 3 3 3'));
const then = [roundOf('2024', answered('1 1 2 2 2', '1 3 3 3 3')), roundOf('2025', answered('1 2 2 2 3'))];

describe('the sheet Trend', () => {
  const plan = rollUpPlan(comparedWithAll(now, then), made);

  test('has a row for each round, from the earliest to this one', () => {
    const due = (year: string) => dateSerial(new Date(`${year}-12-18T12:00:00Z`));
    expect(plannedTable(plan, 'Trend')).toEqual([
      [
        ...['Round', 'Deadline', 'Partners asked', 'Returned', 'Partners Green', 'Share of partners Green'],
        ...['Share at level 1', 'Share at level 3', 'Partners in every round', 'Their share at level 1'],
        'Their share at level 3',
      ],
      ['2024', due('2024'), 2, 2, 0, 0, 3 / 10, 4 / 10, 1, 2 / 5, 0],
      ['2025', due('2025'), 1, 1, 0, 0, 1 / 5, 1 / 5, 1, 1 / 5, 1 / 5],
      ['2026', due('2026'), 2, 2, 2, 1, 0, 9 / 10, 1, 0, 4 / 5],
    ]);
  });

  test('has a line for each share, of all partners and of those in every round, in the same order', () => {
    const { charts } = plannedSheet(plan, 'Trend');
    expect(charts.map(({ kind, title }) => [kind, title])).toEqual([
      ['lines', 'All partners that returned in each round'],
      ['lines', 'Partners that returned in every round: 1'],
    ]);
    expect(charts[0]?.categories.values).toEqual(['2024', '2025', '2026']);
    expect(charts[0]?.series.map(({ name, values }) => [name.values[0], values.values])).toEqual([
      ['Share at level 1', [3 / 10, 1 / 5, 0]],
      ['Share at level 3', [4 / 10, 1 / 5, 9 / 10]],
      ['Share of partners Green', [0, 0, 1]],
    ]);
    expect(charts[1]?.series.map(({ name }) => name.values[0])).toEqual([
      'Their share at level 1',
      'Their share at level 3',
    ]);
  });

  test('is on the board summary in one sentence, and is explained in the notes', () => {
    const finding = plannedTable(plan, 'Board summary').find(([topic]) => topic === 'Trend')?.[1];
    expect(finding).toBe('At level 1: 30% in 2024, 20% in 2025, 0% in 2026.');
    const note = plannedTable(plan, 'Notes').find(([topic]) => topic === 'Trend')?.[1];
    expect(note).toContain('Trend compares 3 rounds.');
  });

  test('draws no line through a round without a return', () => {
    const none = roundOf('2024', regionOf([{ code: 'X00', name: 'Partner 0' }]));
    const { charts } = plannedSheet(rollUpPlan(comparedWithAll(now, [none, ...then.slice(1)]), made), 'Trend');
    expect(charts).toEqual([]);
  });

  test('is not there with one earlier round: two do not make a trend', () => {
    const names = rollUpPlan(comparedWith(now, then[1] ?? now), made).sheets.map(({ name }) => name);
    expect(names).toContain('Change by part');
    expect(names).not.toContain('Trend');
  });
});

test('a plan with a trend keeps the laws of plans', () => {
  const rounds = ['2023', '2024', '2025'].map((name, index) =>
    roundOf(name, largeRegion(pctSelfAssessment, 12, index)),
  );
  expect(brokenLaws(rollUpPlan(comparedWithAll(largeRegion(pctSelfAssessment, 12), rounds), made))).toEqual([]);
});
