import { describe, expect, test } from 'vitest';
import { pctSelfAssessment } from '../../../definitions/pct-self-assessment.ts';
import { staffordshireCommissioningPractice } from '../../../definitions/staffordshire-commissioning-practice.ts';
import { anonymise } from '../../../src/rollup/disclosure/anonymous.ts';
import type { RollUp } from '../../../src/rollup/load/rollUp.ts';
import { type RollUpOptions, rollUpPlan } from '../../../src/rollup/writeRollUp.ts';
import { plannedSheet } from '../../planned.ts';
import { caseRegionOf } from '../caseRegion.ts';
import { comparedWith } from '../comparedRegion.ts';
import { largeRegion } from '../largeRegion.ts';
import { plannedContents, plannedTable } from '../planned.ts';
import { regionOf } from '../region.ts';

const made = new Date('2027-01-04T09:00:00Z');
const region = regionOf([
  { code: '5E1', name: 'Ashmere', scores: '1 2 3 1 -' },
  { code: 'X02', name: 'Bramblewick', scores: '3 3 3 3 3', late: true },
  { code: 'X03', name: 'Coldharbour' },
]);

const notesOf = (rollUp: RollUp, options?: RollUpOptions): ReadonlyMap<string, string> =>
  new Map(
    plannedTable(rollUpPlan(rollUp, made, options), 'Notes').map(([topic, note]) => [String(topic), String(note)]),
  );

test('the basis of the figures comes first', () => {
  expect([...notesOf(region)].slice(1, 6)).toEqual([
    ['Self-assessment', 'Sample self-assessment'],
    ['Partners', 'All partners of the round.'],
    ['Made', '09:00 (UK time) on Monday 4 January 2027'],
    ['Returns', '2 of 3 partners have returned a workbook that could be used, 1 of them after the deadline.'],
    ['Deadline', '12:00 (UK time) on Friday 18 December 2026'],
  ]);
});

test('a roll-up of one region says so', () => {
  expect(notesOf(region, { scope: 'North' }).get('Partners')).toBe('Those of North.');
});

test('returns that were identified by hand are counted, and not mentioned where there are none', () => {
  const byHand: RollUp = {
    ...region,
    partners: region.partners.map((one) => ({
      ...one,
      counting: one.counting && { ...one.counting, isByHand: one.partner.code === '5E1' },
    })),
  };
  expect(notesOf(byHand).get('Identified by hand')).toMatch(/ assigned to a partner by hand: 1\.$/);
  expect(notesOf(region).has('Identified by hand')).toBe(false);
});

test('it is printed on one page', () => {
  expect(plannedSheet(rollUpPlan(region, made), 'Notes').print?.pages).toBe(1);
});

describe('every mark in place of a value is explained', () => {
  const large = largeRegion(pctSelfAssessment, 12);
  test.each<readonly [string, RollUp]>([
    ['some have not returned', region],
    ['nobody has returned', regionOf([{ code: 'X01', name: 'Ashmere' }])],
    ['answers are words', largeRegion(staffordshireCommissioningPractice, 12)],
    ['an earlier round is compared', comparedWith(large, largeRegion(pctSelfAssessment, 12, 7))],
    ['partners are anonymous', anonymise(large, new Uint8Array(32))],
    [
      'answers are about children',
      caseRegionOf([{ code: 'X01', needs: ['A | 1 | Health | Sleep'], options: ['A | 1 | Yes | 5 | ?far | A bed'] }]),
    ],
  ])('where %s', (_case, rollUp) => {
    const notes = notesOf(rollUp);
    const plan = rollUpPlan(rollUp, made);
    const others = { ...plan, sheets: plan.sheets.filter(({ name }) => name !== 'Notes') };
    const marks = new Set(plannedContents(others).map(String).filter(isMark));
    expect(marks.size).toBeGreaterThan(1);
    expect([...marks].filter((mark) => !notes.has(mark))).toEqual([]);
  });
});

const isMark = (text: string): boolean => /^\[[a-z]\]$/.test(text);
