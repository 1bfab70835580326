import { describe, expect, test } from 'vitest';
import { needsOutcomesOptions } from '../../../../definitions/needs-outcomes-options.ts';
import type { Instrument } from '../../../../src/instrument/model/schema.ts';
import { exampleResponse } from '../../../../src/response/exampleResponse.ts';
import { ownCasesOf, ownCasesPlan } from '../../../../src/rollup/feedback/cases/ownCases.ts';
import { heightOf, pageHeight, printScale } from '../../../../src/spreadsheet/plan/printedPage.ts';
import type { WorkbookPlan } from '../../../../src/spreadsheet/plan/sheetPlan.ts';
import { plannedSheet } from '../../../planned.ts';
import { brokenLaws } from '../../../tools/planLaws.ts';
import { type CasesOf, caseDefinition, caseRegionOf } from '../../caseRegion.ts';
import { largeRegion } from '../../largeRegion.ts';
import { plannedTable } from '../../planned.ts';

const made = new Date('2027-01-04T09:00:00Z');
const { priorities } = caseDefinition;
if (priorities === undefined) throw new Error('The sample has priorities');

const withForm: Partial<Instrument> = {
  priorities: {
    ...priorities,
    form: [
      { title: '1. The need', section: 'needs', fields: ['need', 'domain'] },
      { title: '2. How well it works', section: 'options', fields: ['rating'] },
      { title: '3. What is missing', section: 'options', fields: ['missing'] },
    ],
  },
};

const pagesOf = (one: Omit<CasesOf, 'code'>, others: readonly CasesOf[] = []): WorkbookPlan => {
  const [own] = ownCasesOf(caseRegionOf([{ code: 'X01', ...one }, ...others], withForm));
  if (own === undefined) throw new Error('X01 returned');
  return ownCasesPlan(own, made);
};

/** The cells below the note, row by row. */
function page(plan: WorkbookPlan, name: string): readonly (readonly unknown[])[] {
  const rows = new Map<number, unknown[]>();
  for (const { row, content } of plannedSheet(plan, name).cells)
    if (row > 4) rows.set(row, [...(rows.get(row) ?? []), content]);
  return [...rows].toSorted(([one], [other]) => one - other).map(([, cells]) => cells);
}

describe('the pages of cases', () => {
  const plan = pagesOf(
    {
      needs: ['CASE-07 | 1 | Health | Sleep', 'B | 1 | Housing | Room', 'case-07 | 2 | Housing | Warmth'],
      options: [
        'CASE-07 | 2 | Yes | 5 | Too little | A heater',
        ' case-07 | 1 | Yes | 2 | None | -',
        'CASE-07 | 1 | No | ?awful | - | -',
        'B | 9 | Yes | 4 | Too far | A bus',
      ],
    },
    [{ code: 'X02', needs: ['OTHER | 1 | Health | Secret'], options: [] }],
  );

  test('are one sheet for each case, after the contents', () => {
    expect(plan.sheets.map(({ name }) => name)).toEqual(['Contents', 'CASE-07', 'B']);
    expect(plannedSheet(plan, 'CASE-07').cells[0]?.content).toBe('Case CASE-07');
  });

  test('are counted in the contents', () => {
    expect(plannedTable(plan, 'Contents').map((row) => row.slice(1))).toEqual([
      ['Needs', 'Options'],
      [2, 3],
      [1, 1],
    ]);
  });

  test('have each need with its own options, however the reference is written', () => {
    expect(page(plan, 'CASE-07')).toEqual([
      ['Needs of each child 1'],
      ['1. The need'],
      ['Sleep\nHealth'],
      ['Options for each need'],
      ['2. How well it works', '3. What is missing'],
      ['2 Mostly', 'Not filled in'],
      ['awful', 'Not filled in'],
      ['Needs of each child 2'],
      ['1. The need'],
      ['Warmth\nHousing'],
      ['Options for each need'],
      ['2. How well it works', '3. What is missing'],
      ['5 Not at all', 'A heater'],
    ]);
  });

  test('have the options that belong to no need, and say so', () => {
    expect(page(plan, 'B').slice(3)).toEqual([
      ['Options for each need without a row on the sheet Needs'],
      ['2. How well it works', '3. What is missing'],
      ['4 Hardly', 'A bus'],
    ]);
  });

  test('have nothing of another partner', () => {
    expect(JSON.stringify(plan)).not.toMatch(/OTHER|Secret|X02/);
  });

  test('keep the laws of plans', () => {
    expect(brokenLaws(plan)).toEqual([]);
  });
});

test('a case of which the reference cannot name a sheet, or is missing, gets a number', () => {
  const plan = pagesOf({
    needs: [
      'A1 | 1 | Health | Sleep',
      '- | 1 | Health | Food',
      'Case 2 | 1 | Health | Rest',
      'Contents | 1 | Health | -',
    ],
    options: [],
  });
  expect(plan.sheets.map(({ name }) => name)).toEqual(['Contents', 'Case 1', 'Case 2', 'Case 3', 'Case 4']);
  expect(plan.sheets.map(({ cells }) => cells[0]?.content)).toEqual([
    ...['Your cases: Partner X01', 'Case A1', 'Rows without a case reference', 'Case Case 2', 'Case Contents'],
  ]);
  expect(brokenLaws(plan)).toEqual([]);
});

test('the worked cases are on one side of paper each at eight points or more, the one with two needs on two', () => {
  const { example } = needsOutcomesOptions;
  if (example === undefined) throw new Error('There is a worked example');
  const response = exampleResponse(needsOutcomesOptions, example);
  const rollUp = largeRegion(needsOutcomesOptions, 1);
  const [own] = ownCasesOf({
    ...rollUp,
    partners: rollUp.partners.map((one) => ({ ...one, result: one.result && { ...one.result, response } })),
  });
  if (own === undefined) throw new Error('There is one partner');
  const [, ...sides] = ownCasesPlan(own, made).sheets;
  const scales = sides.map((plan) => {
    const { pages, breaks = [], area } = plan.print ?? {};
    const height = pageHeight(plan) / heightOf(plan, 1, area?.rows ?? 0);
    return pages === 1 ? 10 * printScale(plan) * Math.min(1, height) : `${breaks.length + 1} sides`;
  });
  expect(scales).toEqual([...[1, 2, 3, 4].map(() => expect.toSatisfy((size) => size >= 8)), '2 sides']);
});

test('a long page ends before a table that would be cut', () => {
  const long = 'Words of some length. '.repeat(40);
  const plan = pagesOf({
    needs: [1, 2, 3, 4].map((number) => `A | ${number} | Health | ${long}`),
    options: [1, 2, 3, 4].map((number) => `A | ${number} | Yes | 5 | Too little | ${long}`),
  });
  expect(plannedSheet(plan, 'A').print?.breaks.length).toBeGreaterThan(0);
});

test('an instrument without a form has no such pages', () => {
  expect(ownCasesOf(caseRegionOf([{ code: 'X01', needs: [], options: [] }]))).toEqual([]);
});
