/**
 * Reads the date of a header (RFC 5322, 3.3): `Tue, 17 Nov 2026 10:00:00 +0000 (GMT)`. A zone by name that is
 * not one of the few defined ones counts as UTC (4.3). Undefined for any other text.
 */
export function mailTime(text: string): Date | undefined {
  const found =
    /(\d{1,2})\s+([a-z]{3})[a-z]*\s+(\d{4})\s+(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\s+([+-]\d{4}|[a-z]{1,5}))?/i.exec(
      text.slice(-200),
    );
  if (found === null) return undefined;
  const [, day, month = '', year, hour, minute, second = '0', zone = ''] = found;
  return instant(Number(year), month, [day, hour, minute, second].map(Number), offsetOf(zone));
}

/** Reads the date in the line that begins a message of an mbox: `From a@b.example Tue Nov 17 10:00:00 2026`, in UTC (RFC 4155). */
export function separatorTime(line: string): Date | undefined {
  const found = /([a-z]{3}) +(\d{1,2}) +(\d{1,2}):(\d{2})(?::(\d{2}))? .*?(\d{4})\s*$/i.exec(line.slice(-200));
  if (found === null) return undefined;
  const [, month = '', day, hour, minute, second = '0', year] = found;
  return instant(Number(year), month, [day, hour, minute, second].map(Number), 0);
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Minutes east of Greenwich. */
const zones: Readonly<Record<string, number>> = {
  bst: 60,
  edt: -240,
  est: -300,
  cdt: -300,
  cst: -360,
  mdt: -360,
  mst: -420,
  pdt: -420,
  pst: -480,
};

function offsetOf(zone: string): number {
  const [, sign, hours, minutes] = /^([+-])(\d{2})(\d{2})$/.exec(zone) ?? [];
  if (hours === undefined) return zones[zone.toLowerCase()] ?? 0;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

function instant(
  year: number,
  month: string,
  [day = 0, hour = 0, minute = 0, second = 0]: readonly number[],
  offset: number,
): Date | undefined {
  const index = months.indexOf(month.toLowerCase());
  const isReal = index >= 0 && day >= 1 && day <= 31 && hour < 24 && minute < 60 && second <= 60 && year >= 1970;
  return isReal ? new Date(Date.UTC(year, index, day, hour, minute - offset, second)) : undefined;
}
