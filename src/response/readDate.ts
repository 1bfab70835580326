import { epochSerial } from '../spreadsheet/model/daySerial.ts';
import type { RawValue } from '../spreadsheet/model/rawWorkbook.ts';
import { tidyText } from './tidyText.ts';

/** In British order. A month in words, in full or by three letters, is unambiguous. A space matches any separator. */
const writtenForms: readonly RegExp[] = [
  /^(?<day>\d{1,2}) (?<month>\d{1,2}) (?<year>\d{4}|\d{2})$/,
  /^(?<year>\d{4}) (?<month>\d{1,2}) (?<day>\d{1,2})$/,
  /^(?<day>\d{1,2}) (?<month>[a-z]+) (?<year>\d{4}|\d{2})$/i,
  /^(?<month>[a-z]+) (?<day>\d{1,2}) (?<year>\d{4})$/i,
];

const months: readonly string[] = [
  ...['january', 'february', 'march', 'april', 'may', 'june'],
  ...['july', 'august', 'september', 'october', 'november', 'december'],
];

/** Two-digit years up to this one belong to the century of 2000. */
const lastShortYear = 75;

/** Days outside these years are slips: a "3" typed into a date cell is 3 January 1900 to Excel. */
const plausible = { from: 1990, to: 2100 };

/** The first and the last day that are accepted as an answer. */
export const firstDay = `${plausible.from}-01-01`;
export const lastDay = `${plausible.to}-12-31`;

const dayMilliseconds = 86_400_000;

/** A day, `YYYY-MM-DD`, as partners write it: `31/03/2027`. */
export const britishDate = (day: number | string): string => String(day).split('-').toReversed().join('/');

/** Reads a cell's value as a day, `YYYY-MM-DD`; undefined if it is none. Independent of the machine's time zone. */
export function readDate(value: RawValue, date1904: boolean): string | undefined {
  switch (value.kind) {
    case 'number':
      return fromSerial(value.value, date1904);
    case 'text':
      return fromText(value.value, date1904);
    default:
      return undefined;
  }
}

function fromSerial(serial: number, date1904: boolean): string | undefined {
  const days = Math.floor(serial) - epochSerial[date1904 ? 1904 : 1900];
  return plausibleDay(new Date(days * dayMilliseconds));
}

function fromText(text: string, date1904: boolean): string | undefined {
  const tidy = tidyText(text.normalize('NFKC'))
    .replace(/[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z| ?[AP]M)?$/i, '')
    .replace(/[\s/.,-]+/g, ' ')
    .replace(/^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]* /i, '')
    .replace(/\b(\d{1,2})(?:st|nd|rd|th)\b/i, '$1')
    .replace(/\bsept\b/i, 'Sep')
    .trim();
  // A day that was pasted as its serial number in Excel.
  if (/^\d{5}$/.test(tidy)) return fromSerial(Number(tidy), date1904);
  for (const form of writtenForms) {
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
  // JavaScript rolls over an impossible day, such as 30 February.
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? plausibleDay(date) : undefined;
}

function plausibleDay(date: Date): string | undefined {
  const year = date.getUTCFullYear();
  return year >= plausible.from && year <= plausible.to ? date.toISOString().slice(0, 10) : undefined;
}
