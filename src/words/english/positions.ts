/** The words for positions by shares. An instrument with bands of its own names them. */
export const bands = { red: 'Red', amber: 'Amber', green: 'Green', 'not-scored': 'Not scored' } as const;

/** What the rule for positions says. Levels are as sentences name them. */
export const rules = {
  notScored: (share: string) =>
    `Fewer than ${share} of the questions that apply have been answered, or none applies: too few answers for a position.`,
  red: (share: string, lowest: string) => `${share} or more of the answered questions are at ${lowest}.`,
  green: (share: string, highest: string) => `More than ${share} of the answered questions are at ${highest}.`,
  greenWithNone: (share: string, highest: string, lowest: string) =>
    `More than ${share} of the answered questions are at ${highest}, and none is at ${lowest}.`,
  greenWithFew: (share: string, highest: string, count: number, lowest: string) =>
    `More than ${share} of the answered questions are at ${highest}, and no more than ${count} are at ${lowest}.`,
  amber: (share: string, lowest: string) =>
    `Fewer than ${share} of the answered questions are at ${lowest}, but the part is not Green: some of it is sound, some still needs work.`,
  level: (level: number, label: string) => `level ${level} (${label})`,
  /** What the figure of a rule is called in headings. */
  figures: {
    mean: 'Mean level',
    'weighted-mean': 'Weighted mean',
    percentage: 'Percentage',
    lowest: 'Lowest level',
    'all-below-met': 'Level reached',
  },
  /** What it is, as the subject of a sentence. */
  figureIs: {
    mean: (limits: string) => `The mean level of the answered questions is ${limits}.`,
    'weighted-mean': (limits: string) =>
      `The mean level of the answered questions, in which each counts by its weight, is ${limits}.`,
    percentage: (limits: string) =>
      `The mean level, on a scale from 0% (all at the lowest level) to 100% (all at the highest), is ${limits}.`,
    lowest: (limits: string) => `The lowest level of any answered question is ${limits}.`,
    'all-below-met': (limits: string) =>
      `The level up to which all statements are met, and as a fraction the share of those met under the next level, is ${limits}.`,
  },
  orMore: (figure: string) => `${figure} or more`,
  orLess: (figure: string) => `${figure} or less`,
  moreThan: (figure: string) => `more than ${figure}`,
  lessThan: (figure: string) => `less than ${figure}`,
  limits: (limits: readonly string[]) => limits.join(', but '),
  noOverall: (view: string) => `The whole has no position: see those under "${view}".`,
  worstOf: (view: string) => `The position of the whole is the worst of those under "${view}".`,
  meanOf: (view: string) => `The position of the whole follows from the mean of the figures under "${view}".`,
  levelLabel: (level: number, label: string) => `Level ${level}: ${label}`,
  ofScale: (scale: string, level: string) => `${scale}: ${level}`,
} as const;

/** Labels of the cells with the figures of a rule. */
export const thresholds = {
  coverage: 'Not scored if a smaller share of the questions that apply is answered than',
  red: (lowest: string) => `Red if the share of the answered questions at ${lowest} is at least`,
  green: (highest: string) => `Green if the share of the answered questions at ${highest} is more than`,
  greenCount: (lowest: string) => `Green allows at most this many answers at ${lowest}`,
  metFrom: (level: string) => `A statement is met if the answer is at least ${level}: level`,
  atLeast: (band: string, figure: string) => `${band} if the ${figure.toLowerCase()} is at least`,
  atMost: (band: string, figure: string) => `${band} if the ${figure.toLowerCase()} is at most`,
} as const;
