import { describe, expect, test } from 'vitest';
import { dayGiven, timeGiven } from '../../../src/cli/options/timeGiven.ts';

describe('a time that an option gives', () => {
  test('is an instant', () => {
    expect(timeGiven('--due', '18 June 2026 5pm', '18/12/2026').instant).toEqual(new Date('2026-06-18T16:00:00Z'));
  });

  test.each([
    [
      '12/18/2026 5pm',
      'has the month first. Dates are written with the day first: write 18/12/2026 if that is the day.',
    ],
    ['next Friday', 'is not a date and time. Write day, month, year and UK time, as in --due "18/12/2026 12:00".'],
    ['18/06/2026 12:00 GMT', 'is not a time that UK clocks show. Give the time that they show then, without GMT.'],
  ])('is not %j, with the reason and what to write', (text, message) => {
    expect(() => timeGiven('--due', text, '18/12/2026 12:00')).toThrow(`--due "${text}" ${message}`);
  });
});

describe('a day that an option gives', () => {
  test('has year, month and day', () => {
    expect(dayGiven('--since', '1 Dec 2026', '01/12/2026')).toBe('2026-12-01');
  });

  test.each([
    ['12/18/2026', 'has the month first.'],
    ['18/12/2026 12:00', 'is not a day. Write day, month and year, as in --since 01/12/2026.'],
    ['31/04/2026', 'is not a day.'],
  ])('is not %j', (text, message) => {
    expect(() => dayGiven('--since', text, '01/12/2026')).toThrow(`--since "${text}" ${message}`);
  });
});
