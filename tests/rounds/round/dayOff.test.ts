import { describe, expect, test } from 'vitest';
import { dayOff } from '../../../src/rounds/round/dayOff.ts';

/** The bank holidays of England as the government published them, without those of a single year. */
const published: Readonly<Record<string, readonly string[]>> = {
  2010: [
    '2010-01-01',
    '2010-04-02',
    '2010-04-05',
    '2010-05-03',
    '2010-05-31',
    '2010-08-30',
    '2010-12-27',
    '2010-12-28',
  ],
  2016: [
    '2016-01-01',
    '2016-03-25',
    '2016-03-28',
    '2016-05-02',
    '2016-05-30',
    '2016-08-29',
    '2016-12-26',
    '2016-12-27',
  ],
  2021: [
    '2021-01-01',
    '2021-04-02',
    '2021-04-05',
    '2021-05-03',
    '2021-05-31',
    '2021-08-30',
    '2021-12-27',
    '2021-12-28',
  ],
  2024: [
    '2024-01-01',
    '2024-03-29',
    '2024-04-01',
    '2024-05-06',
    '2024-05-27',
    '2024-08-26',
    '2024-12-25',
    '2024-12-26',
  ],
  2026: [
    '2026-01-01',
    '2026-04-03',
    '2026-04-06',
    '2026-05-04',
    '2026-05-25',
    '2026-08-31',
    '2026-12-25',
    '2026-12-28',
  ],
  2027: [
    '2027-01-01',
    '2027-03-26',
    '2027-03-29',
    '2027-05-03',
    '2027-05-31',
    '2027-08-30',
    '2027-12-27',
    '2027-12-28',
  ],
};

describe('a bank holiday', () => {
  test.each(Object.entries(published))('of %s is on one of the days that were published', (year, holidays) => {
    const days = Array.from({ length: 366 }, (_, index) => new Date(Date.UTC(Number(year), 0, index + 1)))
      .filter((date) => date.getUTCFullYear() === Number(year) && date.getUTCDay() % 6 !== 0)
      .map((date) => date.toISOString().slice(0, 10));
    expect(days.filter((day) => dayOff(day) !== undefined)).toEqual(holidays);
  });

  test('has its name', () => {
    expect(dayOff('2026-04-03')).toBe('Good Friday');
    expect(dayOff('2027-12-28')).toBe('the Boxing Day bank holiday');
  });
});

test('a day at a weekend is named by it, also where it would be a holiday', () => {
  expect(dayOff('2026-12-19')).toBe('a Saturday');
  expect(dayOff('2026-12-20')).toBe('a Sunday');
  expect(dayOff('2027-12-25')).toBe('a Saturday');
  expect(dayOff('2026-12-18')).toBeUndefined();
});
