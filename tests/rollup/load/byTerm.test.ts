import { expect, test } from 'vitest';
import { sharedTerms } from '../../../src/rollup/figures/terms/sharedTerms.ts';
import { byTermPlan, writeByTerm } from '../../../src/rollup/writeByTerm.ts';
import { plannedSheet } from '../../planned.ts';
import { expectAsPlanned, plannedTable } from '../planned.ts';
import { levelled, termRollUpOf, yesNo } from '../termRollUp.ts';

const made = new Date('2027-01-04T09:00:00Z');
const ashmere = { areaName: 'Ashmere', areaCode: 'XA1' };

/**
 * Two instruments that can be worked out by hand. Of "Levelled", questions a and b are about planning, b and c about
 * buying; of "Yes or no", both are about planning. Under "Watching" nothing is asked.
 */
const region = termRollUpOf([
  {
    instrument: levelled,
    partners: [
      { code: 'X02', name: 'Two', ...ashmere, scores: { a: 1, b: 2, c: 3 } },
      { code: 'X01', name: 'One', areaName: ' ashmere ', scores: { a: 3, b: 3, c: 'z' } },
      { code: 'X03', name: 'Three', areaName: 'Birch', scores: { a: 2, b: '-', c: 'z' } },
      { code: 'X04', name: 'Four' },
    ],
  },
  {
    instrument: yesNo,
    partners: [
      { code: 'X01', name: 'One', ...ashmere, scores: { x: 1, y: 0 } },
      { code: 'C9', name: 'Council', ...ashmere },
      { code: 'X04', name: 'Four', scores: { x: 'z', y: 'z' } },
    ],
  },
]);

const workbook = byTermPlan(region, made);

test('the sheets are the areas, the terms, and the notes', () => {
  expect(workbook.sheets.map(({ name }) => name)).toEqual(['Side by side', 'By step', 'Notes']);
});

test('by term, area, instrument and partner: counts in the words of each scale, and the position by each rule', () => {
  expect(plannedTable(workbook, 'By step')).toEqual([
    [
      ...['Step of the work', 'Area', 'Partner code', 'Partner', 'Self-assessment', 'Position'],
      ...['Questions at each level', 'Coverage', 'Answered', 'Applicable', 'Not applicable'],
    ],
    ['Planning', 'Ashmere', 'X01', 'One', 'Levelled', 'Green', '0 at 1 Weak; 0 at 2 Fair; 2 at 3 Good', 1, 2, 2, 0],
    ['Planning', 'Ashmere', 'X02', 'Two', 'Levelled', 'Red', '1 at 1 Weak; 1 at 2 Fair; 0 at 3 Good', 1, 2, 2, 0],
    ['Planning', 'Ashmere', 'C9', 'Council', 'Yes or no', '[x]', '[x]', '[x]', '[x]', '[x]', '[x]'],
    // Half of the answers are No, and Red begins at three quarters; half are Yes, and Green begins above half.
    ['Planning', 'Ashmere', 'X01', 'One', 'Yes or no', 'Amber', '1 No; 1 Yes', 1, 2, 2, 0],
    [
      'Planning',
      'Birch',
      'X03',
      'Three',
      'Levelled',
      'Not scored',
      '0 at 1 Weak; 1 at 2 Fair; 0 at 3 Good',
      0.5,
      1,
      2,
      0,
    ],
    ['Planning', '[w]', 'X04', 'Four', 'Levelled', '[x]', '[x]', '[x]', '[x]', '[x]', '[x]'],
    ['Planning', '[w]', 'X04', 'Four', 'Yes or no', 'Not scored', '0 No; 0 Yes', '[z]', 0, 0, 2],
    ['Buying', 'Ashmere', 'X01', 'One', 'Levelled', 'Green', '0 at 1 Weak; 0 at 2 Fair; 1 at 3 Good', 1, 1, 1, 1],
    ['Buying', 'Ashmere', 'X02', 'Two', 'Levelled', 'Amber', '0 at 1 Weak; 1 at 2 Fair; 1 at 3 Good', 1, 2, 2, 0],
    ['Buying', 'Birch', 'X03', 'Three', 'Levelled', 'Not scored', '0 at 1 Weak; 0 at 2 Fair; 0 at 3 Good', 0, 0, 1, 1],
    ['Buying', '[w]', 'X04', 'Four', 'Levelled', '[x]', '[x]', '[x]', '[x]', '[x]', '[x]'],
  ]);
});

test('side by side: one row for each area and term, several partners listed with the worst first', () => {
  expect(plannedTable(workbook, 'Side by side')).toEqual([
    ['Area or partner', 'Step of the work', 'Levelled (3 of 4 returned)', 'Yes or no (2 of 3 returned)'],
    ['Ashmere', 'Planning', 'Red (X02), Green (X01)', 'Amber (X01), [x] (C9)'],
    ['Ashmere', 'Buying', 'Amber (X02), Green (X01)', '[z]'],
    ['Birch', 'Planning', 'Not scored', '[z]'],
    ['Birch', 'Buying', 'Not scored', '[z]'],
    ['Four (X04)', 'Planning', '[x]', 'Not scored'],
    ['Four (X04)', 'Buying', '[x]', '[z]'],
  ]);
});

test('what has not come back is grey, so that a column that few answered is', () => {
  const { formats } = plannedSheet(workbook, 'Side by side');
  expect(formats).toContainEqual({ range: 'C6:D11', colours: [{ formula: 'C6="[x]"', colour: 'grey' }] });
});

test('the notes give each instrument its returns, its levels and its rule, and say that levels are not averaged', () => {
  const notes = new Map(plannedTable(workbook, 'Notes').map(([topic, note]) => [topic, String(note)]));
  expect(notes.get('Levelled')).toContain('3 of 4 partners have returned');
  expect(notes.get('Yes or no')).toContain('2 of 3 partners have returned');
  expect(notes.get('Levels')).toContain('never added up or averaged');
  expect(notes.get('Levels of: Levelled')).toBe('1 Weak: It is weak.\n2 Fair: It is fair.\n3 Good: It is good.');
  expect(notes.get('Positions of: Yes or no')).toContain('Red: 75% or more of the answered questions are at No.');
  for (const mark of ['[x]', '[z]', '[w]']) expect(notes.has(mark)).toBe(true);
});

test('the notes say of which instrument some answered another edition', () => {
  const [first, ...others] = region.rollUps;
  if (first === undefined) throw new Error('The region has instruments');
  const counting = {
    ...{ id: 1, edition: '0', wording: 'of old', received: made, late: false, coverage: 1 },
    ...{ band: 'amber' as const, errors: 0, warnings: 0, isByHand: false },
  };
  const partners = first.partners.map((one, index) => (index === 0 ? { ...one, counting } : one));
  const planned = byTermPlan({ ...region, rollUps: [{ ...first, partners }, ...others] }, made);
  const notes = new Map(plannedTable(planned, 'Notes').map(([topic, note]) => [topic, String(note)]));
  expect(notes.get('Editions of: Levelled')).toContain('1 of the returns answered another edition');
  expect(notes.has('Editions of: Yes or no')).toBe(false);
});

test('areas of one name and different codes are different areas', () => {
  const scores = { a: 1, b: 1, c: 1 };
  const partners = [
    { code: 'X01', name: 'One', areaName: 'Newport', areaCode: 'A1', scores },
    { code: 'X02', name: 'Two', areaName: 'Newport', areaCode: 'A2', scores },
    { code: 'X03', name: 'Three', areaCode: 'A3', scores },
  ];
  const planned = byTermPlan(termRollUpOf([{ instrument: levelled, partners }]), made);
  expect(plannedTable(planned, 'Side by side').slice(1)).toEqual([
    ['A3', 'Planning', 'Red'],
    ['A3', 'Buying', 'Red'],
    ['Newport (A1)', 'Planning', 'Red'],
    ['Newport (A1)', 'Buying', 'Red'],
    ['Newport (A2)', 'Planning', 'Red'],
    ['Newport (A2)', 'Buying', 'Red'],
  ]);
});

test('two instruments of one title have columns of their own', () => {
  const twin = { ...levelled, key: 'twin' };
  const partners = [{ code: 'X01', name: 'One' }];
  const planned = byTermPlan(
    termRollUpOf([
      { instrument: levelled, partners },
      { instrument: twin, partners },
    ]),
    made,
  );
  const [headings] = plannedTable(planned, 'Side by side');
  expect(headings?.slice(2)).toEqual(['Levelled (0 of 1 returned)', 'Levelled (0 of 1 returned) (2)']);
});

test('a round without partners says so', () => {
  const planned = byTermPlan(termRollUpOf([{ instrument: levelled, partners: [] }]), made);
  expect(['By step', 'Side by side'].map((sheet) => plannedTable(planned, sheet))).toEqual([[['None.']], [['None.']]]);
});

test('what is written is what is planned, and equal input gives equal bytes', async () => {
  expectAsPlanned(await writeByTerm(region, made), workbook);
  expect(Buffer.from(await writeByTerm(region, made)).equals(await writeByTerm(region, made))).toBe(true);
});

test('a vocabulary is merged from those of the instruments, and differences are reported', () => {
  const other = (title: string) => ({
    ...yesNo,
    vocabularies: [
      {
        key: 'step',
        title: 'Steps',
        terms: [
          { key: 'plan', title },
          { key: 'rest', title: 'Rest' },
        ],
      },
    ],
  });
  const together = sharedTerms([levelled, other('  PLANNING ')], 'step');
  expect(together?.terms.map(({ key, title }) => [key, title])).toEqual([
    ['plan', 'Planning'],
    ['buy', 'Buying'],
    ['watch', 'Watching'],
    ['rest', 'Rest'],
  ]);
  expect(together?.clashes).toEqual([]);
  expect(sharedTerms([levelled, other('Plotting')], 'step')?.clashes).toEqual([
    {
      term: 'plan',
      titles: [
        ['levelled', 'Planning'],
        ['yes-no', 'Plotting'],
      ],
    },
  ]);
  expect(sharedTerms([levelled, yesNo], 'phase')).toBeUndefined();
});
