/**
 * A day, `YYYY-MM-DD`, as Excel's 1900 system counts it: days since the last one of 1899, with a 29 February 1900 that
 * never was.
 */
export const daySerial = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000 + 25_569;
