import { format } from 'date-fns/format';
import { isValid } from 'date-fns/isValid';
import { parse } from 'date-fns/parse';
import { epochSerial } from '../spreadsheet/daySerial.ts';
import type { RawValue } from '../spreadsheet/rawWorkbook.ts';
import { tidyText } from './tidyText.ts';

/** In British order; a month in words, in full or by three letters, cannot be mistaken. Spaces stand for any separator. */
const writtenForms = ['d M yyyy', 'd M yy', 'yyyy M d', 'd MMMM yyyy', 'd MMMM yy', 'MMMM d yyyy'];

/** Two-figure years are taken to lie within fifty years of this day. */
const reference = new Date(2025, 0, 1);

/** Days outside these years are slips: a "3" typed into a date cell is 3 January 1900 to Excel. */
const plausible = { from: 1990, to: 2100 };

/** The first and the last day that are read as an answer. */
export const firstDay = `${plausible.from}-01-01`;
export const lastDay = `${plausible.to}-12-31`;

const dayMilliseconds = 86_400_000;

/** A cell's value as a day, `YYYY-MM-DD`, or undefined when it is none. */
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
  const date = new Date(days * dayMilliseconds);
  return isValid(date) ? within(date.getUTCFullYear(), date.toISOString().slice(0, 10)) : undefined;
}

function fromText(text: string, date1904: boolean): string | undefined {
  const tidy = tidyText(text.normalize('NFKC'))
    .replace(/[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z| ?[AP]M)?$/i, '')
    .replace(/[\s/.,-]+/g, ' ')
    .replace(/^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]* /i, '')
    .replace(/\b(\d{1,2})(?:st|nd|rd|th)\b/i, '$1')
    .replace(/\bsept\b/i, 'Sep')
    .trim();
  // A day that was pasted as the number by which Excel counts it.
  if (/^\d{5}$/.test(tidy)) return fromSerial(Number(tidy), date1904);
  // A year has two figures or four: 1.2.3 is a question and no day.
  if (!/^\d{4} | (?:\d{2}|\d{4})$/.test(tidy)) return undefined;
  for (const form of writtenForms) {
    const date = parse(tidy, form, reference);
    // The form with four figures also takes 27, for the year 27: the next one reads it as 2027.
    const day = isValid(date) ? within(date.getFullYear(), format(date, 'yyyy-MM-dd')) : undefined;
    if (day !== undefined) return day;
  }
  return undefined;
}

const within = (year: number, day: string): string | undefined =>
  year >= plausible.from && year <= plausible.to ? day : undefined;
