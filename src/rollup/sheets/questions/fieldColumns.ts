/** The first columns of a table with a row for each field of a question and group of partners. */
export const fieldColumns = [
  { heading: 'Ref', role: 'reference', width: 14 },
  { heading: 'Question', role: 'text', width: 46 },
  { heading: 'Field', role: 'text', width: 22 },
] as const;
