/** Names of sheets, by purpose. Excel allows 31 characters, and none of [ ] : * ? / \ '. */
export const sheets = {
  cover: 'Cover',
  corrections: 'Corrections',
  guide: 'Guide',
  checklist: 'Checklist',
  scorecard: 'Scorecard',
  perspectives: 'Perspectives',
  areas: 'Areas needing development',
  answers: 'All answers',
  actionPlan: 'Action plan',
  resources: 'Resources',
  source: 'About the source',
  workings: 'Workings',
  collected: 'Collected answers',
  planned: 'Planned actions',
  lists: 'Lists',
  stamp: 'Stamp',
} as const;
