import { tzOffset } from '@date-fns/tz';

/** A time on UK clocks, as an instant. */
export interface UkTime {
  readonly instant: Date;
  /**
   * `once` for nearly all times. In the night in which the clocks go forward an hour is `skipped`; in the night in which they
   * go back an hour is `repeated`. Both are taken as GMT: a skipped 01:30 is 02:30 by the clock, and of a repeated 01:30
   * the second is taken.
   */
  readonly occurs: 'once' | 'skipped' | 'repeated';
}

/** The zone of all deadlines, whatever the zone of the machine. */
const zone = 'Europe/London';

const minute = 60_000;
const day = 24 * 60 * minute;

/** Reads `YYYY-MM-DD HH:MM` (or a day alone, which ends at 23:59) in UK time; undefined when it is no such date. */
export function parseUkTime(text: string): UkTime | undefined {
  const [date = '', time = '23:59', ...rest] = text.trim().split(/[ T]+/);
  if (rest.length > 0 || !/^\d{4}-\d{2}-\d{2}$/.test(date) || !/^\d{1,2}:\d{2}$/.test(time)) return undefined;
  const written = `${date} ${time.padStart(5, '0')}`;
  const asGmt = new Date(`${written.replace(' ', 'T')}Z`);
  // What JavaScript rolls over, such as 24:00 or 30 February, reads differently afterwards.
  if (Number.isNaN(asGmt.getTime()) || clockText(asGmt) !== written) return undefined;
  const offsets = new Set([-day, 0, day].map((shift) => tzOffset(zone, new Date(asGmt.getTime() + shift))));
  const instants = [...offsets]
    .map((offset) => new Date(asGmt.getTime() - offset * minute))
    .filter((instant) => ukTime(instant) === written);
  const [first = asGmt, second] = instants.toSorted((a, b) => a.getTime() - b.getTime());
  if (second !== undefined) return { instant: second, occurs: 'repeated' };
  return { instant: first, occurs: instants.length === 0 ? 'skipped' : 'once' };
}

/** `2026-12-18 12:00`, in UK time: for tables, where it also sorts. */
export const ukTime = (instant: Date): string => clockText(onUkClock(instant));

/** `12:00 (UK time) on Friday 18 December 2026`. */
export function ukTimeInWords(instant: Date): string {
  const clock = onUkClock(instant);
  return `${clockText(clock).slice(11)} (UK time) on ${weekday.format(clock)} ${dateInWords(clock)}`;
}

/** The day of an instant in UK time, or some days before it, `YYYY-MM-DD`. */
export const ukDay = (instant: Date, daysBefore = 0): string =>
  clockText(new Date(onUkClock(instant).getTime() - daysBefore * day)).slice(0, 10);

/** `4 January 2027`, of a day `YYYY-MM-DD`. */
export const dayInWords = (text: string): string => dateInWords(new Date(`${text}T00:00:00Z`));

/** What UK clocks show, as the UTC fields of a date: those alone do not depend on the machine's zone. */
const onUkClock = (instant: Date): Date => new Date(instant.getTime() + tzOffset(zone, instant) * minute);

const clockText = (clock: Date): string => clock.toISOString().slice(0, 16).replace('T', ' ');

const dateInWords = (clock: Date): string => `${clock.getUTCDate()} ${month.format(clock)} ${clock.getUTCFullYear()}`;

const weekday = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', weekday: 'long' });
const month = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', month: 'long' });
