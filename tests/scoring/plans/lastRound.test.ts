import { expect, test } from 'vitest';
import type { Instrument } from '../../../src/instrument/model/schema.ts';
import { answered, emptyResponse, notApplicable, notAsked, type Response } from '../../../src/response/response.ts';
import { lastRoundOf, movementOf } from '../../../src/scoring/plans/lastRound.ts';
import { sampleInstrument } from '../../sampleInstrument.ts';

/** The sample as it was a year before: 1.1.2 read differently, and 2.1.2 was not yet asked. */
const lastYears: Instrument = {
  ...sampleInstrument,
  edition: '0',
  sections: sampleInstrument.sections.map((section) =>
    section.shape === 'entries'
      ? section
      : {
          ...section,
          activities: section.activities.map((activity) => ({
            ...activity,
            items: activity.items
              .filter(({ key }) => key !== '2.1.2')
              .map((item) => (item.key === '1.1.2' ? { ...item, question: 'What was asked then?' } : item)),
          })),
        },
  ),
};

const given = {
  '1.1.1': { score: answered(1), evidence: answered('The plan of 2025') },
  '1.1.2': { score: answered(2) },
  '1.2.1': { score: notApplicable, evidence: answered('Not commissioned here') },
};

const response: Response = {
  ...emptyResponse(lastYears),
  items: new Map(
    [...emptyResponse(lastYears).items].map(([key, answers]) => [
      key,
      new Map([...answers, ...Object.entries(given[key as keyof typeof given] ?? {})]),
    ]),
  ),
};

const last = lastRoundOf(sampleInstrument, { round: '2025', instrument: lastYears, response });

test('each question of now has what was answered to it then, met by its key', () => {
  expect(Object.fromEntries(last.items)).toEqual({
    '1.1.1': { state: 'level', level: 1, evidence: 'The plan of 2025', changed: false },
    '1.1.2': { state: 'level', level: 2, changed: true },
    '1.2.1': { state: 'not-applicable', evidence: 'Not commissioned here', changed: false },
    '2.1.1': { state: 'unanswered', changed: false },
    '2.1.2': { state: 'not-asked', changed: false },
  });
});

test('what the round had only after the partner answered is not asked, rather than unanswered', () => {
  const items = new Map([...response.items, ['2.1.1', new Map([['score', notAsked]])]]);
  const mixed = lastRoundOf(sampleInstrument, {
    round: '2025',
    instrument: lastYears,
    response: { ...response, items },
  });
  expect(mixed.items.get('2.1.1')).toEqual({ state: 'not-asked', changed: false });
});

test('positions of then are by the questions of then', () => {
  expect(last.scorecard?.overall.tally.unanswered).toBe(1);
});

test('a partner who returned nothing has no level, and no position', () => {
  const none = lastRoundOf(sampleInstrument, { round: '2025', instrument: lastYears, response: undefined });
  expect(none.items.get('1.1.1')).toEqual({ state: 'no-return', changed: false });
  expect(none.items.get('2.1.2')).toEqual({ state: 'not-asked', changed: false });
  expect(none.scorecard).toBeUndefined();
});

test('a question moves by the order of the scale, and only where both levels are there and can be compared', () => {
  const moved = (item: string, level: number | undefined) => movementOf(sampleInstrument, last.items.get(item), level);
  expect([moved('1.1.1', 2), moved('1.1.1', 1), moved('1.1.1', undefined)]).toEqual(['better', 'same', undefined]);
  expect([moved('1.1.2', 3), moved('1.2.1', 3), moved('2.1.2', 3)]).toEqual([undefined, undefined, undefined]);
  const fallen = lastRoundOf(sampleInstrument, {
    round: '2025',
    instrument: sampleInstrument,
    response: { ...response, items: new Map(response.items).set('2.1.1', new Map([['score', answered(3)]])) },
  });
  expect(movementOf(sampleInstrument, fallen.items.get('2.1.1'), 2)).toBe('worse');
});

test('where the scale reads differently now, no level can be compared', () => {
  const otherScale: Instrument = {
    ...lastYears,
    scales: lastYears.scales.map((scale) => ({ ...scale, title: 'Other words' })),
  };
  const other = lastRoundOf(sampleInstrument, { round: '2025', instrument: otherScale, response });
  expect(other.items.get('1.1.1')).toMatchObject({ state: 'level', level: 1, changed: true });
});
