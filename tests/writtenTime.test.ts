import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseUkTime } from '../src/time.ts';
import { dayFirst, readWrittenTime } from '../src/writtenTime.ts';
import { processorMs } from './tools/processorMs.ts';

/** A text as `2026-12-18 17:00`, with ` GMT` or ` BST` where it names one; `2026-12-18` for a day alone. */
function read(text: string): string | undefined {
  const written = readWrittenTime(text);
  if (written === undefined) return undefined;
  const { day, time } = written;
  return [day, ...(time === undefined ? [] : [time.clock, ...(time.zone === undefined ? [] : [time.zone])])].join(' ');
}

describe('a day', () => {
  test.each([
    ...['18/12/2026', '18.12.2026', '18-12-2026', '18 12 2026', '18/12/26', '18.12.26'],
    ...['18 December 2026', '18 Dec 2026', '18 Dec 26', '18-Dec-2026', '18th December, 2026', '18 DECEMBER 2026'],
    ...['Friday 18 December 2026', 'Fri, 18 Dec 2026', 'December 18, 2026', '2026-12-18', '2026/12/18'],
    ...[' 18  December\u00a02026 ', '１８/１２/２０２６'],
  ])('may be written %s', (text) => {
    expect(read(text)).toBe('2026-12-18');
  });

  test('is in British order where it could be in another', () => {
    expect(read('03/04/2027')).toBe('2027-04-03');
  });

  test.each([
    ...['12/18/2026', '31/04/2027', '29/02/2027', '00/12/2026', '18 Decembre 2026', '18/12', '18 December'],
    ...['2026', '2026-18-12', '18/12/026', '1st', 'next Friday', ''],
  ])('is not %j', (text) => {
    expect(read(text)).toBeUndefined();
  });
});

describe('a time', () => {
  test.each([
    ['12:00', '12:00'],
    ['9:05', '09:05'],
    ['17.30', '17:30'],
    ['12:00:00', '12:00'],
    ['5pm', '17:00'],
    ['5 pm', '17:00'],
    ['5 p.m.', '17:00'],
    ['5.30PM', '17:30'],
    ['11:59am', '11:59'],
    ['12am', '00:00'],
    ['12 pm', '12:00'],
    ['12:30 am', '00:30'],
    ['noon', '12:00'],
    ['12 noon', '12:00'],
    ['12:00 noon', '12:00'],
    ['midday', '12:00'],
    ['midnight', '23:59'],
    ['12 midnight', '23:59'],
    ['12:00 GMT', '12:00 GMT'],
    ['5pm BST', '17:00 BST'],
    ['12:00 (UK time)', '12:00'],
  ])('%s may follow the day or come before it', (time, clock) => {
    const expected = `2026-12-18 ${clock}`;
    for (const join of [' ', ', ', ' at ', ', at ', ' by ']) expect(read(`18 Dec 2026${join}${time}`)).toBe(expected);
    for (const join of [' ', ', ', ' on ']) expect(read(`${time}${join}18/12/2026`)).toBe(expected);
  });

  test.each(['24:00', '12:60', '12:00:60', '17pm', '0am', '13:00 pm', '12', '5', 'noon pm', '12 CET', '1200'])(
    'is not %s',
    (time) => {
      expect(read(`18/12/2026 ${time}`)).toBeUndefined();
    },
  );
});

test.each([
  ['12/18/2026', '18/12/2026'],
  ['12/18/2026 5pm', '18/12/2026'],
  ['2.28.27', '28.2.27'],
])('%s has the month first, and is %s in British order', (text, turned) => {
  expect(dayFirst(text)).toBe(turned);
});

test.each(['18/12/2026', '03/04/2026', '2026-12-18', '02/30/2026', '13/13/2026', 'December 18, 2026'])(
  '%s may be in British order, or is no date in another',
  (text) => {
    expect(dayFirst(text)).toBeUndefined();
  },
);

test('a text of many thousand characters is refused at once', async () => {
  const cost = await processorMs(() => {
    for (const character of [',', ' ', '1', '.', 'a']) expect(read(character.repeat(200_000))).toBeUndefined();
  });
  expect(cost).toBeLessThan(1_000);
});

const monthNames = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
];
const two = (number: number): string => String(number).padStart(2, '0');

const calendarDay = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2075-12-31'), noInvalidDate: true })
  .map((date) => ({ day: date.getUTCDate(), month: date.getUTCMonth() + 1, year: date.getUTCFullYear() }));
const clock = fc.record({ hour: fc.integer({ min: 0, max: 23 }), minute: fc.integer({ min: 0, max: 59 }) });

test('a time is the same instant in each form', () => {
  fc.assert(
    fc.property(calendarDay, clock, ({ day, month, year }, { hour, minute }) => {
      const name = monthNames[month - 1] ?? '';
      const days = [
        ...[
          `${year}-${two(month)}-${two(day)}`,
          `${day}/${month}/${year}`,
          `${two(day)}/${two(month)}/${two(year % 100)}`,
        ],
        ...[
          `${two(day)}.${two(month)}.${year}`,
          `${day} ${name} ${year}`,
          `${day} ${name.slice(0, 3)} ${two(year % 100)}`,
        ],
        ...[`${day}th ${name}, ${year}`, `${name} ${day}, ${year}`],
      ];
      const half = hour < 12 ? 'am' : 'pm';
      const times = [
        ...[`${two(hour)}:${two(minute)}`, `${hour}.${two(minute)}`, `${two(hour)}:${two(minute)}:00`],
        ...[`${hour % 12 || 12}:${two(minute)}${half}`, `${hour % 12 || 12}.${two(minute)} ${half}`],
      ];
      const [first = '', ...others] = days.flatMap((one) =>
        times.flatMap((time) => [`${one} ${time}`, `${one}, at ${time}`, `${time} on ${one}`]),
      );
      const expected = parseUkTime(first)?.instant.getTime() ?? Number.NaN;
      expect(others.filter((text) => parseUkTime(text)?.instant.getTime() !== expected)).toEqual([]);
    }),
  );
});

test('a day alone is the same in each form, and ends at 23:59', () => {
  fc.assert(
    fc.property(calendarDay, ({ day, month, year }) => {
      const last = parseUkTime(`${year}-${two(month)}-${two(day)} 23:59`)?.instant;
      for (const text of [
        `${day}/${month}/${year}`,
        `${day} ${monthNames[month - 1]} ${year}`,
        `${day}.${month}.${year}`,
      ]) {
        expect(parseUkTime(text)?.instant, text).toEqual(last);
      }
    }),
  );
});
