import { tz } from '@date-fns/tz';
import { format } from 'date-fns/format';
import { isValid } from 'date-fns/isValid';
import { parse } from 'date-fns/parse';
import { subDays } from 'date-fns/subDays';

/** Deadlines are told and kept in the time of the partners' clocks, wherever the analyst's machine stands. */
const london = tz('Europe/London');

/** Reads `YYYY-MM-DD HH:MM` (or a day alone, which ends at 23:59) in UK time; undefined when it is no such date. */
export function parseUkTime(text: string): Date | undefined {
  const [day = '', time = '23:59', ...rest] = text.trim().split(/[ T]+/);
  if (rest.length > 0 || !/^\d{4}-\d{2}-\d{2}$/.test(day) || !/^\d{1,2}:\d{2}$/.test(time)) return undefined;
  const parsed = parse(`${day} ${time}`, 'yyyy-MM-dd H:mm', new Date(), { in: london });
  return isValid(parsed) ? new Date(parsed.getTime()) : undefined;
}

/** `12:00 (UK time) on Friday 18 December 2026`. */
export const ukTimeInWords = (instant: Date): string =>
  format(instant, "HH:mm '(UK time) on' EEEE d MMMM yyyy", { in: london });

/** `2026-12-18 12:00`, in UK time: for tables, where it also sorts. */
export const ukTime = (instant: Date): string => format(instant, 'yyyy-MM-dd HH:mm', { in: london });

/** The day of an instant in UK time, or some days before it, `YYYY-MM-DD`. */
export const ukDay = (instant: Date, daysBefore = 0): string =>
  format(subDays(instant, daysBefore, { in: london }), 'yyyy-MM-dd', { in: london });

/** `4 January 2027`, of a day `YYYY-MM-DD`. */
export const dayInWords = (day: string): string => format(parse(day, 'yyyy-MM-dd', new Date(0)), 'd MMMM yyyy');
