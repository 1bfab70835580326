import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { instruments } from '../../definitions/index.ts';
import { personalData } from '../../src/response/personalData.ts';

/** The check digit for nine digits, by the rule of the NHS Data Dictionary; undefined where no number has them. */
function checkDigit(nine: readonly number[]): number | undefined {
  const sum = nine.reduce((total, digit, index) => total + digit * (10 - index), 0);
  const check = 11 - (sum % 11);
  return check === 10 ? undefined : check % 11;
}

const nineDigits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 9, maxLength: 9 });
const separators = ['', '.', '/', ' ', '-', '  ', ' - ', '\u00a0', '\u2013', '\u2011', '\n'];
const layout = fc.tuple(fc.constantFrom(...separators), fc.constantFrom(...separators));
const before = fc.constantFrom('', ' ', 'NHS no. ', 'NHS:', '(', 'CASE-07 ', '1. ', '2026, ', '943 ', '9 ');
const after = fc.constantFrom('', ' ', ')', ', ', '.', ' 2026', ' 943', 'x');

const laidOut = (digits: string, [first, second]: readonly [string, string]): string =>
  `${digits.slice(0, 3)}${first}${digits.slice(3, 6)}${second}${digits.slice(6)}`;

describe('an NHS number', () => {
  test('is found with its right check digit, in every layout', () => {
    fc.assert(
      fc.property(nineDigits, layout, before, after, (nine, separated, first, last) => {
        const check = checkDigit(nine);
        fc.pre(check !== undefined);
        expect(personalData(`${first}${laidOut(`${nine.join('')}${check}`, separated)}${last}`)).toContain(
          'an NHS number',
        );
      }),
      { numRuns: 2000 },
    );
  });

  test('is found in any groups of its digits, when it is by itself', () => {
    const groups = fc.array(fc.constantFrom('', '', ' ', '-', '.', '/', '\u2013'), { minLength: 9, maxLength: 9 });
    const alone = fc.constantFrom('', 'NHS no. ', '(', 'CASE-07: ', '1. ');
    fc.assert(
      fc.property(nineDigits, groups, alone, (nine, separated, first) => {
        const check = checkDigit(nine);
        fc.pre(check !== undefined);
        const text = [...nine, check].map((digit, index) => `${separated[index - 1] ?? ''}${digit}`).join('');
        fc.pre(!/(?:19|20)\d\d/.test(text));
        expect(personalData(`${first}${text}.`)).toContain('an NHS number');
        const wrong = text.slice(0, -1) + ((Number(check) + 1) % 10);
        expect(personalData(`${first}${wrong}.`)).not.toContain('an NHS number');
      }),
      { numRuns: 2000 },
    );
  });

  test('is none with any other check digit', () => {
    fc.assert(
      fc.property(nineDigits, layout, fc.integer({ min: 0, max: 9 }), (nine, separated, last) => {
        fc.pre(last !== checkDigit(nine));
        expect(personalData(laidOut(`${nine.join('')}${last}`, separated))).not.toContain('an NHS number');
      }),
      { numRuns: 2000 },
    );
  });

  test('is found among others that are none', () => {
    expect(personalData('943 476 5918, 943 476 5919')).toEqual(['an NHS number']);
    expect(personalData('111 943 4765919')).toEqual(['an NHS number']);
    expect(personalData('９４３ ４７６ ５９１９')).toEqual(['an NHS number']);
    expect(personalData('943\u200b4765919')).toEqual(['an NHS number']);
  });

  test('is none as a part of a longer number, or in a phone number from abroad', () => {
    expect(personalData('19434765919 94347659190')).toEqual([]);
    expect(personalData('+44 943 476 5919')).toEqual(['a phone number']);
  });
});

test.each([
  ['She lives in SW1A 1AA now', 'a postcode'],
  ['m13 9pl', 'a postcode'],
  ['CV47RH', 'a postcode'],
  ['The family moved to 12 Mill Lane', 'an address'],
  ['at 7a, St. Mary’s Close with an aunt', 'an address'],
  ['112 high street', 'an address'],
  ['3 Kings Heath Park Road', 'an address'],
  ['Mrs Okafor agrees', "a person's name"],
  ['mrs o’neill agrees', "a person's name"],
  ['seen by Dr. Patel', "a person's name"],
  ['Master Tom', "a person's name"],
  ['MRS SMITH', "a person's name"],
  ['a brother named ‘Jo’', "a person's name"],
  ['a girl called Sarah', "a person's name"],
  ['her name is Zoë', "a person's name"],
  ['Name: Łukasz', "a person's name"],
  ['Child: Jayden Smith', "a person's name"],
  ['child = Jayden', "a person's name"],
  ['Pupil: Jayden, in year 3', "a person's name"],
  ['Name: Jayden', "a person's name"],
  ['the pupil Jayden Smith needs a place', "a person's name"],
  ['mother Sarah Jones', "a person's name"],
  ['Lives with his brother Tom', "a person's name"],
  ['her stepfather, Liam, is out of work', "a person's name"],
  ['Uncle Raj helps', "a person's name"],
  ['MUM Kelly agrees', "a person's name"],
  ['with grandmother Ann-Marie O’Neill', "a person's name"],
  ['Kelly Brown is the case', "a person's name"],
  ['as Jayden Smith was informed', "a person's name"],
  ['Jayden Smith aged 7', "a person's name"],
  ['Jayden Smith (aged 7)', "a person's name"],
  ['to help KELLY BROWN with reading', "a person's name"],
  ['Rose Cottage, Little Lane', 'an address'],
  ['at Hill Top Farm, with an aunt', 'an address'],
  ['Flat 2, Mill Court', 'an address'],
  ['Albert House Station Road', 'an address'],
  ['born on 3/5/1999', 'a date of birth'],
  ['DOB 03.05.99', 'a date of birth'],
  ['date of birth: 3rd of May 1999', 'a date of birth'],
  ['1999-05-03 (d.o.b.)', 'a date of birth'],
  ['born May 3, 1999', 'a date of birth'],
  ["mother's e-mail: a.b+c@example.co.uk", 'an e-mail address'],
  ['ring 0161 496 0000', 'a phone number'],
  ['(020) 7946 0000', 'a phone number'],
  ['07700900123', 'a phone number'],
  ['07 700 900 123', 'a phone number'],
  ['+44 (0)20 7946 0000', 'a phone number'],
])('%s: %s', (text, kind) => {
  expect(personalData(text)).toEqual([kind]);
});

test('a name and a date of birth beside each other are two kinds', () => {
  expect(personalData('Tommy Smith, born 3/4/2019')).toEqual(["a person's name", 'a date of birth']);
});

test('several kinds in one text are all reported', () => {
  const text = 'Mr Jones, 4 Hill Road, M1 1AA, born 01/02/1970, 0161 496 0000, j@example.org, 943 476 5919';
  expect(personalData(text)).toEqual([
    'an NHS number',
    'a postcode',
    'an address',
    "a person's name",
    'a date of birth',
    'an e-mail address',
    'a phone number',
  ]);
});

test.each([
  'CASE-07',
  'CASE-2005/113',
  '01/02/2005 10:30, 02/02/2005 11:30, 03/02/2005 12:30, 04/02/2005 13:30, 05/02/2005 14:30',
  '1/2/2006 10 o’clock and 11/2/2006 10, 12/2/2006 10, 13/2/2006 10',
  'Social Services is involved; the Family Court was informed; Sure Start is near',
  'his brother and his mother; Mother and Toddler Group; mother, Monday to Friday',
  'Child: needs a bed. Pupil Referral Unit. Pupil: Reading is slow.',
  'a partner Organisation, and the Children Act is meant',
  'this is VERY URGENT and must NOT WAIT for CAMHS SENCO',
  'the Crown Court, Manchester',
  'a safe house, a farm and a flat, later',
  'DO NOT PUT ANY NAMES HERE',
  'b1 and b2',
  "='Needs'!B12",
  'in 2005 and 2006',
  '01/02/2005 10:30',
  'reviewed on 31/03/2027',
  '£1,234,567.89',
  '£0123456789',
  '0 1 2 3 4 5 6 7 8 9 10',
  '2/3 sessions a week for 3 months',
  'available from 7.30 until 7.30 pm',
  'born with a disability; seen twice since',
  'a birth in the family in 2005',
  'S17 2nd payment',
  'support through S.17 funding',
  'a 3 year road map',
  '2 other families live close, 4 on the street, 3 miles down the road',
  'data from Dr Foster Intelligence',
  'The Master Plan',
  'an MR scan',
  'a service called Sure Start, and a named Nurse',
  'They will miss School and the name is not known',
  'Everything called for in a Children Act 1989 assessment',
  'x'.repeat(32_767),
  '1 '.repeat(16_000),
  'A1 '.repeat(10_000),
])('%.40s gives nothing', (text) => {
  expect(personalData(text)).toEqual([]);
});

test.each(instruments.map((instrument) => [instrument.key, instrument] as const))(
  'the wording of %s gives nothing',
  (_key, instrument) => {
    // Resources give addresses of bodies.
    const words = wordsIn({ ...instrument, resources: [] });
    expect(words.filter((text) => personalData(text).length > 0)).toEqual([]);
  },
);

/** Every text in a definition. */
function wordsIn(part: unknown): readonly string[] {
  if (typeof part === 'string') return [part];
  return typeof part === 'object' && part !== null ? Object.values(part).flatMap(wordsIn) : [];
}
