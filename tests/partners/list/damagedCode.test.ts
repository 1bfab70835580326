import { describe, expect, test } from 'vitest';
import { damagedCodeOf, dayNumbers, lostLeadingZeros } from '../../../src/partners/list/damagedCode.ts';

describe('a code that Excel turned into something else', () => {
  test.each([
    ['5.00E+01', 'a number', '5E1'],
    ['1.2E-03', 'a number', '12E-3'],
    ['10-Mar', 'a date', 'MAR10'],
    ['Mar-10', 'a date', 'MAR10'],
    ['01/03/2026', 'a date', undefined],
    ['2026-03-01', 'a date', undefined],
    ['05:30', 'a time', undefined],
    ['TRUE', 'a logical value', undefined],
  ])('%s was taken for %s', (code, takenFor, readAs) => {
    expect(damagedCodeOf(code)).toEqual(readAs === undefined ? { takenFor } : { takenFor, readAs });
  });

  test.each(['5E1', 'MAR-10', 'MAR10', 'X01', 'true', '32/03/2026', '00/00/2026'])(
    '%s is as somebody typed it',
    (code) => {
      expect(damagedCodeOf(code)).toBeUndefined();
    },
  );
});

describe('day numbers', () => {
  test('are suspected among codes with letters, where every code of digits may be one', () => {
    expect(dayNumbers(['MAR11', '46091'])).toEqual(new Map([['46091', '2026-03-10']]));
  });

  test('are not in a list of numbers, or beside a number that is no likely day', () => {
    expect(dayNumbers(['46091', '46092']).size).toBe(0);
    expect(dayNumbers(['MAR11', '46091', '99999']).size).toBe(0);
  });
});

describe('lost zeros', () => {
  test('are suspected where all other codes have one length', () => {
    expect(lostLeadingZeros(['5E1', '8E2', '41'])).toEqual(new Map([['41', 3]]));
    expect(lostLeadingZeros(['0041', '1234', '7'])).toEqual(new Map([['7', 4]]));
  });

  test('are not suspected in numbers in a row, or where lengths differ anyway', () => {
    expect(lostLeadingZeros(['98', '99', '100']).size).toBe(0);
    expect(lostLeadingZeros(['North', 'X01', '7']).size).toBe(0);
  });
});
