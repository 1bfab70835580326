import { describe, expect, test } from 'vitest';
import type { Instrument } from '../../src/instrument/model/schema.ts';
import { type RollUpOptions, rollUpPlan, writeRollUp } from '../../src/rollup/writeRollUp.ts';
import type { WorkbookPlan } from '../../src/spreadsheet/plan/sheetPlan.ts';
import { plannedSheet } from '../planned.ts';
import { sampleInstrument } from '../sampleInstrument.ts';
import { openWritten } from '../tools/lint/openWritten.ts';
import { lintPackage } from '../tools/lint.ts';
import { expectAsPlanned, plannedTable } from './planned.ts';
import { regionOf } from './region.ts';

const made = new Date('2027-01-04T09:00:00Z');

/** Two who returned: 2 × 5 questions × 5 fields, of which 10 are scores, and 5 counts of each question. */
const region = regionOf([
  { code: '5E1', name: 'Ashmere', scores: '1 2 3 1 -' },
  { code: 'X02', name: 'Bramblewick', scores: '3 3 3 3 3' },
]);
const [rows, comparisons] = [50, 50 * 5 * 5];

const planned = (limits: RollUpOptions['limits']): WorkbookPlan =>
  rollUpPlan(region, made, { limits: limits ?? { rows, comparisons } });

function formulas(workbook: WorkbookPlan, sheet: string): number {
  const { cells, long } = plannedSheet(workbook, sheet);
  return (
    [...cells.map(({ content }) => content), ...[...(long?.rows ?? [])].flat()]
      // Links lead to places and work nothing out.
      .filter((content) => typeof content === 'object' && 'formula' in content && typeof content.result === 'number')
      .length
  );
}

const note = (workbook: WorkbookPlan, topic: string): unknown =>
  plannedTable(workbook, 'Notes').find(([about]) => about === topic)?.[1];

describe('what a roll-up is at its limits, and beyond them', () => {
  test('at both limits, all answers are there and figures are formulas', () => {
    const workbook = planned({ rows, comparisons });
    expect(plannedTable(workbook, 'Data')).toHaveLength(1 + rows);
    expect(['Questions', 'Summary', 'Response'].map((sheet) => formulas(workbook, sheet) > 0)).toEqual([
      true,
      true,
      true,
    ]);
    expect(note(workbook, 'Formulas')).toContain('Questions counts the rows of Data by formulas');
    expect(note(workbook, 'Data')).toBeUndefined();
  });

  test('one comparison more than wanted: the same figures, as values, which the notes say', () => {
    const [formed, valued] = [planned({ rows, comparisons }), planned({ rows, comparisons: comparisons - 1 })];
    expect(['Questions', 'Summary'].map((sheet) => formulas(valued, sheet))).toEqual([0, 0]);
    for (const sheet of ['Questions', 'Summary'])
      expect(plannedTable(valued, sheet)).toEqual(plannedTable(formed, sheet));
    expect(note(valued, 'Formulas')).toContain('Questions and Summary hold values');
    expect(formulas(valued, 'Response')).toBeGreaterThan(0);
  });

  test('one row more than a sheet has: scores only, the same figures, and links that lead to them', () => {
    const [all, scores] = [planned({ rows, comparisons }), planned({ rows: rows - 1, comparisons: 1 })];
    const data = plannedTable(scores, 'Data').slice(1);
    expect(new Set(data.map(([, , field]) => field))).toEqual(new Set(['Score']));
    expect(data).toHaveLength(10);
    expect(note(scores, 'Data')).toContain('Only scores');
    const counts = (workbook: WorkbookPlan) => plannedTable(workbook, 'Questions').map((row) => row.slice(0, -1));
    expect(counts(scores)).toEqual(counts(all));
    expect(plannedTable(scores, 'Questions').map((row) => [row[0], row.at(-1)])).toContainEqual([
      '1.1.2',
      'Rows 8 to 9',
    ]);
    expect(data.slice(8 - 6, 9 - 6 + 1).map(([, question]) => question)).toEqual(['1.1.2', '1.1.2']);
  });

  test('an instrument without a scorecard has no scores to keep: its table is as long as it is', () => {
    const { scorecard: _scorecard, ...instrument } = sampleInstrument;
    const plan = rollUpPlan({ ...region, instrument }, made, { limits: { rows: 1, comparisons: 1 } });
    expect(plannedTable(plan, 'Data')).toHaveLength(1 + rows);
  });
});

describe('who is named among the weakest', () => {
  const weakest = (partners: number) => {
    const all = Array.from({ length: partners }, (_, index) => ({
      ...{ code: `X${index}`, name: `Partner ${index}`, scores: '1 3 3 3 3' },
    }));
    return String(plannedTable(rollUpPlan(regionOf(all), made), 'Weakest areas')[1]?.[7]);
  };

  test('by name and code up to 15; by code from 16 on; and 100 at the most, for a row that can be seen whole', () => {
    expect(weakest(15)).toMatch(/^Partner 0 \(X0\); .*; Partner 14 \(X14\)$/);
    expect(weakest(16)).toMatch(/^X0, X1, .*, X15$/);
    expect(weakest(100)).toMatch(/, X99$/);
    expect(weakest(101)).toMatch(/, X99 and 1 more$/);
  });
});

test('3,000 actions are all listed, in a file without a fault', { timeout: 60_000 }, async () => {
  const instrument: Instrument = {
    ...sampleInstrument,
    sections: sampleInstrument.sections.map((section) =>
      section.shape === 'items'
        ? { ...section, fields: section.fields.filter(({ key }) => key === 'score' || key === 'action') }
        : section,
    ),
  };
  const many = regionOf(
    Array.from({ length: 600 }, (_, index) => ({
      code: `X${index}`,
      name: `Partner ${index}`,
      scores: '1 2 3 1 2',
      fields: Object.fromEntries(
        ['1.1.1', '1.1.2', '1.2.1', '2.1.1', '2.1.2'].map((key) => [`${key} action`, `Do ${key}`]),
      ),
    })),
  );
  const bytes = await writeRollUp({ ...many, instrument }, made);
  expect(lintPackage(bytes)).toEqual([]);
  const actions = openWritten(bytes).sheets.find(({ name }) => name === 'Actions');
  expect(actions?.tables.map(({ ref }) => ref)).toEqual([`A5:F${5 + 3_000}`]);
});

test('40 regions are compared in charts; of 41 the bars could not be distinguished, and there is the table alone', () => {
  const charts = (regions: number): number => {
    const partners = Array.from({ length: regions }, (_, index) => ({
      ...{ code: `X${index}`, name: `Partner ${index}`, scores: '1 2 3 1 2', region: `Region ${index}` },
    }));
    return plannedSheet(rollUpPlan(regionOf(partners), made), 'By region').charts.length;
  };
  expect([charts(40), charts(41)]).toEqual([3, 0]);
});

test('what is written is what is planned, in text, figures, links and formulas', async () => {
  expectAsPlanned(await writeRollUp(region, made), rollUpPlan(region, made));
});
