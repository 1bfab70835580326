/** 1 January 1970 as the two systems count days; that of 1904 starts 1462 days later. */
export const epochSerial = { 1900: 25_569, 1904: 24_107 } as const;

/**
 * A day, `YYYY-MM-DD`, as Excel's 1900 system counts it: days since the last one of 1899, with a 29 February 1900 that
 * never was.
 */
export const daySerial = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000 + epochSerial[1900];
