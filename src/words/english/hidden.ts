/** Hidden sheets with the data of others. Their headings are seen by whoever shows them. */

export const workings = {
  note: 'Data of the Scorecard: one row for each question. Areas for development are listed by rank.',
  headings: ['No.', 'Ref', 'Question', 'Level or state', 'Rank', 'Place'],
  chartPart: 'Part, as charts call it',
  chartLabel: 'With its position',
  chartName: (part: string, position: string) => `${part}: ${position}`,
  levelNames: 'Levels in words',
  rankIn: (part: string) => `Rank in ${part}`,
  lastLevel: 'Level in the last round',
  sinceThen: 'Since then',
  weight: 'Weight in thousandths',
  ifAnswered: 'If answered',
  timesLevel: 'Times level',
  under: 'Statement under level',
  applies: 'Applies',
  isMet: 'Is met',
  target: 'Target',
  gap: 'Steps below it',
} as const;

export const collected = {
  note: 'Data of the Checklist: one row for each question, one for each row that can be added, and the requirements on each.',
  number: 'No.',
  question: 'Question',
  state: 'Level or state',
  sheet: 'Sheet',
  order: 'Order',
  requirement: 'Requirement',
  requirementInParts: 'Requirement, in parts',
  toDo: 'To do',
  cell: 'Cell',
  open: 'Open',
  matchedBy: 'Matched by',
  meetsNeed: 'Meets a need',
  whatToDo: 'What to do about a requirement',
  column: 'Column',
  figure: 'Number needed elsewhere',
  counted: (field: string, rows: string) => `${field} in ${rows}`,
} as const;

export const planned = {
  note: 'Data of the Action plan: one row for each question and for each row of a list of actions, and the order of the lines.',
  place: 'Place',
  order: 'Order',
  line: 'Line',
  actionInLine: 'Action in line',
  namedPart: 'Named part',
  number: 'No.',
  deadline: 'Deadline',
} as const;

export const answerLists = {
  note: 'The allowed answers, by scale. The drop-down lists refer to this sheet: do not change it.',
  levelsOf: (scale: string) => `${scale}: level`,
} as const;

export const stamp = {
  note: 'Identifies this workbook, so that it can be read when it is returned. Do not change it.',
} as const;
