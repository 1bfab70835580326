import { describe, expect, test } from 'vitest';
import { instruments } from '../../../../definitions/index.ts';
import { needsOutcomesOptions } from '../../../../definitions/needs-outcomes-options.ts';
import { pctSelfAssessment } from '../../../../definitions/pct-self-assessment.ts';
import type { Instrument } from '../../../../src/instrument/model/schema.ts';
import { scoredScaleOf } from '../../../../src/instrument/model/traverse.ts';
import { anonymise } from '../../../../src/rollup/disclosure/anonymous.ts';
import type { RollUp } from '../../../../src/rollup/load/rollUp.ts';
import { rollUpPlan } from '../../../../src/rollup/writeRollUp.ts';
import { heightOf, pageHeight, printScale } from '../../../../src/spreadsheet/plan/printedPage.ts';
import type { SheetPlan } from '../../../../src/spreadsheet/plan/sheetPlan.ts';
import { styleOf } from '../../../../src/spreadsheet/style/theme.ts';
import { plannedSheet } from '../../../planned.ts';
import { sampleDefinition, sampleInstrument } from '../../../sampleInstrument.ts';
import { comparedWith } from '../../comparedRegion.ts';
import { largeRegion } from '../../largeRegion.ts';
import { plannedTable } from '../../planned.ts';
import { regionOf } from '../../region.ts';

const made = new Date('2027-01-04T09:00:00Z');

/** The findings by topic. */
const board = (rollUp: RollUp, overdueAt?: string): ReadonlyMap<string, string> =>
  new Map(
    plannedTable(rollUpPlan(rollUp, made, overdueAt === undefined ? {} : { overdueAt }), 'Board summary')
      .slice(1)
      .map(([topic, finding]) => [String(topic), String(finding)]),
  );

/** Levels 1 to 3 of 1.1.1, 1.1.2, 1.2.1, 2.1.1 and 2.1.2. */
const region = regionOf([
  {
    code: '5E1',
    name: 'Ashmere',
    scores: '1 2 3 1 -',
    fields: { '1.1.1 action': 'Agree a plan', '1.1.1 due': '2026-12-31', '1.1.2 action': 'Do it', '1.1.2 due': 'soon' },
  },
  { code: '0012', name: 'Bramblewick', scores: '3 3 3 3 3' },
  { code: 'X03', name: 'Coldharbour', scores: '1 z 2 2 3', late: true },
  { code: 'X05', name: "Elm's & Oak" },
]);

describe('what the board reads', () => {
  test('one sentence for each figure, with the weakest and the strongest questions', () => {
    expect([...board(region)]).toEqual([
      ['Returned', '3 of 4 partners returned a workbook that can be used (75%), 1 of them late.'],
      ['Not returned', "Elm's & Oak."],
      ['Positions', '1 Red, 1 Amber, 1 Green, 0 Not scored; all answers together: Amber.'],
      ['Overdue actions', '1 of 2 planned actions were due before 4 January 2027.'],
      ['Weakest 1', '67% at level 1 (2 of 3). 1.1.1 How good is 1.1.1?'],
      ['Weakest 2', '33% at level 1 (1 of 3). 2.1.1 How good is 2.1.1?'],
      ['Strongest 1', '100% at level 3 (2 of 2). 2.1.2 How good is 2.1.2?'],
      ['Strongest 2', '67% at level 3 (2 of 3). 1.2.1 How good is 1.2.1?'],
      ['Strongest 3', '50% at level 3 (1 of 2). 1.1.2 How good is 1.1.2?'],
    ]);
  });

  test('an action is overdue on the day that is asked about', () => {
    const overdue = (day: string) => board(region, day).get('Overdue actions');
    expect(overdue('2026-12-31')).toBe('0 of 2 planned actions were due before 31 December 2026.');
    expect(overdue('2027-01-01')).toBe('1 of 2 planned actions were due before 1 January 2027.');
  });

  test('every sentence leads to the sheet with the detail, and a question to its row', () => {
    const plan = rollUpPlan(region, made);
    const { cells } = plannedSheet(plan, 'Board summary');
    const links = cells.flatMap(({ column, content }) =>
      column === 3 && typeof content === 'object' && 'formula' in content ? [content.formula] : [],
    );
    expect(links).toContain(`HYPERLINK("#'Response'!A1","Response")`);
    expect(links).toContain(`HYPERLINK("#'Weakest areas'!A7","Weakest areas: 2.1.1")`);
    expect(plannedTable(plan, 'Weakest areas')[7 - 5]?.[1]).toBe('2.1.1');
    expect(links).toContain(`HYPERLINK("#'Strengths'!A8","Strengths: 1.1.2")`);
    expect(plannedTable(plan, 'Strengths')[8 - 5]?.[1]).toBe('1.1.2');
  });

  test('figures that other sheets work out are formulas over them', () => {
    const { cells } = plannedSheet(rollUpPlan(region, made), 'Board summary');
    const formulas = cells.flatMap(({ column, content }) =>
      column === 2 && typeof content === 'object' && 'formula' in content ? [content.formula] : [],
    );
    expect(formulas[0]).toContain("('Response'!$E$6)");
    expect(formulas[1]).toContain("('Summary'!$E$6)");
    expect(formulas[2]).toContain("('Questions'!C6)");
    expect(formulas).toHaveLength(7);
  });

  describe('targets', () => {
    const withTarget = (target: number, rollUp = region): RollUp => ({
      ...rollUp,
      instrument: { ...sampleInstrument, scorecard: { ...sampleDefinition.scorecard, target } },
    });
    const below = (rollUp: RollUp) => [...board(rollUp)].filter(([topic]) => topic.includes('elow'));

    test('how many partners are below them, and in which questions most are', () => {
      expect(below(withTarget(3))).toEqual([
        ['Below target', '2 of 3 partners are below a target, in 6 of 13 answers.'],
        ['Most below 1', '2 of 3 below 3 Good. 1.1.1 How good is 1.1.1?'],
        ['Most below 2', '2 of 3 below 3 Good. 2.1.1 How good is 2.1.1?'],
        ['Most below 3', '1 of 2 below 3 Good. 1.1.2 How good is 1.1.2?'],
      ]);
    });

    test('questions are not listed twice if all that are below are at the lowest level', () => {
      expect(below(withTarget(2))).toEqual([
        ['Below target', '2 of 3 partners are below a target, in 3 of 13 answers.'],
      ]);
    });

    test('nobody is below them, nobody answered, and there are none', () => {
      expect(below(withTarget(1))).toEqual([['Below target', 'Every answer has reached its target.']]);
      const nobody = withTarget(3, regionOf([{ code: 'X01', name: 'Ashmere' }]));
      expect(below(nobody)).toEqual([['Below target', 'No question with a target has been answered.']]);
      expect(below(region)).toEqual([]);
    });
  });

  test('names that do not fit are counted', () => {
    const partners = Array.from({ length: 40 }, (_, index) => ({ code: `X${index}`, name: `Sample partner ${index}` }));
    const [first = { code: '', name: '' }, ...others] = partners;
    const missing = board(regionOf([{ ...first, scores: '1 2 3 1 2' }, ...others])).get('Not returned');
    expect(missing).toMatch(/^Sample partner 1, Sample partner 2, .* and 3[0-9] others\.$/);
    expect(missing?.length).toBeLessThan(160);
  });

  test('changes since an earlier round: how many answers moved, and the questions that moved most', () => {
    const then = regionOf([
      { code: '5E1', name: 'Ashmere', scores: '1 1 3 3 -' },
      { code: '0012', name: 'Bramblewick', scores: '3 2 3 3 3' },
      { code: 'X03', name: 'Coldharbour', scores: '1 z 3 2 3' },
    ]);
    const found = board(comparedWith(region, { ...then, round: { ...then.round, round: '2025' } }));
    expect(found.get('Since 2025')).toBe('2 answers up, 2 down of 13 compared. Two rounds do not make a trend.');
    expect(found.get('Most moved up')).toBe('2 up, 0 down of 2. 1.1.2 How good is 1.1.2?');
    expect(found.get('Most moved down')).toBe('0 up, 1 down of 3. 1.2.1 How good is 1.2.1?');
  });

  test('nobody returned, and nobody was asked', () => {
    const none = board(regionOf([{ code: 'X01', name: 'Ashmere' }]));
    expect(none.get('Returned')).toBe('0 of 1 partner returned a workbook that can be used (0%).');
    expect(none.get('Not returned')).toBe('Nobody has returned yet.');
    expect(none.get('Positions')).toBe('There are no positions without a return.');
    expect(none.get('Overdue actions')).toBe('No action is planned.');
    expect(board(regionOf([])).get('Returned')).toBe('No workbook was issued.');
  });
});

describe('what the board may not read', () => {
  const partners = ['1 2 3 1 2', '3 3 3 3 3', '1 2 2 2 3', '2 2 2 2 2', undefined].map((scores, index) => ({
    ...{ code: `X0${index}`, name: `Sample partner ${index}`, late: index === 1 },
    ...(scores === undefined ? {} : { scores }),
  }));
  const named = regionOf(partners);

  test('an anonymous roll-up names nobody, and says of nobody that it was late', () => {
    const found = board(anonymise(named, new Uint8Array(32)));
    expect(found.get('Returned')).toBe('4 of 5 partners returned a workbook that can be used (80%).');
    expect(found.get('Not returned')).toBe('1 partner.');
    expect([...found.values()].join(' ')).not.toMatch(/Sample partner|late/);
  });

  test('priorities of few cases are not counted out', () => {
    const found = [...board(largeRegion(needsOutcomesOptions, 12))].filter(([topic]) => topic.startsWith('Priority'));
    expect(found.length).toBeGreaterThan(0);
    for (const [, finding] of found)
      expect(finding).toMatch(/: (?:fewer than 5 cases|(?:\d+) of (?:[5-9]|\d\d+) cases served badly)\.$/);
  });
});

/** The size of the smallest text on the printed page, in points. */
function smallestText(plan: SheetPlan): number {
  const rows = plan.print?.area.rows ?? 0;
  const scale = printScale(plan) * Math.min(1, pageHeight(plan) / heightOf(plan, 1, rows));
  return Math.min(...plan.cells.map(({ role }) => styleOf(role).font?.size ?? 10)) * scale;
}

const withTarget = (instrument: Instrument): Instrument => {
  const { scorecard } = instrument;
  const target = scorecard && scoredScaleOf(instrument).options.at(-1)?.level;
  return scorecard === undefined || target === undefined
    ? instrument
    : { ...instrument, scorecard: { ...scorecard, target } };
};

const cases = instruments
  .map(withTarget)
  .flatMap((instrument) =>
    [0, 1, 12, 151, 500].map((count) => [instrument.key, count, largeRegion(instrument, count)] as const),
  );

test.each(cases)('%s with targets, %i partners: one page of A4 at 9 points or more', (_key, count, now) => {
  const compared =
    now.instrument.scorecard === undefined ? now : comparedWith(now, largeRegion(now.instrument, count, 7));
  const plan = plannedSheet(rollUpPlan(compared, made), 'Board summary');
  expect(plan.print).toMatchObject({ pages: 1 });
  expect(smallestText(plan)).toBeGreaterThanOrEqual(9);
});

test('two charts, which end before the page does and cover no sentence', () => {
  const plan = plannedSheet(rollUpPlan(largeRegion(pctSelfAssessment, 12), made), 'Board summary');
  expect(plan.charts).toHaveLength(2);
  const [first, second] = plan.charts;
  expect(second?.from.row).toBe(first?.to.row);
  for (const { from, to } of plan.charts) {
    expect(from.column).toBeGreaterThan(3);
    expect(to.row - 1).toBeLessThanOrEqual(plan.print?.area.rows ?? 0);
  }
});
