/** A day, perhaps with a time of day, as people in Britain write it: what the text says, not yet an instant. */
export interface WrittenTime {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  /** Absent when the text gives the day alone. */
  readonly time?: {
    /** `HH:MM`, on a clock of 24 hours. */
    readonly clock: string;
    /** 0 when the text gives none. */
    readonly seconds: number;
    /** `GMT` or `BST`, where the text names one. */
    readonly zone?: string;
    /** True for midnight, 12 am and 12 pm, of which people mean different times. */
    readonly isUnclear: boolean;
  };
}

/**
 * Reads a day in British order (18/12/2026, 18.12.26, 18 Dec 2026, Friday 18th December 2026) or with the year first
 * (2026-12-18), and the time before or after it (12:00, 5pm, 5.30 pm, noon). A month in words may also come first. Midnight
 * is the end of the day, 23:59, which is what deadlines mean; 12 am is its beginning.
 *
 * @returns undefined for a text that is none of these, and for a day or a time that does not exist
 */
export function readWrittenTime(text: string): WrittenTime | undefined {
  if (text.length > maxLength) return undefined;
  const tidy = text.normalize('NFKC').replace(/\s+/g, ' ').trim();
  const day = readDay(tidy);
  if (day !== undefined) return { day };
  for (const form of [timeAfter, timeBefore]) {
    const { day: written = '', ...parts } = form.exec(tidy)?.groups ?? {};
    const [dayThen, time] = [readDay(written), readTime(parts)];
    if (dayThen !== undefined && time !== undefined) return { day: dayThen, time };
  }
  return undefined;
}

/** The beginning of a text with its month before its day, in British order; undefined where it may have that order already. */
export function dayFirst(text: string): string | undefined {
  const { month = '', sign = '', day = '', year = '' } = monthFirst.exec(text.trim())?.groups ?? {};
  const turned = `${day}${sign}${month}${sign}${year}`;
  return readDay(turned) === undefined ? undefined : turned;
}

/** Characters. The longest date and time in words has 60, and texts from strangers may have thousands. */
const maxLength = 100;

const monthFirst = /^(?<month>0?[1-9]|1[0-2])(?<sign>[/.-])(?<day>1[3-9]|2\d|3[01])\k<sign>(?<year>\d{4}|\d{2})(?!\d)/;

/** A month in words, in full or by three letters, is unambiguous. A space matches any separator. */
const dayForms: readonly RegExp[] = [
  /^(?<day>\d{1,2}) (?<month>\d{1,2}) (?<year>\d{4}|\d{2})$/,
  /^(?<year>\d{4}) (?<month>\d{1,2}) (?<day>\d{1,2})$/,
  /^(?<day>\d{1,2}) (?<month>[a-z]+) (?<year>\d{4}|\d{2})$/i,
  /^(?<month>[a-z]+) (?<day>\d{1,2}) (?<year>\d{4})$/i,
];

const halfForm = '[ap]\\.?m\\b\\.?';
const timeForm = [
  '(?:(?:12(?:[:.]00)? ?)?(?<word>noon|midday|midnight)',
  `|(?<hour>\\d{1,2})(?:[:.](?<minute>\\d{2})(?:[:.](?<second>\\d{2})(?:\\.\\d+)?)?(?: ?(?<half>${halfForm}))?| ?(?<wholeHalf>${halfForm})))`,
  '(?: ?(?<zone>GMT|BST|Z)\\b)?(?: \\(?UK time\\)?)?',
].join('');

const timeAfter = new RegExp(`^(?<day>.+?)(?:T|[ ,]+(?:at |by )?)${timeForm}$`, 'i');
const timeBefore = new RegExp(`^${timeForm},?(?: on)? (?<day>.+)$`, 'i');

const months: readonly string[] = [
  ...['january', 'february', 'march', 'april', 'may', 'june'],
  ...['july', 'august', 'september', 'october', 'november', 'december'],
];

/** Two-digit years up to this one belong to the century of 2000. */
const lastShortYear = 75;

function readDay(text: string): string | undefined {
  const tidy = text
    .replace(/[\s/.,-]+/g, ' ')
    .replace(/^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]* /i, '')
    .replace(/\b(\d{1,2})(?:st|nd|rd|th)\b/i, '$1')
    .replace(/\bsept\b/i, 'Sep')
    .trim();
  for (const form of dayForms) {
    const { day = '', month = '', year = '' } = form.exec(tidy)?.groups ?? {};
    if (year !== '') return dayOf(fullYear(year), monthNumber(month), Number(day));
  }
  return undefined;
}

const fullYear = (year: string): number =>
  year.length > 2 ? Number(year) : Number(year) + (Number(year) <= lastShortYear ? 2000 : 1900);

/** From 1; 0 if there is no such month. */
function monthNumber(month: string): number {
  if (/^\d/.test(month)) return Number(month);
  const name = month.toLowerCase();
  return months.findIndex((full) => full === name || full.slice(0, 3) === name) + 1;
}

function dayOf(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  // JavaScript rolls over an impossible day, such as 30 February, and takes the year 26 for 1926.
  const exists = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? date.toISOString().slice(0, 10) : undefined;
}

type TimeParts = Readonly<Partial<Record<string, string>>>;

function readTime({ hour = '', minute = '00', second = '0', zone, word, ...halves }: TimeParts): WrittenTime['time'] {
  const half = (halves['half'] ?? halves['wholeHalf'])?.charAt(0).toLowerCase();
  const clock = word === undefined ? clockOf(Number(hour), minute, half) : wordClocks[word.toLowerCase()];
  if (clock === undefined || Number(minute) > 59 || Number(second) > 59) return undefined;
  return {
    ...{ clock, seconds: Number(second) },
    ...(zone === undefined ? {} : { zone: zone.toUpperCase().replace('Z', 'GMT') }),
    isUnclear: word?.toLowerCase() === 'midnight' || (half !== undefined && Number(hour) === 12 && minute === '00'),
  };
}

const wordClocks: Readonly<Record<string, string>> = { noon: '12:00', midday: '12:00', midnight: '23:59' };

/** @param half `a` before noon, `p` after it, by a clock of 12 hours. */
function clockOf(hour: number, minute: string, half: string | undefined): string | undefined {
  if (half === undefined ? hour > 23 : hour < 1 || hour > 12) return undefined;
  const hours = half === undefined ? hour : (hour % 12) + (half === 'p' ? 12 : 0);
  return `${String(hours).padStart(2, '0')}:${minute}`;
}
