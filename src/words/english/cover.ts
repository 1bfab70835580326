/** The sheet that is seen first. The reader finds the identity of a workbook by some of its labels. */
export const cover = {
  title: 'Self-assessment workbook',
  reviewTitle: 'Second opinion: workbook for an assessor',
  /** After the name of a body: `Sample Region: self-assessment workbook`. */
  titleOf: (body: string, title: string) => `${body}: ${title.toLowerCase()}`,
  note: (partner: string, round: string) => `${partner}, round ${round}`,
  toPutRight: 'To put right',
  selfAssessment: 'Self-assessment',
  returnBy: 'Return by',
  returnTo: 'Return to',
  reply: 'Reply to the message with which you received this workbook, and attach it.',
  progress: 'How far you are',
  stepHeadings: ['Step', 'What to do'],
  step: (number: number) => `Step ${number}`,
  identityHeadings: ['About this workbook', 'Details'],
  /** Labels by which a workbook can be identified. */
  labels: {
    partnerCode: 'Organisation code',
    partnerName: 'Organisation',
    round: 'Round',
    workbook: 'Workbook number',
  },
  area: 'Area',
  region: 'Region',
  about: 'About',
  instrument: 'Instrument',
  origin: (publisher: string, published: string, edition: string) => `${publisher}, ${published}; edition ${edition}`,
  issued: 'Issued',
} as const;

/** How to fill in the workbook and return it. */
export const steps = {
  example: [
    'Read the Guide, which first explains the worked example.',
    'Look at the sheets to see how to fill them in.',
    'Then fill in the workbook that was sent to your own organisation. Do not return this one: it would be refused.',
  ],
  open: (colour: string) => `Only the ${colour} cells can be filled in; the others are locked.`,
  from: (first: string, last: string) => `"${first}" to "${last}"`,
  sheet: (name: string) => `"${name}"`,
  fillIn: (sheets: string) => `Fill in ${sheets}.`,
  review: {
    read: 'Keep the file name. Read the Guide.',
    compare: (questions: string) =>
      `On ${questions}, compare what the partner wrote with the criteria. Choose your own level, say how good the evidence is, and recommend what comes next.`,
    agree: 'Talk to the partner. Where you agree on a level, enter it under "Agreed level".',
    send: 'Return this workbook as an Excel file, not as a PDF or a link. It may be returned again after you have agreed.',
  },
  read: 'Keep the file name. Read the Guide, and bring together the people who know the answers.',
  answer: (questions: string, hasEvidence: boolean) =>
    `Answer every question on ${questions}${hasEvidence ? ', and give your evidence' : ''}.`,
  plan: 'For a question that falls short, say what will be done, who leads, and by when; leave the action blank if none is needed.',
  notApplicable: 'If a question does not apply, choose that answer where the list offers it, and give the reason.',
  send: (results: readonly string[]) =>
    `When every line of the Checklist says Done, ${results.length === 0 ? '' : `look at the ${results.join(' and the ')}. Then `}return this workbook as an Excel file, not as a PDF or a link.`,
} as const;

/** The list of sheets on the Cover. */
export const contents = {
  fillInHeadings: ['Fill in', 'What it contains', 'Answered', 'Done', 'State'],
  readHeadings: ['Read', 'What it contains'],
  questions: (answered: number | string, all: number | string) => `${answered} of ${all} questions`,
  /** After a number. */
  row: 'row',
  rows: 'rows',
  corrections: 'What to put right in the workbook that you returned, with links to the cells.',
  checklist: 'What is still to do, with links to the cells.',
  scorecard: 'Positions, overall and by part, with the answers behind them.',
  perspectives: 'What each perspective means, its position and its weakest question.',
  areas: 'Questions below the highest level, lowest level first.',
  answers: 'Every question with its answer and its action.',
  actionPlan: 'What will be done, by whom and by when.',
} as const;
