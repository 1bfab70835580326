/** Where the list of corrections is on its sheet. */
export const correctionsTable = {
  headerRow: 4,
  /** Every row has a link in it, or its substitute. */
  linkColumn: 4,
  /** The partner's explanation; earlier versions had no such column. */
  explanationColumn: 5,
} as const;
