/** Where the list of corrections is on its sheet. */
export const correctionsTable = {
  headerRow: 4,
  headings: ['Sheet', 'Question', 'What is wrong and what to do', 'Go there', 'If it is right as it is: why'],
  /** Every row has a link in it, or its substitute. */
  linkColumn: 4,
  /** The partner's explanation; earlier versions had no such column. */
  explanationColumn: 5,
} as const;

/** In the column for explanations, of what cannot be right as it is. */
export const noExplanation = 'To be put right';
