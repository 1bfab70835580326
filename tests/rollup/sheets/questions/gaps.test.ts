import { expect, test } from 'vitest';
import { anonymise } from '../../../../src/rollup/disclosure/anonymous.ts';
import { rollUpPlan } from '../../../../src/rollup/writeRollUp.ts';
import { caseDefinition, caseRegionOf } from '../../caseRegion.ts';
import { plannedContents, plannedTable } from '../../planned.ts';

const made = new Date('2027-01-04T09:00:00Z');
const { priorities } = caseDefinition;
if (priorities === undefined) throw new Error('The sample has priorities');
const inWords = { priorities: { ...priorities, missing: 'missing' } };

/** Five cases of three partners lack too little health; four of three, too far; and five of two, too little housing. */
const region = caseRegionOf(
  [
    {
      code: 'X01',
      needs: ['A | 1 | Health | -', 'B | 1 | Health | -', 'C | 1 | Housing | -', 'D | 1 | Housing | -'],
      options: [
        'A | 1 | Yes | 5 | Too little | Two more nurses',
        'B | 1 | Yes | 4 | Too little | A clinic in the evening',
        'A | 1 | Yes | 5 | Too far | A bus to the clinic',
        'A | 1 | No | 5 | Too little | Not preferred',
        'C | 1 | Yes | 5 | Too little | A flat for Sam',
        'D | 1 | Yes | 5 | Too little | A flat for Jo',
      ],
    },
    {
      code: 'X02',
      needs: [
        'A | 1 | Health | -',
        'B | 1 | Health | -',
        'C | 1 | Housing | -',
        'D | 1 | Housing | -',
        'E | 1 | Housing | -',
      ],
      options: [
        'A | 1 | Yes | 4 | Too little | two more  NURSES',
        'B | 1 | Yes | 4 | Too little | -',
        'A | 1 | Yes | 5 | Too far | A bus',
        'C | 1 | Yes | 5 | Too little | A flat for Kim',
        'D | 1 | Yes | 5 | Too little | A house',
        'E | 1 | Yes | 5 | Too little | A room',
      ],
    },
    {
      code: 'X03',
      needs: ['A | 1 | Health | -', 'B | 1 | Health | -'],
      options: [
        'A | 1 | Yes | 5 | Too little | =A clinic at school',
        'A | 1 | Yes | 5 | Too far | A bus for Alex',
        'B | 1 | Yes | 5 | Too far | A taxi',
      ],
    },
  ],
  inWords,
);

test('the texts of a gap are listed once each, of groups of at least five cases and three partners', () => {
  expect(plannedTable(rollUpPlan(region, made), 'Gaps')).toEqual([
    ['Rank', 'Domain', 'Gap', 'Cases', 'What is missing'],
    [1, 'Health', 'Too little', 5, '=A clinic at school'],
    [1, 'Health', 'Too little', 5, 'A clinic in the evening'],
    [1, 'Health', 'Too little', 5, 'two more  NURSES'],
    [1, 'Housing', 'Too little', 5, '[c]'],
    [3, 'Health', 'Too far', 4, '[c]'],
  ]);
});

test('texts of smaller groups, and who wrote a text, are nowhere in the roll-up', () => {
  const sheets = plannedContents(rollUpPlan(region, made));
  expect(JSON.stringify(sheets)).not.toMatch(/\b(?:Sam|Jo|Kim|Alex|taxi)\b/);
});

test('a large group of which nobody says what is missing is marked as unanswered', () => {
  const cases = (code: string, some: readonly string[]) => ({
    code,
    needs: some.map((one) => `${one} | 1 | Health | -`),
    options: some.map((one) => `${one} | 1 | Yes | 5 | Too little | -`),
  });
  const silent = caseRegionOf([cases('X01', ['A', 'B']), cases('X02', ['A', 'B']), cases('X03', ['A'])], inWords);
  expect(plannedTable(rollUpPlan(silent, made), 'Gaps')[1]).toEqual([1, 'Health', 'Too little', 5, '[w]']);
});

test('an anonymous roll-up shows no text at all', () => {
  const anonymous = anonymise(region, new Uint8Array(32));
  const [, ...rows] = plannedTable(rollUpPlan(anonymous, made), 'Gaps');
  expect(rows.map((row) => row.at(-1))).toEqual(['[c]', '[c]', '[c]']);
});

test('the notes say from which size texts are shown', () => {
  const note = plannedTable(rollUpPlan(region, made), 'Notes').find(([topic]) => topic === 'Gaps');
  expect(note?.[1]).toContain('at least 5 cases and 3 partners');
});

test('a definition that names no such field has no such sheet', () => {
  const plain = caseRegionOf([{ code: 'X01', needs: [], options: [] }]);
  expect(rollUpPlan(plain, made).sheets.map(({ name }) => name)).not.toContain('Gaps');
});
