/**
 * What a workbook says by itself, sheet by sheet: the catalogue of English. A catalogue of another language has the same
 * properties, and `wordsOf` lists it.
 */
export const english = {
  cover: {
    title: 'Self-assessment workbook',
    reviewTitle: 'Second opinion: workbook for an assessor',
    note: (partner: string, round: string) => `${partner}, round ${round}`,
    selfAssessment: 'Self-assessment',
    returnBy: 'Return by',
    returnTo: 'Return to',
    reply: 'Reply to the message with which you received this workbook, and attach it.',
    progress: 'How far you are',
    stepHeadings: ['Step', 'What to do'],
    step: (number: number) => `Step ${number}`,
    identityHeadings: ['About this workbook', 'Details'],
    area: 'Area',
    region: 'Region',
    about: 'About',
    instrument: 'Instrument',
    origin: (publisher: string, published: string, edition: string) => `${publisher}, ${published}; edition ${edition}`,
    issued: 'Issued',
  },
  steps: {
    example: [
      'Read the Guide, which first explains the worked example.',
      'Look at the sheets to see how to fill them in.',
      'Then fill in the workbook that was sent to your own organisation. Do not return this one: it would be refused.',
    ],
    open: (colour: string) => `Only the ${colour} cells can be filled in; the others are locked.`,
    from: (first: string, last: string) => `"${first}" to "${last}"`,
    sheet: (name: string) => `"${name}"`,
    listed: (names: readonly string[]) =>
      names.length === 1 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`,
    fillIn: (sheets: string) => `Fill in ${sheets}.`,
    review: {
      read: 'Keep the file name. Read the Guide.',
      compare: (questions: string) =>
        `On ${questions}, compare what the partner wrote with the criteria. Choose your own level, say how good the evidence is, and recommend what comes next.`,
      agree: 'Talk to the partner. Where you agree on a level, enter it under "Agreed level".',
      send: 'Return this workbook as an Excel file, not as a PDF or a link. It may be returned again after you have agreed.',
    },
    read: 'Keep the file name. Read the Guide, and bring together the partners who commission and provide services with you.',
    answer: (questions: string) =>
      `Answer every question on ${questions}: choose an answer from the list, and give your evidence.`,
    plan: 'For a question that falls short, say what will be done, who leads, and by when; leave the action blank if none is needed. If a question does not apply, choose that answer where the list offers it, and give the reason.',
    send: (results: readonly string[]) =>
      `When every line of the Checklist says Done, ${results.length === 0 ? '' : `look at the ${results.join(' and the ')}. Then `}return this workbook as an Excel file, not as a PDF or a link.`,
  },
  contents: {
    fillInHeadings: ['Fill in', 'What it contains', 'Answered', 'Done', 'State'],
    readHeadings: ['Read', 'What it contains'],
    checklist: 'What is still to do, with links to the cells.',
    scorecard: 'Positions, overall and by part, with the answers behind them.',
    perspectives: 'What each perspective means, its position and its weakest question.',
    areas: 'Questions below the highest level, lowest level first.',
    answers: 'Every question with its answer and its action.',
    actionPlan: 'What will be done, by whom and by when.',
  },
  guide: {
    title: 'Guide',
    headings: ['Topic', 'What to know'],
    subjects: 'What this self-assessment is for, and how to score.',
    subjectsWithColours: 'What this self-assessment is for, how to score, and what the colours mean.',
    workedExample: 'Worked example',
    overall: 'Overall',
    part: (meaning: string, questions: string) => `${meaning}Questions: ${questions}.`,
    noQuestions: 'none',
  },
  source: {
    title: 'About the source',
    subjects: 'What was added to the source, and what was decided where the source is unclear.',
    optional: 'You do not need it to answer the questions.',
    headings: ['No.', 'Note'],
  },
  resources: {
    title: 'Resources',
    note: 'Publications and websites that the instrument names, with what it says of them. Some addresses no longer work.',
    list: 'List',
    entry: 'Title',
    author: 'Author',
    date: 'Date',
    address: 'Address',
  },
} as const;
