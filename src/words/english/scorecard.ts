type Count = number | string;

/** The positions of the whole and of all parts. */
export const scorecard = {
  note: 'It updates as you answer, and counts questions.',
  levels: (levels: string) => `Levels: ${levels}.`,
  /** The whole among the parts. */
  overall: 'Overall',
  position: 'Position',
  coverage: 'Coverage',
  notApplicable: 'Not applicable',
  unanswered: 'Unanswered',
  noneApplies: 'None applies',
  noFigure: 'No answers',
  headline: (overall: string, position: string) => `${overall}: ${position}`,
  noOverall: 'Positions are given part by part',
  tooFew: '(too few answers)',
  /** `14 questions at level 2, 30 at level 3, nothing unanswered`: what follows each number. */
  question: 'question',
  questions: 'questions',
  answered: (label: string) => `answered ${label}`,
  at: (level: string) => `at ${level}`,
  areNotApplicable: 'not applicable',
  areUnanswered: 'unanswered',
  noneUnanswered: 'nothing unanswered',
  movements: ['Went up', 'Went down', 'Stayed'],
  movementsFromSelf: ['Higher', 'Lower', 'The same'],
  noReturn: 'No return',
  isNew: 'New',
  ruleTitle: 'How positions are worked out',
  ruleTitleOfShares: 'How positions are worked out (otherwise Amber)',
  ruleHeading: 'Rule: of the positions that apply, the last counts',
  ruleHeadingOfShares: 'Rule, in the order in which it is applied',
  threshold: 'Threshold',
  chartTitle: (view: string) => `${view}: position and answers by level`,
  chartAxis: 'Number of questions',
  chartDescription: (view: string, levels: string) =>
    `Stacked bar chart. Each bar is one row of the table "${view}" on this sheet, labelled with its position. ` +
    `It shows how many questions are at each level, from left to right: ${levels}. ` +
    'Unanswered questions are at the end, in grey; those that are not applicable are left out. The table holds the figures.',
} as const;

/** A level by its number. */
export const levels = {
  label: (level: Count) => `Level ${level}`,
  inSentence: (level: Count) => `level ${level}`,
} as const;

/** Why a question has no level, or that it is answered without one. */
export const states = {
  notApplicable: 'Not applicable',
  unanswered: 'Unanswered',
  answered: 'Answered',
  notAsked: 'Does not apply',
  nothingToJudge: 'Nothing to judge',
  optional: 'Optional, blank',
} as const;

/** How a question moved since the last round. */
export const movements = {
  better: 'up',
  worse: 'down',
  same: 'the same',
  from: (movement: string, level: Count) => `${movement} from ${level}`,
} as const;

/** One table for each two perspectives. */
export const perspectives = {
  note: 'It updates as you answer. The weakest question is the first at the lowest level.',
  perspective: 'Perspective',
  meaning: 'What it means',
  position: 'Position',
  answers: 'Answers',
  chart: 'Chart',
  weakest: 'Weakest question',
  action: 'Its action',
  lead: 'Its lead',
  questions: 'Questions that count',
  nothingAnswered: 'Nothing is answered yet',
  noneWeak: 'None: every answered question is at the highest level',
  notNeeded: 'None needed',
  noAction: 'No action given',
  noLead: 'No lead given',
  weakestAt: (level: string, reference: string, question: string) => `${level}: ${reference} ${question}`,
  chartAxis: 'Share of the questions',
  chartDescription: (levels: string) =>
    `Stacked bar chart with one bar. It shows which share of the questions is at each level, from left to right: ` +
    `${levels}. Unanswered questions are at the end, in grey; those that are not applicable ` +
    'are left out. The row above the chart says the figures in words.',
} as const;

/** The questions below the highest level. */
export const areas = {
  note: 'Questions below the highest level, lowest level first. The list updates as you answer; unused rows stay blank.',
  headings: ['Level', 'Ref', 'Question'],
  targetHeadings: ['Target', 'Steps below it'],
  noneYet: 'None yet',
  appearHere: 'Answered questions below the highest level appear here.',
  noTarget: 'None set',
} as const;

/** Every question with its answer. */
export const answers = {
  note: 'It updates as you answer; a reference leads to its question. What is blank was not given.',
  headings: ['Section', 'Ref', 'Question', 'Answer'],
  sinceLastRound: 'Since last round',
  besideSelfScore: 'Beside self-score',
  perspective: 'Perspective',
  action: 'Action',
  lead: 'Lead',
} as const;
