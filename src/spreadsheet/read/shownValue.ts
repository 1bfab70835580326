import { format } from 'numfmt';
import { epochSerial } from '../model/daySerial.ts';
import type { RawValue } from '../model/rawWorkbook.ts';

/** The displayed value of a cell. */
export interface ShownValue {
  /** As an Excel with UK settings shows it; the stored value if Excel shows nothing. */
  readonly text: string;
  /** The stored value, if it means something other than the displayed one: 12-digit numbers end in `E+11`. */
  readonly held?: string;
}

/** A cell's value as its number format displays it. */
export function shownValue(value: RawValue, date1904: boolean): ShownValue {
  switch (value.kind) {
    case 'number':
      return value.isDate ? shownDay(value, date1904) : shownNumber(value);
    case 'text':
      return value.format === undefined ? { text: value.value } : shownText(value.value, value.format);
    case 'boolean':
      return { text: value.value ? 'TRUE' : 'FALSE' };
    case 'error':
    case 'picture':
      return { text: value.value };
  }
}

type NumberValue = Extract<RawValue, { readonly kind: 'number' }>;

/** Excel shows whole numbers of up to eleven digits in full. */
const lastInFull = 99_999_999_999;

function shownNumber({ value, format: code }: NumberValue): ShownValue {
  if (code === undefined && Number.isInteger(value) && Math.abs(value) <= lastInFull) return { text: plain(value) };
  return shownByCode(value, code ?? 'General');
}

function shownByCode(value: number, code: string): ShownValue {
  // The language in a code is that of months and days. Decimal and thousands separators follow the reader's settings.
  const text = formatted(code.replace(/\[\$([^[\]-]*)-[^[\]]*\]/g, '[$$$1]'), value);
  const isShare = multipliesBy100(code) && text.includes('%');
  return shown(
    text,
    isShare ? `${plain(value * 100)}%` : plain(value),
    showsNumber(text, isShare ? value * 100 : value),
  );
}

/** A percent sign in quotation marks or after a backslash is plain text. */
const multipliesBy100 = (code: string): boolean => code.replace(/"[^"]*"?|[\\_*]./gs, '').includes('%');

function shownText(value: string, code: string): ShownValue {
  const text = formatted(code, value);
  return text === spaced(value) ? { text: value } : shown(text, value, false);
}

const shown = (text: string, held: string, isSaid: boolean): ShownValue => {
  if (isSaid) return { text };
  return { text: text === '' ? held : text, held };
};

const options = { locale: 'en-GB', dateSpanLarge: false };

const shownNumbers = new Map<string, string>();
const maxShown = 1_000;

/** The display of a value in a format, cached because columns repeat their numbers. */
function formatted(code: string, value: number | string): string {
  if (typeof value === 'string') return formattedAnew(code, value);
  const key = `${value} ${code}`;
  const known = shownNumbers.get(key) ?? formattedAnew(code, value);
  if (shownNumbers.size >= maxShown) shownNumbers.clear();
  shownNumbers.set(key, known);
  return known;
}

/** An invalid code, or a day before 1900, displays the value unformatted. */
function formattedAnew(code: string, value: number | string): string {
  try {
    return spaced(format(code, value, options));
  } catch {
    return spaced(format('General', value, options));
  }
}

/** Removes the padding that codes add for brackets and shorter fractions. */
const spaced = (text: string): string => text.replace(/ +/g, ' ').trim();

/** All digits of a number that a cell can hold. */
const plain = (value: number): string => String(Number(value.toPrecision(15)));

/** Rounding by less than this share of a number does not change its meaning; a whole number may be a reference. */
const rounding = 0.01;

/** Whether a number can be read from its display, even with another unit between its digits. */
function showsNumber(text: string, value: number): boolean {
  if (value < 0 ? !/[-\u2212(]/.test(text) : value > 0 && text.startsWith('-')) return false;
  const wanted = Math.abs(value);
  const furthest = wanted * (Number.isInteger(value) ? 1e-12 : rounding);
  return figuresIn(text).some((figure) => Math.abs(figure - wanted) <= furthest);
}

/** Numbers that the display may mean: a fraction, the first number, and all digits as one. */
function figuresIn(text: string): readonly number[] {
  const line = text.replace(/,(?=\d{3})/g, '');
  const [, whole = '0', upper = '', lower = ''] = /(?:(?<!\d)(\d+) )?(?<!\d)(\d+) ?\/ ?(\d+)/.exec(line) ?? [];
  const fraction = lower === '' ? [] : [Number(whole) + Number(upper) / Number(lower)];
  const first = /\d+(?:\.\d+)?(?:E[+-]\d+)?/.exec(line);
  const digits = text.replace(/\D/g, '');
  return [...fraction, ...(first === null ? [] : [Number(first[0])]), ...(digits === '' ? [] : [Number(digits)])];
}

/** The format for a day without a format of its own. */
const dayCode = 'dd/mm/yyyy';

/** Days; a shorter time is taken for a duration or a time of day. */
const year = 366;
const until1904 = epochSerial[1900] - epochSerial[1904];

/** 31 December 9999, the last day in Excel. */
const lastDay = 2_958_465;

const dateOf = (serial: number): Date => new Date((serial - epochSerial[1900]) * secondsOfDay * 1000);

const dayOf = (serial: number): string => dateOf(serial).toISOString().slice(0, 10).split('-').toReversed().join('/');

const isElapsed = (code: string): boolean => /\[(?:h+|m+|s+)\]/i.test(code);

function shownDay({ value, format: code = dayCode }: NumberValue, date1904: boolean): ShownValue {
  // Only in the 1904 date system can a time before the first day be displayed.
  if (date1904 && value < 0) return { text: `-${formatted(code, -value)}` };
  const serial = date1904 && value >= year && !isElapsed(code) ? value + until1904 : value;
  if (code === dayCode && Number.isInteger(serial) && serial >= year && serial <= lastDay)
    return { text: dayOf(serial) };
  const text = formatted(code, serial);
  if (text === formatted('General', serial)) return { text };
  const isSaid =
    text !== '' && !isMonthFirst(text, serial) && partsHidden(code, serial).every((part) => part(serial) === serial);
  return shown(text, heldTime(serial), isSaid);
}

/** Whether a day is displayed in American order, so that a British reader takes it for another. */
function isMonthFirst(text: string, serial: number): boolean {
  if (serial < year) return false;
  const [day, month] = [dateOf(serial).getUTCDate(), dateOf(serial).getUTCMonth() + 1];
  const [, first, second] = /(?<!\d)(\d{1,2})[/.-](\d{1,2})[/.-]\d{2,4}(?!\d)/.exec(text) ?? [];
  return Number(first) === month && Number(second) === day && day <= 12 && day !== month;
}

const secondsOfDay = 86_400;

/** The day and time without one of its parts. It differs from the original, unless that part is the usual one. */
type OtherTime = (serial: number) => number;

const inSeconds =
  (change: (seconds: number) => number): OtherTime =>
  (serial) => {
    const seconds = Math.round(serial * secondsOfDay);
    const other = change(seconds);
    return other === seconds ? serial : other / secondsOfDay;
  };

const ofDay =
  (change: (serial: number, date: Date) => number): OtherTime =>
  (serial) =>
    serial < year ? serial : change(serial, dateOf(serial));

/** In these years every date falls on the same weekday as 28 years earlier. */
const sameCalendar = 28 * 365.25;
const fourCenturies = 400 * 365.2425;

const parts: readonly OtherTime[] = [
  inSeconds((seconds) => seconds - (seconds % 60)),
  inSeconds((seconds) => seconds % 3600),
  inSeconds((seconds) => seconds % secondsOfDay),
  inSeconds((seconds) => seconds - (seconds % secondsOfDay)),
  // Day, month, year and century.
  ofDay((serial, date) => serial - date.getUTCDate() + 1),
  ofDay((serial, date) => serial + (new Date(date).setUTCMonth(0) - date.getTime()) / (secondsOfDay * 1000)),
  ofDay((serial) => serial + sameCalendar),
  ofDay((serial, date) => (Math.floor(date.getUTCFullYear() / 100) === 20 ? serial : serial + fourCenturies)),
];

/** 20 March 1935 at 12:31:17, a time without any usual part. */
const example = 12_863.521_724_537_04;

const hiddenByCode = new Map<string, readonly OtherTime[]>();
const maxKnown = 100;

/** The parts that a code does not show. Finding them takes ten times as long as a display, so the result is cached. */
function partsHidden(code: string, serial: number): readonly OtherTime[] {
  // Other numbers may use another section of the code.
  if (/\[[<>=]/.test(code)) return partsHiddenOf(code, serial);
  const known = hiddenByCode.get(code) ?? partsHiddenOf(code, example);
  if (hiddenByCode.size >= maxKnown) hiddenByCode.clear();
  hiddenByCode.set(code, known);
  return known;
}

function partsHiddenOf(code: string, serial: number): readonly OtherTime[] {
  const text = formatted(code, serial);
  return parts.filter((part) => part(serial) !== serial && formatted(code, part(serial)) === text);
}

/** A day with its time, or a duration, both written in full. */
function heldTime(serial: number): string {
  const seconds = Math.round(serial * secondsOfDay);
  const clock = seconds % 60 === 0 ? 'hh:mm' : 'hh:mm:ss';
  if (serial < year) return serial === 0 ? '0' : formatted(clock.replace('hh', '[h]'), serial);
  return formatted(seconds % secondsOfDay === 0 ? dayCode : `${dayCode} ${clock}`, serial);
}
