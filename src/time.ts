import { tzOffset } from '@date-fns/tz';
import { english } from './words/english/english.ts';
import type { Words } from './words/words.ts';
import { readWrittenTime, type WrittenTime } from './writtenTime.ts';

/** A time on UK clocks, as an instant. */
export interface UkTime {
  readonly instant: Date;
  /**
   * `once` for nearly all times. In the night in which the clocks go forward an hour is `skipped`; in the night in which they
   * go back an hour is `repeated`. Both are taken as GMT: a skipped 01:30 is 02:30 by the clock, and of a repeated 01:30
   * the second is taken.
   */
  readonly occurs: 'once' | 'skipped' | 'repeated';
  /** True where the text says midnight, 12 am or 12 pm: people mean different times by these. */
  readonly isUnclear: boolean;
}

/** The zone of all deadlines, whatever the zone of the machine. */
const zone = 'Europe/London';

const minute = 60_000;
const day = 24 * 60 * minute;

/** The two times that UK clocks show, by what they are ahead of GMT in minutes. */
const clocks: Readonly<Record<string, number>> = { GMT: 0, BST: 60 };

/**
 * Reads a day and a time as people in Britain write them (`18/12/2026 5pm`; see `readWrittenTime`), in UK time. A day alone
 * ends at 23:59. `GMT` or `BST` may follow, and says which of two times is meant in the night in which the clocks go back.
 *
 * @returns undefined when it is no such date, or the clocks show the other of GMT and BST then
 */
export function parseUkTime(text: string): UkTime | undefined {
  const written = readWrittenTime(text);
  if (written === undefined) return undefined;
  const { clock, seconds, zone: named, isUnclear } = written.time ?? endOfDay;
  const asGmt = new Date(`${written.day}T${clock}Z`);
  const instants = instantsShowing(asGmt);
  const at = (instant: Date): Date => new Date(instant.getTime() + seconds * 1000);
  if (named !== undefined) {
    const instant = instants.find((one) => aheadOfGmt(one) === clocks[named]);
    return instant && { instant: at(instant), occurs: 'once', isUnclear };
  }
  const [first = asGmt, second] = instants;
  if (second !== undefined) return { instant: at(second), occurs: 'repeated', isUnclear };
  return { instant: at(first), occurs: instants.length === 0 ? 'skipped' : 'once', isUnclear };
}

const endOfDay: NonNullable<WrittenTime['time']> = { clock: '23:59', seconds: 0, isUnclear: false };

/** Reads a day without a time, as people in Britain write it. @returns `YYYY-MM-DD`, or undefined when it is none */
export function parseDay(text: string): string | undefined {
  const written = readWrittenTime(text);
  return written?.time === undefined ? written?.day : undefined;
}

/** The instants, earliest first, at which UK clocks show the UTC fields of a date. */
function instantsShowing(clock: Date): readonly Date[] {
  const offsets = new Set([-day, 0, day].map((shift) => aheadOfGmt(new Date(clock.getTime() + shift))));
  return [...offsets]
    .map((offset) => new Date(clock.getTime() - offset * minute))
    .filter((instant) => onUkClock(instant).getTime() === clock.getTime())
    .toSorted((a, b) => a.getTime() - b.getTime());
}

/** In minutes. */
const aheadOfGmt = (instant: Date): number => tzOffset(zone, instant);

/** `2026-12-18 12:00`, in UK time: for tables, where it also sorts. Of a time that occurs twice, `GMT` or `BST` follows. */
export const ukTime = (instant: Date): string => clockText(onUkClock(instant)) + clockName(instant);

/**
 * The minute that UK clocks show, as the UTC fields of a date: for cells with a number format. Of a time that occurs twice,
 * it does not say which it is.
 */
export const ukMinute = (instant: Date): Date => new Date(Math.floor(onUkClock(instant).getTime() / minute) * minute);

/** `12:00 (UK time) on Friday 18 December 2026`. */
export function describeUkTime(instant: Date, dates: Words['dates'] = english.dates): string {
  const clock = onUkClock(instant);
  const time = `${clockText(clock).slice(11)}${clockName(instant)}`;
  return dates.time(time, dates.weekdays[clock.getUTCDay()] ?? '', describeDate(clock, dates));
}

/** ` GMT` or ` BST` where UK clocks show the same time twice, and nothing else. */
function clockName(instant: Date): string {
  if (instantsShowing(onUkClock(instant)).length < 2) return '';
  return aheadOfGmt(instant) === 0 ? ' GMT' : ' BST';
}

/** The day of an instant in UK time, or some days before it, `YYYY-MM-DD`. */
export const ukDay = (instant: Date, daysBefore = 0): string =>
  clockText(new Date(onUkClock(instant).getTime() - daysBefore * day)).slice(0, 10);

/** `4 January 2027`, of a day `YYYY-MM-DD`. */
export const describeDay = (text: string, dates: Words['dates'] = english.dates): string =>
  describeDate(new Date(`${text}T00:00:00Z`), dates);

/** What UK clocks show, as the UTC fields of a date: those alone do not depend on the machine's zone. */
const onUkClock = (instant: Date): Date => new Date(instant.getTime() + aheadOfGmt(instant) * minute);

const clockText = (clock: Date): string => clock.toISOString().slice(0, 16).replace('T', ' ');

const describeDate = (clock: Date, { day, months }: Words['dates']): string =>
  day(clock.getUTCDate(), months[clock.getUTCMonth()] ?? '', clock.getUTCFullYear());
