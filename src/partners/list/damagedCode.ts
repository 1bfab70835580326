import { epochSerial } from '../../spreadsheet/model/daySerial.ts';

/** A code that Excel did not take for text. */
export interface DamagedCode {
  /** What Excel took the code for, as in `a date`. */
  readonly takenFor: string;
  /** A code that Excel turns into the damaged one; absent where several are possible. */
  readonly readAs?: string;
}

/**
 * Recognises a code that Excel damaged, by the forms in which Excel writes numbers, dates, times and logical values. Where a
 * real code can have such a form, case decides: Excel writes Mar-10, so MAR-10 was typed by a person.
 */
export function damagedCodeOf(code: string): DamagedCode | undefined {
  for (const [form, describe] of forms) {
    const found = form.exec(code);
    if (found !== null) return describe(found.groups ?? {});
  }
  return undefined;
}

type Groups = Readonly<Record<string, string | undefined>>;

const month = `(?<month>${[
  'Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?',
  'Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?',
]
  .join('|')
  .replace(/[A-Z]/g, (letter) => `[${letter}${letter.toLowerCase()}]`)})`;

const asDay = ({ month: name = '', figures = '' }: Groups): DamagedCode => ({
  takenFor: 'a date',
  readAs: `${name.slice(0, 3).toUpperCase()}${Number(figures)}`,
});

const forms: readonly (readonly [RegExp, (groups: Groups) => DamagedCode])[] = [
  [
    /^(?<first>\d)(?:[.,](?<rest>\d*))?E(?<sign>[+-])(?<exponent>\d+)$/i,
    ({ first = '', rest = '', sign = '', exponent = '' }) => ({
      takenFor: 'a number',
      readAs: `${first}${rest.replace(/(?<!0)0+$/, '')}E${sign === '-' ? '-' : ''}${Number(exponent)}`,
    }),
  ],
  [new RegExp(`^(?<figures>0?[1-9]|[12]\\d|3[01])[- .]{1,2}${month}(?:[- .]\\d{2,4})?$`), asDay],
  [new RegExp(`^${month}[- .](?<figures>\\d{1,4})(?:,? \\d{4})?$`), asDay],
  [
    /^(?:0?[1-9]|[12]\d|3[01])(?:([/.])(?:0?[1-9]|[12]\d|3[01])\1(?:\d{2}|\d{4})|-(?:0?[1-9]|[12]\d|3[01])-\d{4})(?: .*)?$/,
    () => ({ takenFor: 'a date' }),
  ],
  [/^\d{4}([/.-])(?:0?[1-9]|1[0-2])\1(?:0?[1-9]|[12]\d|3[01])(?:[ T].*)?$/, () => ({ takenFor: 'a date' })],
  [/^\d{1,4}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?: ?[AP]M)?$/i, () => ({ takenFor: 'a time' })],
  [/^(?:TRUE|FALSE)$/, () => ({ takenFor: 'a logical value' })],
];

/**
 * Finds codes that may be the serial numbers of dates. This needs a list in which some codes have letters and every code of
 * digits alone is such a number. A list of digits alone is accepted as a list of numbers.
 *
 * @returns the date, `YYYY-MM-DD`, by code
 */
export function dayNumbers(codes: readonly string[]): ReadonlyMap<string, string> {
  const numbers = codes.filter((code) => /^\d+$/.test(code));
  const days = new Map(
    numbers.flatMap((code) => {
      const day = /^[1-9]\d{4}$/.test(code) ? dayOfSerial(Number(code)) : '';
      return day > firstLikely && day < lastLikely ? [[code, day] as const] : [];
    }),
  );
  return numbers.length < codes.length && numbers.every((code) => days.has(code)) ? days : new Map();
}

/** Years. Excel gives a date without a year the current one, so other years are unlikely. */
const [firstLikely, lastLikely] = ['2000', '2050'] as const;

const dayOfSerial = (serial: number): string =>
  new Date((serial - epochSerial[1900]) * 86_400_000).toISOString().slice(0, 10);

/**
 * Finds codes that may have lost leading zeros: of digits alone, and shorter than all other codes of the list, which have one
 * length; or shorter than another code of digits that begins with a zero. Consecutive numbers (98, 99, 100) are accepted.
 *
 * @returns the length that they should have, by code.
 */
export function lostLeadingZeros(codes: readonly string[]): ReadonlyMap<string, number> {
  const all = [...new Set(codes)];
  const numbers = all.filter((code) => /^\d+$/.test(code));
  const longest = longestOf(all);
  const lengths = new Set(all.filter((code) => !isShort(code, longest)).map(({ length }) => length));
  const whole = lengths.size === 1 ? longest : longestOf(numbers.filter((code) => code.startsWith('0')));
  const short = numbers.filter((code) => isShort(code, whole));
  return new Map(whole < minLength || areConsecutive(numbers) ? [] : short.map((code) => [code, whole]));
}

/** Characters. Official codes have three or more; shorter ones are somebody's own numbers. */
const minLength = 3;

const longestOf = (codes: readonly string[]): number =>
  codes.reduce((longest, { length }) => Math.max(longest, length), 0);

const isShort = (code: string, whole: number): boolean => /^[1-9]\d*$|^0$/.test(code) && code.length < whole;

function areConsecutive(numbers: readonly string[]): boolean {
  const values = numbers.map(Number).toSorted((a, b) => a - b);
  return values.length > 1 && values.every((value, index) => index === 0 || value === (values[index - 1] ?? 0) + 1);
}
