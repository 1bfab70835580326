import { describe, expect, test } from 'vitest';
import { citedEvidence } from '../../../src/rollup/figures/evidence.ts';
import { rollUpPlan, writeRollUp } from '../../../src/rollup/writeRollUp.ts';
import { address } from '../../../src/spreadsheet/model/address.ts';
import { dateSerial } from '../../../src/spreadsheet/model/daySerial.ts';
import { readPackage } from '../../../src/spreadsheet/read/readPackage.ts';
import { plannedTable } from '../planned.ts';
import { regionOf } from '../region.ts';

/**
 * A region that can be worked out by hand. Levels 1 to 3, z not applicable, - blank; items 1.1.1 and 1.2.1 and 2.1.2
 * are about people, the others about money; section 1 holds the first three. Two of the five are of another region, of
 * which one has not returned.
 */
const region = regionOf([
  {
    code: '5E1',
    name: 'Ashmere',
    scores: '1 2 3 1 -',
    fields: {
      '1.1.1 evidence': '=cmd|calc',
      '1.2.1 evidence': 'Plan\n of  May',
      '1.1.1 action': 'Agree a plan "soon"',
      '1.1.1 lead': 'Head of commissioning',
      '1.1.1 due': '2027-03-31',
      '1.1.2 due': '?end of March',
      '2.1.1 lead': 'Finance lead',
    },
    participants: ['Sample person'],
  },
  { code: '0012', name: 'Bramblewick', scores: '3 3 3 3 3' },
  { code: 'X03', name: 'Coldharbour', scores: '1 z 2 2 3', late: true, region: 'Far Region' },
  { code: 'X04', name: 'Dunmarsh', scores: '- - - - -' },
  { code: 'X05', name: "Elm's & Oak", region: 'Far Region' },
]);

const made = new Date('2027-01-04T09:00:00Z');
const workbook = rollUpPlan(region, made);

const table = (sheet: string): ReturnType<typeof plannedTable> => plannedTable(workbook, sheet);

test('the sheets are in the order in which they are read, and the contents lead to each', () => {
  const names = [
    ...['Board summary', 'Contents', 'Notes', 'Positions', 'Summary', 'By region', 'Heat map', 'Answers', 'Response'],
    ...['Returns', 'Questions', 'Weakest areas', 'Strengths', 'Actions', 'Evidence', 'Data'],
  ];
  expect(workbook.sheets.map(({ name }) => name)).toEqual(names);
  const contents = table('Contents').slice(1);
  expect(contents.map(([name]) => name)).toEqual(names.filter((name) => name !== 'Contents'));
});

test('the rule of positions has its figures in cells', () => {
  expect(table('Positions').map(([position, , share, count]) => [position, share, count])).toEqual([
    ['Position', 'Share', 'Most questions at the lowest level'],
    ['Not scored', 0.75, '[z]'],
    ['Red', 0.5, '[z]'],
    ['Green', 0.5, 0],
    ['Amber', '[z]', '[z]'],
  ]);
});

test('the notes say how many returned, and that nothing is validated', () => {
  const notes = new Map(table('Notes').map(([topic, note]) => [topic, note]));
  expect(notes.get('Returns')).toBe(
    '4 of 5 partners have returned a workbook that could be used, 1 of them after the deadline.',
  );
  expect(notes.get('Figures')).toContain('have not been validated');
  expect([notes.has('[x]'), notes.has('[z]'), notes.has('[w]')]).toEqual([true, true, true]);
  expect([notes.has('[n]'), notes.has('Editions')]).toEqual([false, false]);
});

test('response: the rate by region, and of all partners first', () => {
  expect(table('Response')).toEqual([
    ['Region', 'Partners', 'In time', 'Late', 'Returned', 'No return', 'Response rate', 'Partner by partner'],
    ['All partners', 5, 3, 1, 4, 1, 0.8, 'Returns'],
    ['Far Region', 2, 0, 1, 1, 1, 0.5, 'Returns: Far Region'],
    ['Sample Region', 3, 3, 0, 3, 0, 1, 'Returns: Sample Region'],
  ]);
});

test('returns: who, when, in time, coverage and position; no return is [x]', () => {
  const [issued, inTime, late] = ['2026-11-02T09:00:00Z', '2026-12-17T10:00:00Z', '2026-12-19T10:00:00Z'].map((time) =>
    dateSerial(new Date(time)),
  );
  expect(table('Returns')).toEqual([
    [
      ...['Region', 'Partner code', 'Partner', 'Issued', 'Returned', 'Deadline', 'Coverage', 'Position', 'Errors'],
      ...['Warnings', 'Returns', 'Superseded', 'Refused', 'Edition answered'],
    ],
    ['Far Region', 'X03', 'Coldharbour', issued, late, 'Late', 1, 'Amber', 0, 0, 1, 0, 0, '1'],
    ['Far Region', 'X05', "Elm's & Oak", issued, '[x]', '[x]', '[x]', '[x]', '[x]', '[x]', 0, 0, 0, '[x]'],
    ['Sample Region', '5E1', 'Ashmere', issued, inTime, 'In time', 0.8, 'Red', 0, 0, 1, 0, 0, '1'],
    ['Sample Region', '0012', 'Bramblewick', issued, inTime, 'In time', 1, 'Green', 0, 0, 1, 0, 0, '1'],
    ['Sample Region', 'X04', 'Dunmarsh', issued, inTime, 'In time', 0, 'Not scored', 0, 0, 1, 0, 0, '1'],
  ]);
});

test('summary: the answers of all partners together by the rule for one, a table for each view, the weakest part first', () => {
  const headings = [
    ...['Part', 'Position', 'Share at level 1', 'Share at level 3', 'Partners Red', 'Partners Amber', 'Partners Green'],
    ...['Partners Not scored', '1 Weak', '2 Fair', '3 Good', 'Median level', 'Coverage', 'Not applicable'],
    ...['Unanswered', 'Answered', 'Partners who answered', 'Name in charts'],
  ];
  const title = (text: string) => [text, ...headings.slice(1).map(() => undefined)];
  expect(table('Summary')).toEqual([
    headings,
    ['Overall', 'Not scored', 3 / 13, 7 / 13, 1, 1, 1, 1, 3, 3, 7, 3, 13 / 19, 1, 6, 13, 3, 'Overall'],
    ['1 Needs', 'Not scored', 2 / 8, 4 / 8, 1, 1, 1, 1, 2, 2, 4, 2.5, 8 / 11, 1, 3, 8, 3, '1 Needs'],
    ['2 Supply', 'Not scored', 1 / 5, 3 / 5, 0, 1, 1, 2, 1, 1, 3, 3, 5 / 8, 0, 3, 5, 3, '2 Supply'],
    title('Subjects'),
    headings,
    ['People', 'Not scored', 2 / 8, 5 / 8, 0, 1, 1, 2, 2, 1, 5, 3, 8 / 12, 0, 4, 8, 3, 'People'],
    ['Money', 'Not scored', 1 / 5, 2 / 5, 1, 1, 1, 1, 1, 2, 2, 2, 5 / 7, 1, 2, 5, 3, 'Money'],
  ]);
});

test('by region: the same for the partners of each, side by side', () => {
  const [north, south] = ['Far Region', 'Sample Region'];
  const [overall, parts, subjects] = ['Overall', 'Parts', 'Subjects'];
  const [farLink, ownLink] = ['Far Region: heat map', 'Sample Region: heat map'];
  expect(table('By region').slice(1)).toEqual([
    ['Overall', north, 'Amber', 1 / 4, 1 / 4, 0, 1, 0, 0, 1, 2, 1, 2, 1, 1, 0, 4, 1, overall, 2, farLink],
    ['Overall', south, 'Not scored', 2 / 9, 6 / 9, 1, 0, 1, 1, 2, 1, 6, 3, 9 / 15, 0, 6, 9, 2, overall, 3, ownLink],
    ['1 Needs', north, 'Red', 1 / 2, 0, 1, 0, 0, 0, 1, 1, 0, 1.5, 1, 1, 0, 2, 1, parts, 2, farLink],
    ['1 Needs', south, 'Not scored', 1 / 6, 4 / 6, 0, 1, 1, 1, 1, 1, 4, 3, 6 / 9, 0, 3, 6, 2, parts, 3, ownLink],
    ['2 Supply', north, 'Amber', 0, 1 / 2, 0, 1, 0, 0, 0, 1, 1, 2.5, 1, 0, 0, 2, 1, parts, 2, farLink],
    ['2 Supply', south, 'Not scored', 1 / 3, 2 / 3, 0, 0, 1, 2, 1, 0, 2, 3, 3 / 6, 0, 3, 3, 2, parts, 3, ownLink],
    ['People', north, 'Amber', 1 / 3, 1 / 3, 0, 1, 0, 0, 1, 1, 1, 2, 1, 0, 0, 3, 1, subjects, 2, farLink],
    ['People', south, 'Not scored', 1 / 5, 4 / 5, 0, 0, 1, 2, 1, 0, 4, 3, 5 / 9, 0, 4, 5, 2, subjects, 3, ownLink],
    ['Money', north, 'Amber', 0, 0, 0, 1, 0, 0, 0, 1, 0, 2, 1, 1, 0, 1, 1, subjects, 2, farLink],
    ['Money', south, 'Not scored', 1 / 4, 2 / 4, 1, 0, 1, 1, 1, 1, 2, 2.5, 4 / 6, 0, 2, 4, 2, subjects, 3, ownLink],
  ]);
});

test('charts: two for the board; one for each view; regions side by side in the whole and in each section', () => {
  const charts = workbook.sheets.flatMap(({ name, charts: own }) => own.map((chart) => `${name}: ${chart.title}`));
  expect(charts).toEqual([
    'Board summary: Partners by position, overall and by part',
    'Board summary: The 2 weakest questions by level',
    'Summary: Parts: answers of all partners by level',
    'Summary: Subjects: answers of all partners by level',
    'By region: Overall: answers by level, region by region',
    'By region: 1 Needs: answers by level, region by region',
    'By region: 2 Supply: answers by level, region by region',
  ]);
});

test('heat map: all together; then by region the worst first, overall, then sections, then groups, in words', () => {
  const notScored = 'Not scored';
  expect(table('Heat map')).toEqual([
    ['Region', 'Partner code', 'Partner', 'Overall', '1 Needs', '2 Supply', 'People', 'Money'],
    ['All partners', '[z]', 'All their answers together', ...Array.from({ length: 5 }, () => notScored)],
    ['Far Region', 'X03', 'Coldharbour', 'Amber', 'Red', 'Amber', 'Amber', 'Amber'],
    ['Far Region', 'X05', "Elm's & Oak", '[x]', '[x]', '[x]', '[x]', '[x]'],
    ['Sample Region', '5E1', 'Ashmere', 'Red', 'Amber', notScored, notScored, 'Red'],
    ['Sample Region', '0012', 'Bramblewick', 'Green', 'Green', 'Green', 'Green', 'Green'],
    ['Sample Region', 'X04', 'Dunmarsh', ...Array.from({ length: 5 }, () => notScored)],
  ]);
});

test('answers: the same partners by question, with medians above', () => {
  expect(table('Answers')).toEqual([
    ['Region', 'Partner code', 'Partner', '1.1.1', '1.1.2', '1.2.1', '2.1.1', '2.1.2'],
    ['All partners', '[z]', 'Median level', 1, 2.5, 3, 2, 3],
    ['Far Region', 'X03', 'Coldharbour', 1, '[z]', 2, 2, 3],
    ['Far Region', 'X05', "Elm's & Oak", '[x]', '[x]', '[x]', '[x]', '[x]'],
    ['Sample Region', '5E1', 'Ashmere', 1, 2, 3, 1, '[w]'],
    ['Sample Region', '0012', 'Bramblewick', 3, 3, 3, 3, 3],
    ['Sample Region', 'X04', 'Dunmarsh', '[w]', '[w]', '[w]', '[w]', '[w]'],
  ]);
});

test('questions: counts at each level over those who returned, the weakest first, and where their answers are', () => {
  expect(table('Questions')).toEqual([
    [
      ...['Ref', 'Question', '1 Weak', '2 Fair', '3 Good', 'Not applicable', 'Unanswered', 'Answered'],
      ...['Median level', 'Share at level 1', 'Part', 'Subjects', 'Rows in Data'],
    ],
    ['1.1.1', 'How good is 1.1.1?', 2, 0, 1, 0, 1, 3, 1, 2 / 3, '1 Needs', 'People', 'Rows 6 to 9'],
    ['2.1.1', 'How good is 2.1.1?', 1, 1, 1, 0, 1, 3, 2, 1 / 3, '2 Supply', 'Money', 'Rows 66 to 69'],
    ['1.1.2', 'How good is 1.1.2?', 0, 1, 1, 1, 1, 2, 2.5, 0, '1 Needs', 'Money', 'Rows 26 to 29'],
    ['1.2.1', 'How good is 1.2.1?', 0, 1, 2, 0, 1, 3, 3, 0, '1 Needs', 'People', 'Rows 46 to 49'],
    ['2.1.2', 'How good is 2.1.2?', 0, 0, 2, 0, 2, 2, 3, 0, '2 Supply', 'People', 'Rows 86 to 89'],
  ]);
  const rows = table('Data').slice(66 - 5, 69 - 5 + 1);
  expect(rows.map(([code, question, field, , , , , , counted]) => [code, question, field, counted])).toEqual([
    ['5E1', '2.1.1', 'Score', '2.1.1 is 1 Weak'],
    ['0012', '2.1.1', 'Score', '2.1.1 is 3 Good'],
    ['X03', '2.1.1', 'Score', '2.1.1 is 2 Fair'],
    ['X04', '2.1.1', 'Score', '2.1.1 is Unanswered'],
  ]);
});

test('weakest areas: largest share at level 1 first, with the partners named', () => {
  expect(table('Weakest areas').slice(1)).toEqual([
    [1, '1.1.1', 'How good is 1.1.1?', 'Needs', 2 / 3, 2, 3, 'Ashmere (5E1); Coldharbour (X03)', 'Rows 6 to 9'],
    [2, '2.1.1', 'How good is 2.1.1?', 'Supply', 1 / 3, 1, 3, 'Ashmere (5E1)', 'Rows 66 to 69'],
  ]);
});

test('strengths: questions with more at the best level than at the lowest, largest share first, with what is cited', () => {
  expect(table('Strengths').slice(1)).toEqual([
    [1, '2.1.2', 'How good is 2.1.2?', 'Supply', 1, 2, 2, '[w]', 'Rows 86 to 89'],
    [2, '1.2.1', 'How good is 1.2.1?', 'Needs', 2 / 3, 2, 3, 'Ashmere (5E1): Plan of May', 'Rows 46 to 49'],
    [3, '1.1.2', 'How good is 1.1.2?', 'Needs', 1 / 2, 1, 2, '[w]', 'Rows 26 to 29'],
  ]);
});

test('evidence: all that is cited, as it was written', () => {
  expect(table('Evidence')).toEqual([
    ['Ref', 'Question', 'Partner code', 'Partner', 'Score', 'Evidence'],
    ['1.1.1', 'How good is 1.1.1?', '5E1', 'Ashmere', 1, '=cmd|calc'],
    ['1.2.1', 'How good is 1.2.1?', '5E1', 'Ashmere', 3, 'Plan\n of  May'],
  ]);
});

test('evidence: where a section has no score, none is missing', () => {
  const sections = region.instrument.sections.map((section) => ({
    ...section,
    fields: section.fields.filter(({ kind }) => kind !== 'score'),
  }));
  const cited = [...citedEvidence({ ...region, instrument: { ...region.instrument, sections } })];
  expect(cited.map(({ item, scoreShown }) => [item, scoreShown])).toEqual([
    ['1.1.1', '[z]'],
    ['1.2.1', '[z]'],
  ]);
});

test('actions: whatever was given, also what could not be read, and [w] for what was not', () => {
  const march31 = Date.UTC(2027, 2, 31) / 86_400_000 + 25_569;
  expect(table('Actions').slice(1)).toEqual([
    [
      '5E1',
      'Ashmere',
      '1.1.1',
      'How good is 1.1.1?',
      1,
      'Agree a plan "soon"',
      'Head of commissioning',
      march31,
      'Not yet',
    ],
    ['5E1', 'Ashmere', '1.1.2', 'How good is 1.1.2?', 2, '[w]', '[w]', 'end of March', 'No date'],
    ['5E1', 'Ashmere', '2.1.1', 'How good is 2.1.1?', 1, '[w]', 'Finance lead', '[w]', '[w]'],
  ]);
});

describe('data', () => {
  test('one row for each answer of each partner who returned, blank and not applicable included', () => {
    const [header, ...rows] = table('Data');
    expect(header).toEqual([
      ...['Partner code', 'Question', 'Field', 'Answer', 'State', 'Partner', 'Region', 'Section', 'Counted as'],
    ]);
    // Four partners, five items of five fields; and two fields of the one participant.
    expect(rows).toHaveLength(4 * 5 * 5 + 2);
    expect(rows.filter(([code, question]) => code === '5E1' && question === '1.1.1')).toEqual([
      ['5E1', '1.1.1', 'Score', 1, 'Answered', 'Ashmere', 'Sample Region', 'Needs', '1.1.1 is 1 Weak'],
      ['5E1', '1.1.1', 'Our evidence', '=cmd|calc', 'Answered', 'Ashmere', 'Sample Region', 'Needs', 'In no count'],
      ['5E1', '1.1.1', 'Action', 'Agree a plan "soon"', 'Answered', 'Ashmere', 'Sample Region', 'Needs', 'In no count'],
      ['5E1', '1.1.1', 'Lead', 'Head of commissioning', 'Answered', 'Ashmere', 'Sample Region', 'Needs', 'In no count'],
      ['5E1', '1.1.1', 'By when', '2027-03-31', 'Answered', 'Ashmere', 'Sample Region', 'Needs', 'In no count'],
    ]);
    expect(rows).toContainEqual([
      'X03',
      '1.1.2',
      'Score',
      '[z]',
      'Not applicable',
      'Coldharbour',
      'Far Region',
      'Needs',
      '1.1.2 is Not applicable',
    ]);
    expect(rows).toContainEqual([
      'X04',
      '2.1.2',
      'Score',
      '[w]',
      'Unanswered',
      'Dunmarsh',
      'Sample Region',
      'Supply',
      '2.1.2 is Unanswered',
    ]);
    expect(rows).toContainEqual([
      '5E1',
      'Participants 1',
      'Name',
      'Sample person',
      'Answered',
      'Ashmere',
      'Sample Region',
      'Participants',
      'In no count',
    ]);
  });

  test('codes are written as text, and what begins with = is no formula', async () => {
    const written = readPackage(await writeRollUp(region, made));
    const cells = [...(written.sheets.find(({ name }) => name === 'Data')?.rows.values() ?? [])].flatMap((row) => [
      ...row.values(),
    ]);
    const kinds = cells
      .filter(({ value }) => value.value === '5E1' || value.value === '0012')
      .map(({ value }) => value.kind);
    expect(new Set(kinds)).toEqual(new Set(['text']));
    expect(cells.filter(({ formula }) => formula).map(({ row, column }) => address(row, column))).toEqual([]);
  });
});

test('an action is overdue when it was due before the day that is given, and not on that day', () => {
  const overdue = (overdueAt: string) =>
    plannedTable(rollUpPlan(region, made, { overdueAt }), 'Actions').map((row) => row.at(-1));
  expect(overdue('2027-03-31')).toEqual(['Overdue', 'Not yet', 'No date', '[w]']);
  expect(overdue('2027-04-01')).toEqual(['Overdue', 'Overdue', 'No date', '[w]']);
});

test('an action is due on a day in words, too', () => {
  const words = regionOf([
    {
      code: '5E1',
      name: 'Harbour',
      scores: '1 2 3 3 3',
      fields: { '1.1.1 due': '31/03/2027', '1.1.2 due': 'in spring' },
    },
  ]);
  const rows = plannedTable(rollUpPlan(words, new Date('2027-05-04T09:00:00Z')), 'Actions');
  expect(rows.slice(1).map((row) => row.at(-1))).toEqual(['Overdue', 'No date']);
});

test('a round without any return says so on every sheet instead of failing', () => {
  const empty = rollUpPlan(regionOf([{ code: 'X01', name: 'Ashmere' }]), made);
  for (const sheet of ['Weakest areas', 'Actions', 'Data']) expect(plannedTable(empty, sheet)).toEqual([['None.']]);
});
