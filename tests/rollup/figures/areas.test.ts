import { describe, expect, test } from 'vitest';
import type { AgreedScore } from '../../../src/partners/agreedScore.ts';
import { answered, notApplicable } from '../../../src/response/response.ts';
import { areaResults } from '../../../src/rollup/figures/areas.ts';
import type { RollUp } from '../../../src/rollup/load/rollUp.ts';
import { rollUpPlan } from '../../../src/rollup/writeRollUp.ts';
import { daySerial } from '../../../src/spreadsheet/model/daySerial.ts';
import type { WorkbookPlan } from '../../../src/spreadsheet/plan/sheetPlan.ts';
import { inAreas } from '../comparedRegion.ts';
import { plannedTable } from '../planned.ts';
import { regionOf } from '../region.ts';

const january20 = daySerial('2027-01-20');

/**
 * Levels of 1.1.1, 1.1.2, 1.2.1, 2.1.1 and 2.1.2; z not applicable, - blank. Of Northland three of four
 * have returned, of Southland two, of Westland one; Eastland has one partner only.
 */
const region = inAreas(
  regionOf([
    { code: '5E1', name: 'North PCT', scores: '1 2 3 z 2' },
    { code: 'N2', name: 'North council', scores: '3 2 2 1 -' },
    { code: 'N3', name: 'North voluntary sector', scores: '2 2 3 - -' },
    { code: 'N4', name: 'North police' },
    { code: 'S1', name: 'South PCT', scores: '3 3 3 3 3' },
    { code: 'S2', name: 'South council', scores: '3 3 3 3 z' },
    { code: 'W1', name: 'West PCT', scores: '1 1 1 1 1' },
    { code: 'W2', name: 'West council' },
    { code: 'E1', name: 'East PCT', scores: '1 1 1 1 1' },
  ]),
  {
    '5E1': { code: 'A1', name: 'Northland' },
    N2: { code: 'A1', name: 'Northland' },
    N3: { code: ' a1', name: 'Northland' },
    N4: { code: 'A1', name: 'Northland' },
    S1: { code: 'A2', name: 'Southland' },
    S2: { code: 'A2', name: 'Southland' },
    W1: { code: 'A3', name: 'Westland' },
    W2: { code: 'A3', name: 'Westland' },
    E1: { code: 'A4', name: 'Eastland' },
  },
);

const agreed: readonly AgreedScore[] = [
  { area: 'A1', item: '1.1.1', answer: answered(2), on: '2027-01-20', present: 'Heads of commissioning' },
  { area: 'A1', item: '2.1.1', answer: notApplicable, on: '2027-01-21', present: '=chair' },
  { area: 'A9', item: '1.1.2', answer: answered(1), on: '2027-01-20', present: 'Nobody of this round' },
];

const planned = (rollUp: RollUp): WorkbookPlan => rollUpPlan(rollUp, new Date('2027-02-01T09:00:00Z'));

const workbook = planned({ ...region, agreed });

test('one row for each area with several partners: how far they agree over all questions', () => {
  const [headings, north, south, west, ...others] = plannedTable(workbook, 'Areas');
  expect(headings).toEqual([
    'Area code',
    'Area',
    'Partners',
    'Partners in the round',
    'Returned',
    'Questions answered by several',
    'To discuss',
    'Agreed scores',
    'Exact agreement',
    'Within one level',
    'Mean difference in levels',
    "Krippendorff's alpha (ordinal)",
    'Question by question',
  ]);
  // Pairs that two gave a level: three of 1.1.1 (2, 1 and 1 apart), of 1.1.2 (all equal) and of 1.2.1 (1, 0 and 1 apart).
  expect(north?.slice(0, 8)).toEqual([
    'A1',
    'Northland',
    'North PCT (5E1); North council (N2); North voluntary sector (N3); North police (N4)',
    4,
    3,
    3,
    1,
    2,
  ]);
  expect(north?.slice(8, 11)).toEqual([4 / 9, 8 / 9, 6 / 9]);
  // Levels that can be paired: one 1, five 2, three 3. Squared ordinal differences: 1 to 2 is (6 - 3)² = 9, 2 to 3 is
  // (8 - 4)² = 16, 1 to 3 is (9 - 2)² = 49. Observed: 2 * (9 + 16 + 49) / 2 of 1.1.1, and 2 * 2 * 16 / 2 of 1.2.1.
  // Expected: 2 * (1 * 5 * 9 + 5 * 3 * 16 + 1 * 3 * 49) / 8.
  const [observed, expected] = [74 + 32, (2 * (45 + 240 + 147)) / 8];
  expect(north?.[11]).toBeCloseTo(1 - observed / expected, 10);
  expect(south).toEqual([
    'A2',
    'Southland',
    'South PCT (S1); South council (S2)',
    2,
    2,
    4,
    0,
    0,
    1,
    1,
    0,
    'Not calculable',
    'Rows 11 to 15',
  ]);
  expect(west).toEqual([
    'A3',
    'Westland',
    'West PCT (W1); West council (W2)',
    2,
    1,
    ...['[x]', '[x]', 0, '[x]', '[x]', '[x]', '[x]', '[w]'],
  ]);
  expect(others).toEqual([]);
});

test('the levels of an area are beside each other, the widest difference first', () => {
  const [headings, ...rows] = plannedTable(workbook, 'Areas by question');
  expect(headings?.slice(4)).toEqual([
    'Answers, the weakest first',
    'Weakest',
    'Strongest',
    'Difference in levels',
    'Exact agreement',
    'Consensus',
    'Agreed score',
    'Agreed on',
    'Present',
  ]);
  const north = rows.filter(([code]) => code === 'A1');
  expect(north.map(([, , ref, , ...rest]) => [ref, ...rest])).toEqual([
    [
      '1.1.1',
      '1 North PCT (5E1); 2 North voluntary sector (N3); 3 North council (N2); [x] North police (N4)',
      ...[1, 3, 2, 0, 'Discuss', 2, january20, 'Heads of commissioning'],
    ],
    [
      '1.2.1',
      '2 North council (N2); 3 North PCT (5E1); 3 North voluntary sector (N3); [x] North police (N4)',
      ...[2, 3, 1, 1 / 3, 'Close', '[w]', '[w]', '[w]'],
    ],
    [
      '1.1.2',
      '2 North PCT (5E1); 2 North council (N2); 2 North voluntary sector (N3); [x] North police (N4)',
      ...[2, 2, 0, 1, 'The same', '[w]', '[w]', '[w]'],
    ],
    [
      '2.1.1',
      '1 North council (N2); [z] North PCT (5E1); [w] North voluntary sector (N3); [x] North police (N4)',
      ...['[w]', '[w]', '[w]', '[w]', '[w]', '[z]', january20 + 1, '=chair'],
    ],
    [
      '2.1.2',
      '2 North PCT (5E1); [w] North council (N2); [w] North voluntary sector (N3); [x] North police (N4)',
      ...['[w]', '[w]', '[w]', '[w]', '[w]', '[w]', '[w]', '[w]'],
    ],
  ]);
  expect(new Set(rows.map(([code]) => code))).toEqual(new Set(['A1', 'A2']));
});

test('an agreed score changes no count of what partners answered', () => {
  const without = planned(region);
  for (const sheet of ['Returns', 'Heat map', 'Questions', 'Weakest areas', 'Data'])
    expect(plannedTable(workbook, sheet)).toEqual(plannedTable(without, sheet));
});

test('the notes say what to discuss, what an agreed score changes, and how to read alpha', () => {
  const notes = new Map(plannedTable(workbook, 'Notes').map(([topic, note]) => [topic, String(note)]));
  expect(notes.get('Areas')).toContain('2 or more steps of the scale');
  expect(notes.get('Areas')).toContain('every other sheet counts their answers');
  expect(notes.get("Krippendorff's alpha")).toContain('not calculable');
});

test('what an area agreed on is shown, too, where only one of its partners has returned', () => {
  const west = {
    ...region,
    agreed: [{ area: 'a3', item: '1.2.1', answer: answered(2), on: '2027-01-20', present: 'chair' }],
  };
  const alone = { ...west, partners: west.partners.filter(({ partner }) => partner.code.startsWith('W')) };
  expect(plannedTable(planned(alone), 'Areas')[1]?.slice(4, 9)).toEqual([1, '[x]', '[x]', 1, '[x]']);
  const rows = plannedTable(planned(alone), 'Areas by question');
  expect(rows.find(([, , ref]) => ref === '1.2.1')?.slice(4)).toEqual([
    '1 West PCT (W1); [x] West council (W2)',
    ...['[w]', '[w]', '[w]', '[w]', '[w]', 2, january20, 'chair'],
  ]);
});

describe('on other scales', () => {
  const withOptions = (options: readonly [number, string][], chosenBy: 'level' | 'label'): RollUp => ({
    ...region,
    instrument: {
      ...region.instrument,
      scales: region.instrument.scales.map((scale) => ({
        ...scale,
        chosenBy,
        options: options.map(([level, label]) => ({ level, label, meaning: label })),
      })),
    },
  });
  const north = (rollUp: RollUp) =>
    areaResults(rollUp)[0]?.questions.map(({ item, difference, toDiscuss, answers }) => [
      item.key,
      difference,
      toDiscuss,
      answers[0]?.partner.partner.code,
    ]);

  test('steps are counted, not numbers, and where 1 is best the weakest is the highest number', () => {
    // 1 and 3 of 1.1.1 are two steps apart, and 3 is the weakest.
    expect(
      north(
        withOptions(
          [
            [3, 'Poor'],
            [2, 'Fair'],
            [1, 'Good'],
          ],
          'level',
        ),
      )?.[0],
    ).toEqual(['1.1.1', 2, true, 'N2']);
    // With a level between 2 and 3 these are two steps apart, too.
    expect(
      north(
        withOptions(
          [
            [1, 'a'],
            [2, 'b'],
            [20, 'c'],
            [3, 'd'],
          ],
          'level',
        ),
      ),
    ).toEqual([
      ['1.1.1', 3, true, '5E1'],
      ['1.2.1', 2, true, 'N2'],
      ['1.1.2', 0, false, '5E1'],
      ['2.1.1', undefined, false, 'N2'],
      ['2.1.2', undefined, false, '5E1'],
    ]);
  });

  test('where there are only Yes and No, any difference is to be discussed, and levels go by their labels', () => {
    const rollUp = withOptions(
      [
        [2, 'No'],
        [3, 'Yes'],
      ],
      'label',
    );
    const rows = plannedTable(planned(rollUp), 'Areas by question');
    const row = rows.find(([code, , ref]) => code === 'A1' && ref === '1.2.1');
    expect(row?.slice(4, 10)).toEqual([
      'No North council (N2); Yes North PCT (5E1); Yes North voluntary sector (N3); [x] North police (N4)',
      ...['No', 'Yes', 1, 1 / 3, 'Discuss'],
    ]);
  });
});

describe('there is no sheet of areas', () => {
  test.each([
    ['where no area has several partners', { '5E1': { code: 'A1' }, N2: { code: 'A2' } }],
    ['where no two partners of an area have returned', { '5E1': { code: 'A1' }, N4: { code: 'A1' } }],
    ['where partners have no areas', {}],
  ])('%s', (_case, areas) => {
    const { partners } = region;
    const bare = partners.map((result) => {
      const { areaCode: _code, areaName: _name, ...partner } = result.partner;
      return { ...result, partner };
    });
    const { sheets } = planned(inAreas({ ...region, partners: bare }, areas));
    expect(sheets.filter(({ name }) => name.startsWith('Areas'))).toEqual([]);
  });
});
