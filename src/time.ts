import { tz } from '@date-fns/tz';
import { format, isValid, parse, subDays } from 'date-fns';

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

/** `2026-12-18`: the day in UK time, or that of some days before. */
export const ukDay = (instant: Date, daysBefore = 0): string =>
  format(subDays(instant, daysBefore, { in: london }), 'yyyy-MM-dd', { in: london });
