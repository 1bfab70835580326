/** The first columns of a table with a row for each field of a question and group of partners. */
export const fieldColumns = [
  { heading: 'Ref', role: 'reference', width: 12 },
  { heading: 'Question', role: 'text', width: 36 },
  { heading: 'Field', role: 'text', width: 20 },
] as const;
