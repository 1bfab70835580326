import { describe, expect, test } from 'vitest';
import { britishDate, readDate } from '../../src/response/readDate.ts';

const text = (value: string) => readDate({ kind: 'text', value }, false);
const serial = (value: number, date1904 = false) => readDate({ kind: 'number', value, isDate: true }, date1904);

describe('a text', () => {
  test.each([
    ['31/03/2027', '2027-03-31'],
    ['31.3.27', '2027-03-31'],
    ['2027-03-31T09:30:00', '2027-03-31'],
    ['31st March, 2027', '2027-03-31'],
    ['Weds 31 Mar 2027', '2027-03-31'],
    ['March 31, 2027', '2027-03-31'],
    ['1 Sept 2027', '2027-09-01'],
    ['29/02/2028', '2028-02-29'],
    ['46477', '2027-03-31'],
  ])('%j is %s', (written, day) => {
    expect(text(written)).toBe(day);
  });

  test.each(['03/31/2027', '29/02/2027', '31/04/2027', 'March 2027', '31 Smarch 2027', 'ongoing', ''])(
    '%j is no day',
    (written) => {
      expect(text(written)).toBeUndefined();
    },
  );

  test('with a year of two digits is of this century up to 75', () => {
    expect(text('1/1/75')).toBe('2075-01-01');
    expect(text('1/1/99')).toBe('1999-01-01');
  });
});

describe('a number', () => {
  test('counts days from the last of 1899, or from 1904; the time of day is left out', () => {
    expect(serial(46477)).toBe('2027-03-31');
    expect(serial(46477.75)).toBe('2027-03-31');
    expect(serial(46477 - 1462, true)).toBe('2027-03-31');
  });

  test('outside the years 1990 to 2100 is a slip', () => {
    expect(serial(3)).toBeUndefined();
    expect(serial(32874)).toBe('1990-01-01');
    expect(serial(32873)).toBeUndefined();
    expect(serial(73415)).toBe('2100-12-31');
    expect(serial(73416)).toBeUndefined();
  });
});

test('other values are no days', () => {
  expect(readDate({ kind: 'boolean', value: true }, false)).toBeUndefined();
  expect(readDate({ kind: 'error', value: '#REF!' }, false)).toBeUndefined();
});

test('a day is shown in British order', () => {
  expect(britishDate('2027-03-31')).toBe('31/03/2027');
});
