import { expect, test } from 'vitest';
import type { Instrument } from '../../../src/instrument/model/schema.ts';
import { trendOf } from '../../../src/rollup/figures/trend.ts';
import type { RollUp } from '../../../src/rollup/load/rollUp.ts';
import { comparedWith, comparedWithAll } from '../comparedRegion.ts';
import { type Answered, regionOf } from '../region.ts';

/** Levels 1 to 3 of 1.1.1, 1.1.2, 1.2.1, 2.1.1 and 2.1.2; z not applicable, - blank. */
function roundOf(name: string, partners: readonly Answered[]): RollUp {
  const region = regionOf(partners);
  return { ...region, round: { ...region.round, round: name, due: new Date(`${name}-12-18T12:00:00Z`) } };
}

const ashmere = { code: '5E1', name: 'Ashmere' };
const bramblewick = { code: 'X02', name: 'Bramblewick' };
const coldharbour = { code: 'X03', name: 'Coldharbour' };

const first = roundOf('2024', [
  { ...ashmere, scores: '1 1 1 1 2' },
  { ...bramblewick, scores: '1 2 3 z -' },
  coldharbour,
]);
const second = roundOf('2025', [
  { ...ashmere, scores: '1 1 2 2 3' },
  { ...coldharbour, scores: '3 3 3 3 3' },
]);
const now = roundOf('2026', [
  { ...ashmere, scores: '2 2 3 3 3' },
  { ...bramblewick, scores: '1 3 3 3 3' },
  coldharbour,
]);

test('each round has its own partners, and what those answered who returned in every one', () => {
  const trend = trendOf(comparedWithAll(now, [first, second]));
  expect(trend).toMatchObject({ questions: 5, constant: 1 });
  expect(trend?.points.map(({ round, asked, returned, best }) => [round.round, asked, returned, best])).toEqual([
    ['2024', 3, 2, 0],
    ['2025', 2, 2, 1],
    ['2026', 3, 2, 1],
  ]);
  expect(trend?.points.map(({ all }) => all)).toEqual([
    { lowest: 5 / 8, highest: 1 / 8 },
    { lowest: 2 / 10, highest: 6 / 10 },
    { lowest: 1 / 10, highest: 7 / 10 },
  ]);
  expect(trend?.points.map(({ constant }) => constant)).toEqual([
    { lowest: 4 / 5, highest: 0 },
    { lowest: 2 / 5, highest: 1 / 5 },
    { lowest: 0, highest: 3 / 5 },
  ]);
});

/** The questions 1.1.1 and 2.1.2 read differently. */
const reworded = (instrument: Instrument): Instrument => ({
  ...instrument,
  sections: instrument.sections.map((section) =>
    section.shape === 'entries'
      ? section
      : {
          ...section,
          activities: section.activities.map((activity) => ({
            ...activity,
            items: activity.items.map((item) =>
              ['1.1.1', '2.1.2'].includes(item.key) ? { ...item, question: 'What was asked then?' } : item,
            ),
          })),
        },
  ),
});

test('a question that was changed in any of the rounds counts in none', () => {
  const trend = trendOf(comparedWithAll(now, [{ ...first, instrument: reworded(first.instrument) }, second]));
  expect(trend?.questions).toBe(3);
  expect(trend?.points.map(({ all }) => all?.lowest)).toEqual([3 / 5, 1 / 6, 0]);
});

test('a round without a return has no shares, and takes no question from the others', () => {
  const none = roundOf('2024', [ashmere, bramblewick]);
  const trend = trendOf(comparedWithAll(now, [none, second]));
  expect(trend).toMatchObject({ questions: 5, constant: 0 });
  expect(trend?.points.map(({ all }) => all?.lowest)).toEqual([undefined, 2 / 10, 1 / 10]);
  expect(trend?.points.map(({ constant }) => constant)).toEqual([undefined, undefined, undefined]);
});

test('two rounds are no trend', () => {
  expect(trendOf(comparedWith(now, second))).toBeUndefined();
});
