import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pctSelfAssessment } from '../../../definitions/pct-self-assessment.ts';
import type { Instrument } from '../../../src/instrument/model/schema.ts';
import { changeSince } from '../../../src/rollup/figures/change.ts';
import { rollUpPlan } from '../../../src/rollup/writeRollUp.ts';
import { plannedSheet } from '../../planned.ts';
import { comparedWith } from '../comparedRegion.ts';
import { largeRegion } from '../largeRegion.ts';
import { plannedTable } from '../planned.ts';
import { regionOf } from '../region.ts';

/** Levels of 1.1.1, 1.1.2, 1.2.1, 2.1.1 and 2.1.2; z not applicable, - blank. */
const now = regionOf([
  { code: '5E1', name: 'Ashmere', scores: '2 2 3 1 -' },
  { code: '0012', name: 'Bramblewick', scores: '3 3 3 3 3' },
  { code: 'X03', name: 'Coldharbour', scores: '1 z 2 2 3' },
  { code: 'X04', name: 'Dunmarsh' },
  { code: 'X05', name: 'Elm' },
  { code: 'X06', name: 'Fenny', scores: '1 1 1 1 1' },
]);
const last = regionOf([
  { code: '5E1', name: 'Ashmere', scores: '1 3 3 2 3' },
  { code: '0012', name: 'Bramblewick', scores: '3 1 z 3 -' },
  { code: 'X03', name: 'Coldharbour', scores: '2 2 2 3 3' },
  { code: 'X04', name: 'Dunmarsh', scores: '1 1 1 1 1' },
  { code: 'X05', name: 'Elm' },
  { code: 'X99', name: 'Gone since', scores: '3 3 3 3 3' },
]);
/** In the year before, 2.1.1 read differently and 2.1.2 was not asked. */
const lastInstrument: Instrument = {
  ...last.instrument,
  edition: '0',
  sections: last.instrument.sections.map((section) =>
    section.shape === 'entries'
      ? section
      : {
          ...section,
          activities: section.activities.map((activity) => ({
            ...activity,
            items: activity.items
              .filter(({ key }) => key !== '2.1.2')
              .map((item) => (item.key === '2.1.1' ? { ...item, question: 'What was asked then?' } : item)),
          })),
        },
  ),
};
const compared = comparedWith(now, {
  ...last,
  instrument: lastInstrument,
  round: { ...last.round, round: '2025', edition: '0' },
});

const made = new Date('2027-02-01T09:00:00Z');
const workbook = rollUpPlan(compared, made);

const table = (sheet: string): ReturnType<typeof plannedTable> => plannedTable(workbook, sheet);

test('by question: who moved up or down, and how many cannot be compared for which reason', () => {
  const [headings, ...rows] = table('Change');
  expect(headings?.slice(3)).toEqual([
    'Moved up',
    'The same',
    'Moved down',
    'Compared',
    'No return then',
    'No return now',
    'Question changed',
    'Not applicable',
    'Unanswered',
    'Answers now',
  ]);
  // Three partners returned in both rounds, one only now; two have not returned now.
  expect(rows.map(([ref, , , ...counts]) => [ref, ...counts])).toEqual([
    ['1.1.1', 1, 1, 1, 3, 1, 2, 0, 0, 0, 'Rows 6 to 9'],
    ['1.1.2', 1, 0, 1, 2, 1, 2, 0, 1, 0, 'Rows 26 to 29'],
    ['1.2.1', 0, 2, 0, 2, 1, 2, 0, 1, 0, 'Rows 46 to 49'],
    ['2.1.1', '[b]', '[b]', '[b]', 0, 1, 2, 3, 0, 0, 'Rows 66 to 69'],
    ['2.1.2', '[b]', '[b]', '[b]', 0, 1, 2, 3, 0, 0, 'Rows 86 to 89'],
  ]);
});

test('by part: the same over all questions of a part', () => {
  expect(table('Change by part')).toEqual([
    [
      ...['Part', 'Moved up', 'The same', 'Moved down', 'Compared', 'Share up', 'Share down'],
      ...['Share at level 3 in 2025', 'Share at level 3 in 2026', 'No return then', 'No return now'],
      ...['Question changed', 'Not applicable', 'Unanswered', 'View'],
    ],
    ['All questions', 2, 3, 2, 7, 2 / 7, 2 / 7, 3 / 7, 3 / 7, 5, 10, 6, 2, 0, 'All'],
    ['1 Needs', 2, 3, 2, 7, 2 / 7, 2 / 7, 3 / 7, 3 / 7, 3, 6, 0, 2, 0, 'Parts'],
    ['2 Supply', '[b]', '[b]', '[b]', 0, '[b]', '[b]', '[b]', '[b]', 2, 4, 6, 0, 0, 'Parts'],
    ['People', 1, 3, 1, 5, 1 / 5, 1 / 5, 2 / 5, 2 / 5, 3, 6, 3, 1, 0, 'Subjects'],
    ['Money', 1, 0, 1, 2, 1 / 2, 1 / 2, 1 / 2, 1 / 2, 2, 4, 3, 1, 0, 'Subjects'],
  ]);
});

test('a radar has this round beside the earlier one, where all parts of a view are compared', () => {
  const many = largeRegion(pctSelfAssessment, 12);
  const then = largeRegion(pctSelfAssessment, 12, 7);
  const plan = rollUpPlan(comparedWith(many, { ...then, round: { ...then.round, round: '2025' } }), made);
  const { charts, long } = plannedSheet(plan, 'Change by part');
  expect(charts.map(({ kind, title }) => [kind, title])).toEqual([
    ['radar', 'Parts of the commissioning cycle: share at level 3, 2025 and 2026'],
    ['radar', 'Balanced scorecard: share at level 3, 2025 and 2026'],
  ]);
  const rows = [...(long?.rows ?? [])];
  expect(charts[0]?.series.map(({ values }) => values.values)).toEqual([
    rows.slice(1, 7).map((row) => row[7]),
    rows.slice(1, 7).map((row) => row[8]),
  ]);
  expect(plannedSheet(workbook, 'Change by part').charts).toEqual([]);
});

test('by partner: how many questions moved, and the net movement of each part as numbers', () => {
  const [headings, ...rows] = table('Change by partner');
  expect(headings?.slice(3)).toEqual([
    ...['Moved up', 'The same', 'Moved down', 'Not compared', 'Net: All questions', 'Net: 1 Needs', 'Net: 2 Supply'],
    ...['Net: People', 'Net: Money', 'Returned in 2025', 'Returned in 2026'],
  ]);
  const missing = Array.from({ length: 9 }, () => '[x]');
  expect(rows.map(([, code, , ...cells]) => [code, ...cells])).toEqual([
    ['5E1', 1, 1, 1, 2, 0, 0, '[b]', 1, -1, 'Yes', 'Yes'],
    ['0012', 1, 1, 0, 3, 1, 1, '[b]', 0, 1, 'Yes', 'Yes'],
    ['X03', 0, 1, 1, 3, -1, -1, '[b]', -1, '[b]', 'Yes', 'Yes'],
    ['X04', ...missing, 'Yes', '[x]'],
    ['X05', ...missing, '[x]', '[x]'],
    ['X06', ...missing, '[x]', 'Yes'],
  ]);
});

test('the notes say what is compared, that it is no trend, and what [b] is', () => {
  const notes = new Map(table('Notes').map(([topic, note]) => [topic, String(note)]));
  expect(notes.get('Change')).toContain('3 of 6 partners returned in both rounds, matched by their codes');
  expect(notes.get('Change')).toContain('1 who returned then is not in this round');
  expect(notes.get('Change')).toContain('do not make a trend');
  expect(notes.get('[b]')).toMatch(/^Break:/);
});

test('[b] is not explained where no question was changed, and nothing is said where no round is compared', () => {
  const notesOf = (rollUp: typeof now) => plannedTable(rollUpPlan(rollUp, made), 'Notes').map(([topic]) => topic);
  const same = comparedWith(now, { ...last, round: { ...last.round, round: '2025' } });
  expect(notesOf(same).filter((topic) => topic === 'Change' || topic === '[b]')).toEqual(['Change']);
  expect(notesOf(now).filter((topic) => topic === 'Change' || topic === '[b]')).toEqual([]);
});

test('where 1 is best, a lower number is a move up', () => {
  const falling = {
    ...now.instrument,
    scales: now.instrument.scales.map((scale) => ({ ...scale, options: scale.options.toReversed() })),
  };
  const rollUp = comparedWith({ ...now, instrument: falling }, { ...last, instrument: falling });
  const [first] = changeSince(rollUp).questions;
  // Ashmere went from 1 to 2, Coldharbour from 2 to 1.
  expect(first?.counts).toMatchObject({ better: 1, worse: 1, same: 1 });
  const [, only] = changeSince({ ...rollUp, partners: rollUp.partners.slice(0, 1) }).parts;
  expect(only?.counts).toMatchObject({ better: 1, worse: 1, same: 1 });
  expect(changeSince({ ...rollUp, partners: rollUp.partners.slice(0, 1) }).questions[0]?.counts.worse).toBe(1);
});

describe('whatever was answered', () => {
  const scores = fc.option(
    fc
      .array(fc.constantFrom('1', '2', '3', 'z', '-'), { minLength: 5, maxLength: 5 })
      .map((levels) => levels.join(' ')),
    { nil: undefined },
  );
  const regions = fc.array(fc.tuple(scores, scores), { minLength: 1, maxLength: 6 });
  const region = (all: readonly (string | undefined)[]) =>
    regionOf(
      all.map((given, index) => ({
        code: `X${index}`,
        name: `Partner ${index}`,
        ...(given === undefined ? {} : { scores: given }),
      })),
    );
  const sums = (counts: Readonly<Record<string, number>>): number =>
    Object.values(counts).reduce((total, count) => total + count, 0);

  test('every partner is counted once for each question', () => {
    fc.assert(
      fc.property(regions, (pairs) => {
        const change = changeSince(
          comparedWith(region(pairs.map(([one]) => one)), region(pairs.map(([, other]) => other))),
        );
        for (const { counts } of change.questions) expect(sums(counts)).toBe(pairs.length);
        for (const { part, counts } of change.parts) expect(sums(counts)).toBe(pairs.length * part.items.length);
      }),
    );
  });

  test('the other way round, up is down', () => {
    fc.assert(
      fc.property(regions, (pairs) => {
        const [one, other] = [region(pairs.map(([first]) => first)), region(pairs.map(([, second]) => second))];
        const there = changeSince(comparedWith(one, other)).parts[0]?.counts;
        const back = changeSince(comparedWith(other, one)).parts[0]?.counts;
        expect([there?.better, there?.same, there?.worse]).toEqual([back?.worse, back?.same, back?.better]);
      }),
    );
  });
});
