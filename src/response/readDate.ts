import { epochSerial } from '../spreadsheet/model/daySerial.ts';
import type { RawValue } from '../spreadsheet/model/rawWorkbook.ts';
import { readWrittenTime } from '../writtenTime.ts';
import { tidyText } from './tidyText.ts';

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
  const tidy = tidyText(text);
  // A day that was pasted as its serial number in Excel.
  if (/^\d{5}$/.test(tidy)) return fromSerial(Number(tidy), date1904);
  const written = readWrittenTime(tidy);
  return written && plausibleDay(new Date(written.day));
}

function plausibleDay(date: Date): string | undefined {
  const year = date.getUTCFullYear();
  return year >= plausible.from && year <= plausible.to ? date.toISOString().slice(0, 10) : undefined;
}
