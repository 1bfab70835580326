import { beforeAll, describe, expect, test } from 'vitest';
import { writeRollUp } from '../../src/rollup/writeRollUp.ts';
import { address } from '../../src/spreadsheet/address.ts';
import type { RawWorkbook } from '../../src/spreadsheet/rawWorkbook.ts';
import { readPackage } from '../../src/spreadsheet/readPackage.ts';
import { regionOf } from './region.ts';
import { tableOf } from './tableOf.ts';

/**
 * A region that can be worked out by hand. Levels 1 to 3, z not applicable, - blank; items 1.1.1 and 1.2.1 and 2.1.2
 * are about people, the others about money; section 1 holds the first three.
 */
const region = regionOf([
  {
    code: '5E1',
    name: 'Ashmere',
    scores: '1 2 3 1 -',
    fields: {
      '1.1.1 evidence': '=cmd|calc',
      '1.1.1 action': 'Agree a plan "soon"',
      '1.1.1 lead': 'Head of commissioning',
      '1.1.1 due': '2027-03-31',
      '1.1.2 due': '?end of March',
      '2.1.1 lead': 'Finance lead',
    },
    participants: ['Sample person'],
  },
  { code: '0012', name: 'Bramblewick', scores: '3 3 3 3 3' },
  { code: 'X03', name: 'Coldharbour', scores: '1 z 2 2 3', late: true },
  { code: 'X04', name: 'Dunmarsh', scores: '- - - - -' },
  { code: 'X05', name: "Elm's & Oak" },
]);

let workbook: RawWorkbook;
beforeAll(async () => {
  workbook = readPackage(await writeRollUp(region, new Date('2027-01-04T09:00:00Z')));
});

const table = (sheet: string): ReturnType<typeof tableOf> => tableOf(workbook, sheet);

test('the sheets stand in the order in which they are read', () => {
  expect(workbook.sheets.map(({ name }) => name)).toEqual([
    'Notes',
    'Returns',
    'Heat map',
    'Questions',
    'Weakest areas',
    'Actions',
    'Data',
  ]);
});

test('the notes say how many returned, and that nothing is validated', () => {
  const notes = new Map(table('Notes').map(([topic, note]) => [topic, note]));
  expect(notes.get('Returns')).toBe(
    '4 of 5 partners have returned a workbook that could be used, 1 of them after the deadline.',
  );
  expect(notes.get('Figures')).toContain('nobody has validated');
  expect([notes.has('[x]'), notes.has('[z]'), notes.has('[w]')]).toEqual([true, true, true]);
  expect([notes.has('[n]'), notes.has('Editions')]).toEqual([false, false]);
});

test('returns: who, when, in time, coverage and position; no return is [x]', () => {
  expect(table('Returns')).toEqual([
    [
      'Region',
      'Partner code',
      'Partner',
      'Returned',
      'Deadline',
      'Coverage',
      'Position',
      'Errors',
      'Warnings',
      'Returns',
      'Refused',
      'Edition answered',
    ],
    ['Sample Region', '5E1', 'Ashmere', '2026-12-17 10:00', 'In time', 0.8, 'Red', 0, 0, 1, 0, '1'],
    ['Sample Region', '0012', 'Bramblewick', '2026-12-17 10:00', 'In time', 1, 'Green', 0, 0, 1, 0, '1'],
    ['Sample Region', 'X03', 'Coldharbour', '2026-12-19 10:00', 'Late', 1, 'Amber', 0, 0, 1, 0, '1'],
    ['Sample Region', 'X04', 'Dunmarsh', '2026-12-17 10:00', 'In time', 0, 'Not scored', 0, 0, 1, 0, '1'],
    ['Sample Region', 'X05', "Elm's & Oak", '[x]', '[x]', '[x]', '[x]', '[x]', '[x]', 0, 0, '[x]'],
  ]);
});

test('heat map: overall, then sections, then groups, in words', () => {
  expect(table('Heat map')).toEqual([
    ['Region', 'Partner code', 'Partner', 'Overall', '1 Needs', '2 Supply', 'People', 'Money'],
    ['Sample Region', '5E1', 'Ashmere', 'Red', 'Amber', 'Not scored', 'Not scored', 'Red'],
    ['Sample Region', '0012', 'Bramblewick', 'Green', 'Green', 'Green', 'Green', 'Green'],
    ['Sample Region', 'X03', 'Coldharbour', 'Amber', 'Red', 'Amber', 'Amber', 'Amber'],
    ['Sample Region', 'X04', 'Dunmarsh', 'Not scored', 'Not scored', 'Not scored', 'Not scored', 'Not scored'],
    ['Sample Region', 'X05', "Elm's & Oak", '[x]', '[x]', '[x]', '[x]', '[x]'],
  ]);
});

test('questions: counts at each level over those who returned', () => {
  expect(table('Questions')).toEqual([
    [
      'Ref',
      'Part',
      'Question',
      '1 Weak',
      '2 Fair',
      '3 Good',
      'Not applicable',
      'Blank',
      'Answered',
      'Median level',
      'Share at level 1',
    ],
    ['1.1.1', 'Needs', 'How good is 1.1.1?', 2, 0, 1, 0, 1, 3, 1, 2 / 3],
    ['1.1.2', 'Needs', 'How good is 1.1.2?', 0, 1, 1, 1, 1, 2, 2.5, 0],
    ['1.2.1', 'Needs', 'How good is 1.2.1?', 0, 1, 2, 0, 1, 3, 3, 0],
    ['2.1.1', 'Supply', 'How good is 2.1.1?', 1, 1, 1, 0, 1, 3, 2, 1 / 3],
    ['2.1.2', 'Supply', 'How good is 2.1.2?', 0, 0, 2, 0, 2, 2, 3, 0],
  ]);
});

test('weakest areas: largest share at level 1 first, with the partners named', () => {
  expect(table('Weakest areas').slice(1)).toEqual([
    [1, '1.1.1', 'How good is 1.1.1?', 'Needs', 2 / 3, 2, 3, 'Ashmere (5E1); Coldharbour (X03)'],
    [2, '2.1.1', 'How good is 2.1.1?', 'Supply', 1 / 3, 1, 3, 'Ashmere (5E1)'],
  ]);
});

test('actions: whatever was given, also what could not be read, and [w] for what was not', () => {
  const march31 = Date.UTC(2027, 2, 31) / 86_400_000 + 25_569;
  expect(table('Actions').slice(1)).toEqual([
    ['5E1', 'Ashmere', '1.1.1', 'How good is 1.1.1?', 1, 'Agree a plan "soon"', 'Head of commissioning', march31],
    ['5E1', 'Ashmere', '1.1.2', 'How good is 1.1.2?', 2, '[w]', '[w]', 'end of March'],
    ['5E1', 'Ashmere', '2.1.1', 'How good is 2.1.1?', 1, '[w]', 'Finance lead', '[w]'],
  ]);
});

describe('data', () => {
  test('one row for each answer of each partner who returned, blank and not applicable included', () => {
    const [header, ...rows] = table('Data');
    expect(header).toEqual(['Partner code', 'Question', 'Field', 'Answer', 'State', 'Partner', 'Region', 'Section']);
    // Four partners, five items of five fields; and two fields of the one participant.
    expect(rows).toHaveLength(4 * 5 * 5 + 2);
    expect(rows.filter(([code, question]) => code === '5E1' && question === '1.1.1')).toEqual([
      ['5E1', '1.1.1', 'Score', 1, 'Answered', 'Ashmere', 'Sample Region', 'Needs'],
      ['5E1', '1.1.1', 'Our evidence', '=cmd|calc', 'Answered', 'Ashmere', 'Sample Region', 'Needs'],
      ['5E1', '1.1.1', 'Action', 'Agree a plan "soon"', 'Answered', 'Ashmere', 'Sample Region', 'Needs'],
      ['5E1', '1.1.1', 'Lead', 'Head of commissioning', 'Answered', 'Ashmere', 'Sample Region', 'Needs'],
      ['5E1', '1.1.1', 'By when', '2027-03-31', 'Answered', 'Ashmere', 'Sample Region', 'Needs'],
    ]);
    expect(rows).toContainEqual([
      'X03',
      '1.1.2',
      'Score',
      '[z]',
      'Not applicable',
      'Coldharbour',
      'Sample Region',
      'Needs',
    ]);
    expect(rows).toContainEqual(['X04', '2.1.2', 'Score', '[w]', 'Blank', 'Dunmarsh', 'Sample Region', 'Supply']);
    expect(rows).toContainEqual([
      '5E1',
      'Participants 1',
      'Name',
      'Sample person',
      'Answered',
      'Ashmere',
      'Sample Region',
      'Participants',
    ]);
  });

  test('codes are text, and what begins with = is no formula', () => {
    const cells = [...(workbook.sheets.find(({ name }) => name === 'Data')?.rows.values() ?? [])].flatMap((row) => [
      ...row.values(),
    ]);
    const kinds = cells
      .filter(({ value }) => value.value === '5E1' || value.value === '0012')
      .map(({ value }) => value.kind);
    expect(new Set(kinds)).toEqual(new Set(['text']));
    expect(cells.filter(({ formula }) => formula).map(({ row, column }) => address(row, column))).toEqual([]);
  });
});

test('a round without any return says so on every sheet instead of failing', async () => {
  const empty = readPackage(
    await writeRollUp(regionOf([{ code: 'X01', name: 'Ashmere' }]), new Date('2027-01-04T09:00:00Z')),
  );
  const first = (sheet: string): unknown =>
    empty.sheets
      .find(({ name }) => name === sheet)
      ?.rows.get(5)
      ?.get(1)?.value.value;
  expect(['Weakest areas', 'Actions', 'Data'].map(first)).toEqual(['None.', 'None.', 'None.']);
});
