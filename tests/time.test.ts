import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { describeDay, describeUkTime, parseDay, parseUkTime, ukDay, ukMinute, ukTime } from '../src/time.ts';

/** Zones that change their clocks on other days than the UK, by half an hour, or at midnight. */
const zones = ['UTC', 'Europe/London', 'Europe/Berlin', 'Australia/Lord_Howe', 'America/Santiago', 'Pacific/Apia'];
const own = process.env['TZ'];

afterEach(() => {
  if (own === undefined) delete process.env['TZ'];
  else process.env['TZ'] = own;
});

describe.each(zones)('on a machine in %s', (zone) => {
  const read = (text: string): string | undefined => {
    process.env['TZ'] = zone;
    const time = parseUkTime(text);
    return time && `${time.instant.toISOString().slice(0, 16)} ${time.occurs}`;
  };

  it.each([
    ['2026-12-18 12:00', '2026-12-18T12:00 once'],
    ['2026-06-18T09:05', '2026-06-18T08:05 once'],
    ['2026-06-18 9:05', '2026-06-18T08:05 once'],
    ['2026-12-18', '2026-12-18T23:59 once'],
    ['2026-06-18', '2026-06-18T22:59 once'],
    ['2024-02-29 00:00', '2024-02-29T00:00 once'],
    ['2027-03-28 00:59', '2027-03-28T00:59 once'],
    ['2027-03-28 01:00', '2027-03-28T01:00 skipped'],
    ['2027-03-28 01:30', '2027-03-28T01:30 skipped'],
    ['2027-03-28 01:59', '2027-03-28T01:59 skipped'],
    ['2027-03-28 02:00', '2027-03-28T01:00 once'],
    ['2027-03-28 02:30', '2027-03-28T01:30 once'],
    ['2027-10-31 00:59', '2027-10-30T23:59 once'],
    ['2027-10-31 01:00', '2027-10-31T01:00 repeated'],
    ['2027-10-31 01:30', '2027-10-31T01:30 repeated'],
    ['2027-10-31 02:00', '2027-10-31T02:00 once'],
    ['2027-10-31 02:10', '2027-10-31T02:10 once'],
    ['2027-04-04 02:10', '2027-04-04T01:10 once'],
    ['2026-10-04 02:10', '2026-10-04T01:10 once'],
    ['2027-10-31 01:30 BST', '2027-10-31T00:30 once'],
    ['2027-10-31 1:30 bst', '2027-10-31T00:30 once'],
    ['2027-10-31 01:30BST', '2027-10-31T00:30 once'],
    ['2027-10-31 01:30 GMT', '2027-10-31T01:30 once'],
    ['2026-12-18 12:00 GMT', '2026-12-18T12:00 once'],
    ['2026-06-18 12:00 BST', '2026-06-18T11:00 once'],
    ['18/12/2026', '2026-12-18T23:59 once'],
    ['18/06/2026 5pm', '2026-06-18T16:00 once'],
    ['18 June 2026 12 noon', '2026-06-18T11:00 once'],
    ['18 June 2026, midnight', '2026-06-18T22:59 once'],
    ['Sunday 28 March 2027 at 1.30am', '2027-03-28T01:30 skipped'],
    ['1.30 am on 31 October 2027', '2027-10-31T01:30 repeated'],
    ['1.30 am BST on 31 October 2027', '2027-10-31T00:30 once'],
    ['2026-12-18T11:00:00.000Z', '2026-12-18T11:00 once'],
  ])('reads %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    '2027-02-29 12:00',
    '2026-13-01',
    '2026-12-18 24:00',
    '2026-12-18 12:60',
    '12/18/2026',
    '2026-12-18 12',
    '',
    // Clocks show neither of these then.
    '2026-12-18 12:00 BST',
    '2026-06-18 12:00 GMT',
    '2027-03-28 01:30 BST',
    '2027-03-28 01:30 GMT',
    '2026-06-18T12:00:00Z',
    '2026-12-18 GMT',
    '2026-12-18 12:00 CET',
    '2026-12-18 12:00 GMT GMT',
  ])('does not read "%s"', (text) => {
    expect(read(text)).toBeUndefined();
  });

  it('keeps the seconds of a time', () => {
    process.env['TZ'] = zone;
    expect(parseUkTime('2026-12-18 12:00:59')?.instant).toEqual(new Date('2026-12-18T12:00:59Z'));
  });

  it('reads what it writes in words', () => {
    process.env['TZ'] = zone;
    for (const instant of ['2027-03-28T01:30:00Z', '2027-10-31T00:30:00Z', '2027-10-31T01:30:00Z'].map(
      (at) => new Date(at),
    )) {
      expect(parseUkTime(describeUkTime(instant))).toMatchObject({ instant, occurs: 'once' });
    }
  });

  it('writes an instant as the UK clock shows it, and the day with it', () => {
    process.env['TZ'] = zone;
    const instant = new Date('2027-03-28T01:30:00Z');
    expect(ukTime(instant)).toBe('2027-03-28 02:30');
    expect(describeUkTime(instant)).toBe('02:30 (UK time) on Sunday 28 March 2027');
    expect(ukDay(new Date('2027-03-28T23:30:00Z'))).toBe('2027-03-29');
    expect(ukDay(new Date('2027-03-30T23:30:00Z'), 2)).toBe('2027-03-29');
    expect(describeDay('2011-12-30')).toBe('30 December 2011');
  });

  it('names the clock of a time that occurs twice', () => {
    process.env['TZ'] = zone;
    expect(ukTime(new Date('2027-10-31T00:30:00Z'))).toBe('2027-10-31 01:30 BST');
    expect(ukTime(new Date('2027-10-31T01:30:00Z'))).toBe('2027-10-31 01:30 GMT');
    expect(describeUkTime(new Date('2027-10-31T00:00:00Z'))).toBe('01:00 BST (UK time) on Sunday 31 October 2027');
    expect(ukTime(new Date('2027-10-31T02:00:00Z'))).toBe('2027-10-31 02:00');
    expect(ukTime(new Date('2027-10-30T23:59:00Z'))).toBe('2027-10-31 00:59');
  });

  it('reads back every minute that it writes', () => {
    process.env['TZ'] = zone;
    const minute = fc
      .date({ min: new Date('1980-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
      .map((date) => new Date(Math.floor(date.getTime() / 60_000) * 60_000));
    fc.assert(
      fc.property(minute, (instant) => {
        expect(parseUkTime(ukTime(instant))).toMatchObject({ instant, occurs: 'once' });
      }),
    );
  });

  it('reads back every minute of the night in which the clocks go back', () => {
    process.env['TZ'] = zone;
    const start = Date.parse('2027-10-30T23:00:00Z');
    for (let minute = 0; minute < 240; minute += 1) {
      const instant = new Date(start + minute * 60_000);
      expect(parseUkTime(ukTime(instant))).toMatchObject({ instant, occurs: 'once' });
    }
  });
});

describe('a time of which people mean different ones', () => {
  it.each(['18 December 2026 midnight', '18/12/2026 12am', '18/12/2026 12 pm'])('%s is marked', (text) => {
    expect(parseUkTime(text)?.isUnclear).toBe(true);
  });

  it.each(['18 December 2026', '18/12/2026 12 noon', '18/12/2026 12:30am', '18/12/2026 00:00'])('%s is not', (text) => {
    expect(parseUkTime(text)?.isUnclear).toBe(false);
  });
});

describe('a day', () => {
  it.each([
    ['18/12/2026', '2026-12-18'],
    ['Friday 18th December 2026', '2026-12-18'],
    ['2026-12-18', '2026-12-18'],
  ])('is read from %s', (text, day) => {
    expect(parseDay(text)).toBe(day);
  });

  it.each(['18/12/2026 12:00', '12/18/2026', '30 February 2027', 'tomorrow', ''])('is not in "%s"', (text) => {
    expect(parseDay(text)).toBeUndefined();
  });
});

it('gives the minute on UK clocks, as the UTC fields of a date, is what tables say in words', () => {
  for (const time of ['2026-12-18T12:00:59.999Z', '2026-07-01T23:30:00Z', '2026-10-25T00:30:00Z']) {
    const instant = new Date(time);
    expect(ukMinute(instant).toISOString().slice(0, 16).replace('T', ' ')).toBe(ukTime(instant).slice(0, 16));
    expect(ukMinute(instant).getTime() % 60_000).toBe(0);
  }
});
