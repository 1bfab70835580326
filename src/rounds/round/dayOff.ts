/**
 * The name of a day on which few people are at work: a weekend, or a bank holiday in England by the rules of the Banking and
 * Financial Dealings Act 1971. Holidays proclaimed for a single year, as for a coronation, are not known in advance.
 *
 * @param day `YYYY-MM-DD`
 * @returns undefined for other days
 */
export function dayOff(day: string): string | undefined {
  return weekend[new Date(day).getUTCDay()] ?? bankHolidays(Number(day.slice(0, 4))).get(day);
}

const weekend: Readonly<Record<number, string>> = { 0: 'a Sunday', 6: 'a Saturday' };

const monday = 1;

function bankHolidays(year: number): ReadonlyMap<string, string> {
  const easter = easterSunday(year);
  const christmas = weekday(year, 12, 25);
  return new Map([
    [weekday(year, 1, 1), 'the New Year bank holiday'],
    [shifted(easter, -2), 'Good Friday'],
    [shifted(easter, 1), 'Easter Monday'],
    [firstMonday(year, 5, 1), 'the early May bank holiday'],
    [firstMonday(year, 5, 25), 'the spring bank holiday'],
    [firstMonday(year, 8, 25), 'the summer bank holiday'],
    [christmas, 'the Christmas bank holiday'],
    [boxingDay(year, christmas), 'the Boxing Day bank holiday'],
  ]);
}

/** A day, or the Monday after it where it is at a weekend. */
function weekday(year: number, month: number, date: number): string {
  const day = dayText(year, month, date);
  return weekend[new Date(day).getUTCDay()] === undefined ? day : firstMonday(year, month, date);
}

/** The first Monday from a day on. */
function firstMonday(year: number, month: number, date: number): string {
  const day = dayText(year, month, date);
  return shifted(day, (monday + 7 - new Date(day).getUTCDay()) % 7);
}

/** A substitute for Boxing Day at a weekend follows the one for Christmas Day. */
function boxingDay(year: number, christmas: string): string {
  const day = weekday(year, 12, 26);
  return day === christmas ? shifted(day, 1) : day;
}

/** By the Gregorian calendar, in the form known as that of Meeus, Jones and Butcher. */
function easterSunday(year: number): string {
  const golden = year % 19;
  const [century, ofCentury] = [Math.floor(year / 100), year % 100];
  const moon = century - Math.floor(century / 4) - Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + moon + 15) % 30;
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - epact - (ofCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  const days = epact + toSunday - 7 * late + 114;
  return dayText(year, Math.floor(days / 31), (days % 31) + 1);
}

const dayText = (year: number, month: number, date: number): string =>
  new Date(Date.UTC(year, month - 1, date)).toISOString().slice(0, 10);

const shifted = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
