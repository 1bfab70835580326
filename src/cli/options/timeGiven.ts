import { parseDay, parseUkTime, type UkTime } from '../../time.ts';
import { dayFirst } from '../../writtenTime.ts';
import { UsageError } from '../terminal/context.ts';

/**
 * The UK time that an option gives.
 *
 * @param example a time as it can be written
 * @throws UsageError when it is none
 */
export function timeGiven(option: string, text: string, example: string): UkTime {
  const time = parseUkTime(text);
  if (time !== undefined) return time;
  refuseMonthFirst(option, text);
  const [, written = '', clock = ''] = /^(.*\S) *(GMT|BST)$/i.exec(text.trim()) ?? [];
  throw new UsageError(
    parseUkTime(written) === undefined
      ? `${option} "${text}" is not a date and time. Write day, month, year and UK time, as in ${option} "${example}". The day alone is enough, and ends at 23:59.`
      : `${option} "${text}" is not a time that UK clocks show. Give the time that they show then, without ${clock}.`,
  );
}

/**
 * The day that an option gives, `YYYY-MM-DD`.
 *
 * @param example a day as it can be written
 * @throws UsageError when it is none, or has a time
 */
export function dayGiven(option: string, text: string, example: string): string {
  const day = parseDay(text);
  if (day !== undefined) return day;
  refuseMonthFirst(option, text);
  throw new UsageError(`${option} "${text}" is not a day. Write day, month and year, as in ${option} ${example}.`);
}

function refuseMonthFirst(option: string, text: string): void {
  const turned = dayFirst(text);
  if (turned === undefined) return;
  throw new UsageError(
    `${option} "${text}" has the month first. Dates are written with the day first: write ${turned} if that is the day.`,
  );
}
