type Count = number | string;

/** The list of everything still open. */
export const checklist = {
  note: 'This list updates as you type. When every line says Done, send the workbook.',
  bySheet: 'What is left, by sheet',
  sheetHeadings: ['Sheet', 'First cell to fill in', 'Things to do', 'State', 'Needed'],
  needed: 'What is needed',
  rows: 'Rows to complete or correct (blank when there are none)',
  lineHeadings: ['Sheet', 'What is needed', 'What to do', 'State', 'Go there'],
  goTo: (place: string) => `Go to ${place}`,
  /** The states of a line. */
  done: 'Done',
  open: 'To do',
  notAsked: 'Not asked',
  notNeeded: 'Not needed',
  optional: 'Optional',
  /** The states of a sheet and of the workbook, and what follows them. */
  complete: 'Complete',
  incomplete: 'Incomplete',
  send: 'send the workbook.',
  answered: (answered: Count, applicable: Count) => `Answered ${answered} of ${applicable} questions that apply.`,
  thing: (count: Count) => `${count} thing`,
  things: (count: Count) => `${count} things`,
  left: (things: string) => `${things} to do.`,
  entry: (number: Count) => `No. ${number}`,
  more: (count: Count) => `And ${count} more: they appear as these are done.`,
} as const;

/** What to do about a requirement that a row does not meet. */
export const toDo = {
  row: 'a row',
  rows: (count: number) => `${count} rows`,
  everyField: (rows: string) => `Fill in ${rows}, every field`,
  everyRequiredField: (rows: string) => `Fill in ${rows}, every required field`,
  kindOfRow: (section: string, answers: string) => `${section}: ${answers}`,
  addRow: (entry: string, answer: string) => `Add a ${entry}: ${answer}`,
  addTo: (section: string, answer: string) => `Add to ${section}: ${answer}`,
  addToWith: (section: string, answer: string, fields: string) => `Add to ${section}: ${answer}, with ${fields}`,
  answer: (field: string, answers: string) => `${field} ${answers}`,
  giveReason: 'Give the reason',
  fillIn: (field: string) => `Fill in: ${field}`,
  correct: (field: string, other: string) => `Correct: ${field} or ${other}`,
  sayWhy: (field: string, number: string) => `Say in ${field} why ${number} is so high or low`,
  /** Of a sum of numbers, and what it is compared with. */
  mustBe: {
    equal: (sum: string, other: string) => `Correct: ${sum} must equal ${other}`,
    'at-most': (sum: string, other: string) => `Correct: ${sum} must not be more than ${other}`,
    'at-least': (sum: string, other: string) => `Correct: ${sum} must be at least ${other}`,
  },
  totalOf: (field: string, rows: string) => `the total of ${field} in ${rows}`,
  /** Of those rows only that meet a condition. */
  totalWhere: (total: string, condition: string) => `${total} where ${condition}`,
  sayWhyChanged: (field: string, number: string, limit: string) =>
    `Say in ${field} why ${number} changed by more than ${limit}`,
  perCent: (limit: number) => `${limit}%`,
  /** Of a change of a percentage. */
  points: (limit: number) => `${limit} points`,
  nameLead: 'Name a lead',
  giveDate: 'Give a date',
  nameLeadAndGiveDate: 'Name a lead and give a date',
  changeOne: (fields: string) => `Another row has the same ${fields}: change one`,
  noRow: (section: string, fields: string) => `${section} has no row with this ${fields}`,
  chooseAnswer: 'Choose an answer',
  answerYesOrNo: 'Answer Yes or No',
  answerYesOrNoTo: (field: string) => `Answer Yes or No: ${field}`,
  enterNumber: (number: string, field: string) => `Enter ${number}: ${field}`,
  chooseFromList: (field: string) => `Choose from the list: ${field}`,
  enterAddress: (field: string) => `Enter an address that begins with https://: ${field}`,
  enterOptions: (field: string) => `Enter numbers of options, as in 1; 3: ${field}`,
  enterDate: (field: string) => `Enter a date: ${field}`,
  typeAgain: (field: string) => `Type it again: ${field}`,
} as const;

/** The list of findings on a return that a workbook is to correct. */
export const corrections = {
  title: (things: string) => `Correction workbook: ${things}`,
  thing: (count: number) => `${count} thing to put right`,
  things: (count: number) => `${count} things to put right`,
  note: (text: string, level: string) =>
    `It has all your answers. Put right what is listed, in cells that are ${text} or ${level} with a thick edge. Then return it.`,
  noteWithReasons: (text: string, level: string) =>
    `It has all your answers. Put right what is listed, in cells that are ${text} or ${level} with a thick edge, or say in the last column why it is right. Then return it.`,
  headings: ['Sheet', 'Question', 'What is wrong and what to do', 'Go there', 'If it is right as it is: why'],
  /** In the column for explanations, of what cannot be right as it is. */
  noExplanation: 'To be put right',
  whyRight: 'Why it is right',
  sayWhy: (about: string) => `Only if ${about} is right as it is: say why, in a sentence.`,
  tooLong: 'Too long',
  explain: (characters: number) => `Explain it in up to ${characters} characters.`,
  notHere: 'Not in this workbook',
  goTo: (place: string) => `Go to ${place}`,
  answer: (question: string, field: string) => `${question} ${field}`,
  entryAnswer: (entry: string, number: number, field: string) => `${entry} ${number}: ${field}`,
  cell: (cell: string) => `Cell ${cell} of the workbook that came back`,
  wholeWorkbook: 'The whole workbook',
  wholeSheet: 'The whole sheet',
} as const;
