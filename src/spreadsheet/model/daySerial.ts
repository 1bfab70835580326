/** Serial number of 1 January 1970 in the two date systems; that of 1904 starts 1462 days later. */
export const epochSerial = { 1900: 25_569, 1904: 24_107 } as const;

/**
 * Serial number of a day, `YYYY-MM-DD`, in Excel's 1900 date system: days since 31 December 1899, including 29 February
 * 1900, which did not exist.
 */
export const daySerial = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000 + epochSerial[1900];

/** The same for a moment, with the time of day in UTC as a fraction. */
export const dateSerial = (date: Date): number => date.getTime() / 86_400_000 + epochSerial[1900];
