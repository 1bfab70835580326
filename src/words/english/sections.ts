type Count = number | string;

/**
 * The sheets on which questions are answered and rows are added. The reader finds columns by their headings, so none may
 * occur twice.
 */
export const sections = {
  reference: 'Ref',
  entry: 'No.',
  question: 'Question',
  guidance: 'Guidance',
  suggestions: 'Suggested evidence',
  /** Whether a question is to be answered, where not all are: yes, or as people like. */
  asked: 'Answer this?',
  isAsked: 'Yes',
  isOptional: 'Optional',
  /** Above the column of a field that is asked only under a condition, while it is met. */
  fieldAsked: 'Answer this',
  /** On a sheet of rows that is asked only under a condition: while it is met, and while it is not. */
  sheetAsked: 'Fill in this sheet.',
  otherwiseBlank: (condition: string) => `${condition}. Otherwise leave this sheet blank.`,
  /** Beside cells that have a fact from the beginning: which it was. */
  given: 'Given: confirm or change',
  contents: 'Contents',
  checklist: 'Checklist',
  next: (sheet: string) => `Next: ${sheet}`,
  answered: (answered: Count, applicable: Count) => `Answered ${answered} of ${applicable}.`,
  position: (position: string) => `Position: ${position}.`,
  reasonsMissing: (count: Count) => `Reasons missing: ${count}.`,
  /** After an introduction that was cut. */
  seeGuide: 'See the Guide.',
} as const;

/** What a partner answered before: in the last round or, in a second opinion, of itself. */
export const earlier = {
  lastRound: 'Last round',
  selfScore: 'Self-score',
  selfEvidence: "Partner's evidence",
  /** Heading of a number then, beside that of now. */
  figure: (heading: string) => `${heading}, last round`,
  /** Below a table: which round it was. */
  named: (heading: string, round: string) => `${heading}: ${round}.`,
  was: (level: string) => `was ${level}`,
  wasNotApplicable: 'was n/a',
  wasUnreadable: 'was not readable',
  wasUnanswered: 'was not answered',
  wasNotAsked: 'was not asked',
  wasNotReturned: 'was not returned',
  changed: (answer: string) => `${answer}, before the question changed`,
  seePredecessors: 'see each predecessor',
  scored: (level: string) => `scored ${level}`,
  scoredNotApplicable: 'scored n/a',
  /** What an assessor sees where there is no answer: this word and one of those below. */
  not: 'not',
  readable: 'readable',
  answered: 'answered',
  asked: 'asked',
  returned: 'returned',
  /** In the message of a cell. */
  you: 'you',
  gave: (round: string, who: string, number: string) => `In ${round} ${who} gave ${number}.`,
  itWas: (round: string, number: string) => `In ${round} it was ${number}.`,
  itWasFor: (round: string, number: string, who: string) => `In ${round} it was ${number} for ${who}.`,
  wrote: (round: string, who: string, evidence: string) => `In ${round} ${who} wrote: ${evidence}`,
} as const;

/** When a question is asked. */
export const conditions = {
  forPartners: (kinds: string) => `only for ${kinds}`,
  ifAnswered: (answer: string) => `only if ${answer}`,
  all: (conditions: readonly string[]) => conditions.join(', and '),
  fieldOf: (field: string, item: string) => `${field} of ${item}`,
  is: (place: string, answers: string) => `${place} is ${answers}`,
} as const;
