import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { needsOutcomesOptions } from '../../../definitions/needs-outcomes-options.ts';
import { prioritiesOf } from '../../../src/rollup/figures/priorities.ts';
import { tidyRows } from '../../../src/rollup/figures/tidyData.ts';
import { prioritiesSheetName } from '../../../src/rollup/sheets/questions/priorities.ts';
import { rollUpPlan } from '../../../src/rollup/writeRollUp.ts';
import { plannedSheet } from '../../planned.ts';
import { caseDefinition, caseRegionOf } from '../caseRegion.ts';
import { plannedContents, plannedTable } from '../planned.ts';

const made = new Date('2027-01-04T09:00:00Z');
const { priorities } = caseDefinition;
if (priorities === undefined) throw new Error('The sample has priorities');

/**
 * Three partners. Their figures can be worked out by hand. Needs: case, number, domain, need. Options: case, number of
 * the need, preferred, rating (5 is worst), gap, what is missing. Case A of X01 is another child than case A of X02.
 */
const region = caseRegionOf([
  {
    code: 'X01',
    needs: ['A | 1 | Health | Sam has asthma', 'A | 2 | Housing | Damp', 'B | 1 | Health | Teeth'],
    options: [
      ' a  | 1 | Yes | 5 | Too little | A nurse for Sam', // the case and the need of the first row, written otherwise
      'A | 1 | No | 5 | Too far | -', // not preferred: counts nowhere
      'A | 2 | Yes | 2 | None | -',
      'B | 1 | Yes | - | Too little | A dentist',
      'C | 1 | Yes | 5 | Too far | A bus', // no such need
    ],
  },
  {
    code: 'X02',
    needs: ['A | 1 | Health | Sleep', 'D | 1 | Housing | Room', 'E | 1 | - | Unclear'],
    options: [
      'A | 1 | Yes | 1 | Too little | -',
      'A | 1 | Yes | 4 | too  LITTLE | -', // the same gap, and the same case a second time
      'D | 1 | Yes | 3 | None | -',
      'E | 1 | Yes | ?awful | - | -', // no domain, no gap, and a rating that could not be read
    ],
  },
  {
    code: 'X03',
    needs: [
      'F | 1 | Health | Food',
      'G | 1 | Health | Food',
      'H | 1 | Health | Warmth',
      'H | 1 | Housing | Warmth', // the same number twice: which is meant cannot be known
    ],
    options: [
      'F | 1 | Yes | 4 | Too little | -',
      'F | 1 | Yes | 4 | None | -',
      'G | 1 | Yes | 3 | Too little | -',
      'G | 1 | Yes | 5 | ?Sam is hungry | -',
      'H | 1 | Yes | 4 | Too far | -',
    ],
  },
]);

const workbook = rollUpPlan(region, made);

test('the sheet follows the returns', () => {
  expect(workbook.sheets.map(({ name }) => name)).toEqual([
    ...['Board summary', 'Contents', 'Notes', 'Response', 'Returns', 'Priorities', 'Actions', 'Data'],
  ]);
});

test('the most cases served badly come first, and every figure can be worked out by hand', () => {
  expect(plannedTable(workbook, 'Priorities')).toEqual([
    [
      ...['Rank', 'Domain', 'Gap', 'Cases served badly', 'Cases', 'Rows', 'Partners', 'Partner codes'],
      ...['Rows at 5 Not at all', 'Rows at 4 Hardly', 'Rows at 3 Partly', 'Rows at 2 Mostly', 'Rows at 1 Fully'],
      ...['Rows not rated', 'Worst level', 'Median level', 'Share at level 5 or level 4'],
    ],
    // X01 A at 5; X01 B not rated; X02 A at 1 and 4; X03 F at 4; X03 G at 3.
    [1, 'Health', 'Too little', 3, 5, 6, 3, 'X01, X02, X03', 1, 2, 1, 0, 1, 1, 5, 4, 0.6],
    // X01 C at 5 and X03 H at 4.
    [2, 'Not known', 'Too far', 2, 2, 2, 2, '[c]', 1, 1, 0, 0, 0, 0, 5, 4.5, 1],
    // X03 G at 5, and X03 F at 4: equally first, and in the order of their words.
    [3, 'Health', 'Could not be read', 1, 1, 1, 1, '[c]', 1, 0, 0, 0, 0, 0, 5, 5, 1],
    [3, 'Health', 'None', 1, 1, 1, 1, '[c]', 0, 1, 0, 0, 0, 0, 4, 4, 1],
    // X01 A at 2 and X02 D at 3.
    [5, 'Housing', 'None', 0, 2, 2, 2, '[c]', 0, 0, 1, 1, 0, 0, 3, 2.5, 0],
    // X02 E.
    [6, '[w]', '[w]', 0, 1, 1, 1, '[c]', 0, 0, 0, 0, 0, 1, '[w]', '[w]', '[w]'],
  ]);
});

test('the sheet and the notes say for whom small numbers are', () => {
  const { cells } = plannedSheet(workbook, 'Priorities');
  expect(cells.find(({ row }) => row === 2)?.content).toContain('figures under 5 cases can identify a child');
  const notes = new Map(plannedTable(workbook, 'Notes').map(([topic, note]) => [topic, note]));
  expect(notes.get('Small numbers')).toContain('for commissioners only');
  expect(notes.get('Could not be read')).toContain('It is suppressed');
  expect(notes.has('[c]')).toBe(true);
});

describe('what was written about children', () => {
  const data = (of = workbook) => plannedTable(of, 'Data').slice(1);
  const answers = (section: string, field: string) =>
    data()
      .filter(([, question, named]) => String(question).startsWith(section) && named === field)
      .map(([, , , answer, state]) => [answer, state]);

  test('free text is suppressed, and so are answers that could not be read; levels and choices are shown', () => {
    expect(new Set(answers('Needs', 'Need').map(String))).toEqual(new Set(['[c],Answered']));
    expect(answers('Options', 'Gap')).toContainEqual(['[c]', 'Could not be read']);
    expect(answers('Options', 'Works')).toContainEqual([5, 'Answered']);
    expect(answers('Options', 'Works')).toContainEqual(['[c]', 'Could not be read']);
    expect(answers('Options', 'What is missing')).toContainEqual(['[w]', 'Unanswered']);
  });

  test('no row discloses its partner, by code, name, region, order or number', () => {
    expect(new Set(data().map(([code, , , , , name, place]) => [code, name, place].join()))).toEqual(
      new Set(['[c],[c],[c]']),
    );
    const other = caseRegionOf(['Z', 'A'].map((code) => ({ code, needs: ['A | 1 | Health | x'], options: [] })));
    expect(
      [...tidyRows(other, 'partner')]
        .filter(({ field }) => field.key === 'case')
        .map(({ question, shown }) => [question, shown]),
    ).toEqual([
      ['Needs 1', 1],
      ['Needs 2', 2],
    ]);
    const domains = Array.from({ length: 30 }, (_, index) => (index < 15 ? 'Health' : 'Housing'));
    const many = caseRegionOf(
      domains.map((domain, index) => ({ code: `X${index + 10}`, needs: [`A | 1 | ${domain} | x`], options: [] })),
    );
    const order = [...tidyRows(many, 'partner')].flatMap(({ field, shown }) => (field.key === 'domain' ? [shown] : []));
    expect(order.toSorted()).toEqual(domains);
    expect(order).not.toEqual(domains);
  });

  test('cases are numbered over all partners, and needs within the case, alike in both sections', () => {
    const rowOf = new Map<unknown, Map<unknown, unknown>>();
    for (const [, question, field, answer] of data()) {
      rowOf.set(question, (rowOf.get(question) ?? new Map()).set(field, answer));
    }
    const rows = [...rowOf].map(([question, row]) => ({ question: String(question), row }));
    const cases = new Set(rows.map(({ row }) => row.get('Case reference')));
    // A, B and C of X01; A, D and E of X02; F, G and H of X03.
    expect([...cases].toSorted((a, b) => Number(a) - Number(b))).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    const domains = new Map(
      rows
        .filter(({ question }) => question.startsWith('Needs'))
        .map(({ row }) => [`${row.get('Case reference')} ${row.get('Need number')}`, row.get('Domain')]),
    );
    const badly = rows.filter(
      ({ question, row }) =>
        question.startsWith('Options') &&
        row.get('Preferred') === 'Yes' &&
        domains.get(`${row.get('Case reference')} ${row.get('Need number')}`) === 'Health' &&
        String(row.get('Gap')).replace(/\s+/g, ' ').toLowerCase() === 'too little' &&
        Number(row.get('Works')) >= 4,
    );
    // The first of the priorities above: three cases are served badly.
    expect(new Set(badly.map(({ row }) => row.get('Case reference'))).size).toBe(3);
  });

  test('is nowhere in the workbook, on whatever sheet', () => {
    const texts = plannedContents(workbook).map(String);
    expect(texts.length).toBeGreaterThan(200);
    for (const word of ['Sam', 'asthma', 'nurse', 'hungry', 'awful', 'bus']) {
      expect(texts.filter((text) => new RegExp(`\\b${word}\\b`).test(text))).toEqual([]);
    }
    expect(plannedTable(workbook, 'Actions').slice(1)[0]).toEqual([
      ...['X01', 'Partner X01', 'Options 1', 'Options for each need', 'Options 1', 5, '[c]'],
    ]);
  });

  test('is shown where it is what rows are brought together by', () => {
    const byNeed = caseRegionOf(
      [{ code: 'X01', needs: ['A | 1 | Health | Sleep'], options: ['A | 1 | Yes | 5 | None | A bed'] }],
      { priorities: { ...priorities, by: ['need'] } },
    );
    const planned = rollUpPlan(byNeed, made);
    const shown = data(planned).map(([, , field, answer]) => [field, answer]);
    expect(shown).toContainEqual(['Need', 'Sleep']);
    expect(shown).toContainEqual(['What is missing', '[c]']);
    expect(plannedTable(planned, 'Priorities')[1]?.slice(0, 3)).toEqual([1, 'Sleep', 1]);
  });

  test('is shown where answers are not about people', () => {
    const open = caseRegionOf(
      [{ code: 'X01', needs: ['A | 1 | Health | Sleep'], options: ['A | 1 | Yes | 5 | ?far | A bed'] }],
      { aboutPeople: false },
    );
    const shown = data(rollUpPlan(open, made)).map(([, , , answer]) => answer);
    expect(shown).toEqual(['A', '1', 'Health', 'Sleep', 'A', '1', 'Yes', 5, 'far', 'A bed']);
  });
});

test('rows without a case reference count as one case of their partner, and belong to no need', () => {
  const [group, ...others] = prioritiesOf(
    caseRegionOf([
      {
        code: 'X01',
        needs: ['- | 1 | Health | -'],
        options: ['- | 1 | Yes | 5 | None | -', '- | 1 | Yes | 3 | None | -'],
      },
      { code: 'X02', needs: [], options: ['- | 1 | Yes | 4 | None | -'] },
    ]),
    priorities,
  );
  expect(others).toEqual([]);
  expect(group).toMatchObject({ by: ['Not known', 'None'], cases: 2, rows: 3, badlyServed: 2, rated: 3 });
});

test('a round without any return, and one in which no row counts, have no priorities', () => {
  for (const partners of [[], [{ code: 'X01', needs: [], options: ['A | 1 | No | 5 | None | -'] }]]) {
    const planned = rollUpPlan(caseRegionOf(partners), made);
    expect(plannedTable(planned, 'Priorities')).toEqual([['None.']]);
  }
});

test("the toolkit's own worked examples add up on a sheet of the instrument's own name", () => {
  const { title, sections, scales, priorities: real, example } = needsOutcomesOptions;
  const given = (key: string) => {
    const fields = sections.find((section) => section.key === key)?.fields ?? [];
    const rows = example?.entries[key] ?? [];
    return rows.map((row) => fields.map((field) => String(row[field.key] ?? '-')).join(' | '));
  };
  const region = caseRegionOf([{ code: 'X01', needs: given('needs'), options: given('options') }], {
    ...{ title, sections, scales },
    ...(real === undefined ? {} : { priorities: real }),
  });
  const [headings, ...rows] = plannedTable(rollUpPlan(region, made), 'Commissioning priorities');
  expect(headings?.slice(1, 4)).toEqual(['Domain of need', 'Kind of gap', 'Cases served badly']);
  const preferred = example?.entries['options']?.filter((row) => row['preferred'] === 'Yes') ?? [];
  expect(preferred.length).toBeGreaterThan(5);
  expect(rows.reduce((sum, row) => sum + Number(row[5]), 0)).toBe(preferred.length);
  expect(rows.flat()).not.toContain('Not known');
  // Only in this group are there two cases: EXAMPLE-4 at 2, and EXAMPLE-5 at 4.
  expect(rows[0]?.slice(0, 7)).toEqual([1, 'Parenting capacity: ensuring safety', 'Not enough of it', 1, 2, 2, 1]);
});

test.each([
  ['Commissioning priorities', 'Commissioning priorities'],
  ['  Two   spaces ', 'Two spaces'],
  ['x'.repeat(32), 'Priorities'],
  ['Needs: what next?', 'Priorities'],
  ['DATA', 'Priorities'],
  ['History', 'Priorities'],
])('priorities called %j have the sheet %j', (title, name) => {
  expect(prioritiesSheetName({ ...priorities, title })).toBe(name);
});

test('every row that counts is in one group, rated or not, however the answers fall', () => {
  const option = fc
    .tuple(
      fc.constantFrom('A', 'b', 'C', '-'),
      fc.constantFrom('1', '2', '-'),
      fc.constantFrom('Yes', 'No', '-'),
      fc.constantFrom('1', '2', '3', '4', '5', '-', '?x'),
      fc.constantFrom('None', 'Too far', '-', '?x'),
    )
    .map((cells) => cells.join(' | '));
  const partners = fc.array(fc.array(option, { maxLength: 12 }), { maxLength: 4 });
  fc.assert(
    fc.property(partners, (given) => {
      const needs = ['a | 1 | Health | -', 'B | 1 | Housing | -', 'B | 2 | Health | -'];
      const groups = prioritiesOf(
        caseRegionOf(given.map((options, index) => ({ code: `X0${index}`, needs, options }))),
        priorities,
      );
      const counted = given.flat().filter((row) => row.split(' | ')[2] === 'Yes').length;
      expect(groups.reduce((sum, { rows }) => sum + rows, 0)).toBe(counted);
      for (const { badlyServed, cases, rows, rated, partners: named } of groups) {
        expect(badlyServed).toBeLessThanOrEqual(cases);
        expect(cases).toBeLessThanOrEqual(rows);
        expect(rated).toBeLessThanOrEqual(rows);
        expect(named.length).toBeLessThanOrEqual(cases);
      }
      expect(groups.map(({ rank }) => rank)).toEqual(groups.map(({ rank }) => rank).toSorted((a, b) => a - b));
    }),
  );
});
