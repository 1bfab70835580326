/** Purpose, scoring, and the meaning of levels and positions. */
export const guide = {
  headings: ['Topic', 'What to know'],
  subjects: 'What this self-assessment is for, and how to score.',
  subjectsWithColours: 'What this self-assessment is for, how to score, and what the colours mean.',
  workedExample: 'Worked example',
  overall: 'Overall',
  given: 'Facts given beforehand',
  howGiven: (colour: string, column: string) =>
    `Cells coloured ${colour} have a fact already: what is known of your organisation, or what you answered in the last round. The column "${column}" says what was given. Leave a fact that is right: it counts as confirmed when you return the workbook. If it is wrong, type the right one over it.`,
  part: (meaning: string, questions: string) => `${meaning}Questions: ${questions}.`,
  noQuestions: 'none',
} as const;

/** What was added to the source of an instrument, and what was decided. */
export const source = {
  subjects: 'What was added to the source, and what was decided where the source is unclear.',
  optional: 'You do not need it to answer the questions.',
  headings: ['No.', 'Note'],
} as const;

/** Publications and websites. */
export const resources = {
  note: 'Publications and websites that the instrument names, with what it says of them. Addresses may have changed since.',
  list: 'List',
  entry: 'Title',
  author: 'Author',
  date: 'Date',
  address: 'Address',
} as const;
